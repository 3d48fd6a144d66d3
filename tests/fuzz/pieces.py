"""Pieces of the dialect and of attacks, in any order: what hostile input is made of."""

from __future__ import annotations

from random import Random

KINDS = ("person", "org", "place", "event", "date", "duration", "set", "https", "javascript")
PIECES = (
    *("[", "]", "(", ")", "{", "}", "<", ">", "`", "*", "_", "\\", '"', "'", "“", "”", "|", "&"),
    *("> ", "- ", "1. ", "# ", "    ", "\t", "\n", "\n\n", "[!QUOTE] by=", "[TIMELINE]", "\n> "),
    *("{.quote by=ann}", "{.quote", ' who="', "](person:", "](date:", ".quote #q", "![", "[^1]"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "&#0;", "{{ x }}", "{%"),
    *("../", "..\\", "/etc/passwd", "con", "index.html", "%00", "C:", "~", "\0", "\x1b[31m"),
    *(
        "😀",
        "é",
        "e\u0301",
        "\u202e",
        "\u200d",
        "\ufeff",
        "Élysée",
        "ﷺ",
        "\u2028",
        "İ",
        "ß",
        "𝔘",
        "\ud83d",
    ),
    *("2018-02-31", "Y1E99", "-0043", "../1997", "201X", "{2018,2019}", "2018-21", "XXXX-12-25"),
    *(
        "said",
        "Ann Lee",
        "U.S.",
        "AT&T",
        "a" * 300,
        "word ",
        " ",
        "1,",
        ": ",
        "; ",
        " | ",
        "=",
        "#",
    ),
)


def text(random: Random, most: int = 60) -> str:
    """Return pieces of the dialect and of attacks, in any order."""
    return "".join(random.choices(PIECES, k=random.randrange(1, most)))


def word(random: Random) -> str:
    """Return what may stand for an id, a slug or a value."""
    return random.choice((*PIECES, text(random, 4), "ann-lee", "x" * random.randrange(1, 400)))


def mark(random: Random) -> str:
    """Return a mark that may or may not be one."""
    return f"[{random.choice(PIECES)}]({random.choice(KINDS)}:{word(random)})"
