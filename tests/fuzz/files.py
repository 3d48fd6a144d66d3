"""Random articles, corrections, registers and seeds, as an editor's folder may hold them."""

from __future__ import annotations

import json
from random import Random

import yaml

from tests.fuzz.pieces import PIECES, mark, text, word

GOOD = """\
Title: {name} spoke
Date: 2019-01-01
Slug: {slug}
Published: 2019-01-01

[{name}](person:{slug}) came [then](date:2018-12-31). [“Good,”]{{.quote by={slug}}} she said.
"""
SAID = "Ann Lee came to Paris on Monday. “It is open,” she said, and it was. Then it rained."
# What a correction may say (docs/corrections.md), each with what it may be; and what beside it.
SAYS = {
    **dict.fromkeys(("name", "speaker"), ("none", "nobody", "person:ann-lee", "org:x")),
    **dict.fromkeys(("date", "duration", "set"), ("none", "2018-09-17", "P2W", "XXXX-WXX-1")),
    **dict.fromkeys(("quotation", "report"), ("none", "here")),
    **dict.fromkeys(("read", "written", "below", "above"), ("Bea Lee", "[TIMELINE]", "> a", "")),
    **dict.fromkeys(("head", "names"), ("Title", "Published", "Lang", "person:ann-lee = Ann")),
    **dict.fromkeys(("note", "declared", "timeline"), ("none", "We were wrong.")),
    "settled": ("name", "kind", "language", "seed"),
}
BESIDE = ("before", "after", "to", "nth", "on", "is", "how", "by", "who", "cue", "lemma", "sure")
HEADS = (
    "Title",
    "Date",
    "Slug",
    "Summary",
    "Tags",
    "Published",
    "Source",
    "URL",
    "Names",
    "Review",
)


def article(random: Random) -> bytes:
    """Return an article: a head with anything in it, a body of marks and odds."""
    lines = [f"{random.choice(HEADS)}: {word(random)}" for _ in range(random.randrange(4))]
    head = "Title: Odd\nDate: 2019-01-02\nSlug: odd\n" if random.random() < 0.8 else ""
    body = "".join(mark(random) if random.random() < 0.3 else text(random, 9) for _ in range(20))
    return f"{head}{chr(10).join(lines)}\n\n{body}".encode("utf-8", "surrogatepass")


def correction(random: Random) -> bytes:
    """Return a good article, corrected by a clumsy hand."""
    whole = GOOD.format(name="Odd One", slug="odd")
    at = random.randrange(len(whole))
    return f"{whole[:at]}{text(random, 6)}{whole[at + random.randrange(9) :]}".encode(
        "utf-8", "surrogatepass"
    )


def register(random: Random) -> bytes:
    """Return a register: entries as JSON writes them, a slip in one of them, or no YAML at all."""
    if random.random() < 0.1:
        return text(random).encode("utf-8", "surrogatepass")
    entries = [_entry(random) for _ in range(random.randrange(1, 5))]
    written = json.dumps({"entities": entries, "not_a_name": [word(random), "Good"]})
    if random.random() < 0.2:
        at = random.randrange(len(written))
        written = written[:at] + random.choice(PIECES) + written[at:]
    return written.encode("utf-8", "surrogatepass")


def _entry(random: Random) -> dict[str, object]:
    ids = [f"{random.choice(('person', 'org', 'odd'))}:{word(random)}", "person:ann", "person:bea"]
    values = {
        "description": text(random, 9) + random.choice(("", "\ud83d")),
        "sameAs": [f"https://e.org/{word(random)}"],
        "aliases": ["Ann", word(random)],
        "merges": random.sample(ids, 2),
    }
    chosen = random.sample(sorted(values), random.randrange(len(values)))
    named = {"name": word(random), "type": random.choice(("person", "org", "topic"))}
    return {**named, **{key: values[key] for key in chosen}}


def seed(random: Random) -> bytes:
    """Return a seed: a head line or two, and text of any kind."""
    head = f"{word(random)}\nPublished: {random.choice(('2019-01-01', word(random)))}\n"
    body = "\n".join(f"{text(random, 30)} Ann Lee said on Monday." for _ in range(4))
    return f"{head}\n{body}".encode("utf-8", "surrogatepass")


def folder(random: Random) -> bytes:
    """Return an article, a register and a seed that meet in one build, as JSON."""
    made = {"article": article, "register": register, "seed": seed}
    texts = {kind: make(random).decode("utf-8", "surrogatepass") for kind, make in made.items()}
    return json.dumps(texts).encode()


def facts(random: Random) -> bytes:
    """Return corrections of the story that is ``SAID``, or what a clumsy hand made of some."""
    entries = [_fact(random) for _ in range(random.randrange(1, 5))]
    written = yaml.safe_dump(entries, allow_unicode=random.random() < 0.5)
    if random.random() < 0.2:
        at = random.randrange(len(written))
        written = written[:at] + random.choice(PIECES) + written[at:]
    return written.encode("utf-8", "surrogatepass")


def _fact(random: Random) -> dict[str, object]:
    at = random.randrange(len(SAID))
    there = SAID[at : at + random.randrange(1, 30)]
    fact: dict[str, object] = {"words": random.choice((there, "Ann Lee", word(random)))}
    says = random.choice(sorted(SAYS))
    fact[says] = random.choice((*SAYS[says], *SAYS[says], word(random), text(random, 9)))
    for key in random.sample(BESIDE, random.choice((0, 0, 1, 2))):
        fact[key] = random.choice(("1", "0.5", "2019-01-01", "person:ann-lee", there, word(random)))
    return fact
