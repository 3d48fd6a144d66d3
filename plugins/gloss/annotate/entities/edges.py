"""The ends of a name: no article, possessive, prefix or punctuation."""

from __future__ import annotations

import re

from gloss.naming.lexicon import (
    EVENT_HEADS,
    HYPHEN_TAILS,
    LAW_HEADS,
    NUMBERED_LAWS,
    ORG_HEADS,
    OWN_S,
    PLACE_HEADS,
    POINTED,
)

HEADS = ORG_HEADS | PLACE_HEADS | EVENT_HEADS | LAW_HEADS

# Nothing to trim: most names are so.
_PLAIN = re.compile(r"(?!The )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_EDGE_BEFORE = re.compile(r"[^\w$€£¥@#]+")
_EDGE_AFTER = re.compile(r"[^\w!?+#)]+$|(?<![A-Za-z])[!?]+$")
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
_PREFIX = re.compile(
    r"(?:anti|pro|non|ex|pre|post|mid)[-‐‑–](?=[A-Z])|(?:Anti|Pro|Non|Ex)[-‐‑–](?=[A-Z]{2,}$)"
)
# "the Clinton campaign" speaks of Clinton.
_CAMPAIGN = re.compile(
    r" (?:presidential|(?:presidential )?(?:campaign|administration|super PACs?|candidacy))$"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
# Nothing follows that could be possessed: "Miller's, a bar".
_OWN_S = re.compile(r"['’]s(?=[,;)]| (?:was|is|has|had|in|at|and|or)\b)")
_HYPHEN_TAIL = re.compile(rf"(?<=\w)[-‐‑–](?:{'|'.join(sorted(HYPHEN_TAILS))})$", re.IGNORECASE)
# "Rule 40", "Title IX": the number is the name.
NUMERAL = r"(?:\d{1,5}[A-Z]?|[IVX]{1,5})"
_NUMBER = re.compile(rf" {NUMERAL}\b(?![.,]\d)")
_OPENS = re.compile(r"\s*[(\[][^)\]]*$")
_CLOSES = re.compile(r"[^(\[]*[)\]]\s+(?=\w)")  # "(the Speaker, Tom) DeLay"


def trim(text: str, start: int, end: int, person: bool) -> tuple[int, int]:
    """Move both ends over what is no part of a name."""
    if _PLAIN.fullmatch(text, start, end) and not text.startswith(("'", "’"), end):
        return start, _with_number(text, start, _with_point(text, start, end))
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        for pattern in (_EDGE_BEFORE, _CLOSES):
            if m := pattern.match(text, start, end):
                start = m.end()
        for pattern in (_EDGE_AFTER, _OPENS, _HYPHEN_TAIL):
            if m := pattern.search(text[start:end]):
                end = start + m.start()
        if m := _ARTICLE.match(text, start, end) or _PREFIX.match(text, start, end):
            start = m.end()
        elif _begins_sentence(text, start) and text.startswith("The ", start, end):
            start += 4
        if (m := _CAMPAIGN.search(text[start:end])) and text[start:end].split()[-2] not in HEADS:
            end = start + m.start()
        end = _without_possessive(text, start, end)
        end = _with_bracket(text, start, end)
    if not person and _OWN_S.match(text, end):
        return start, end + 2
    return start, _with_point(text, start, end)


def _without_possessive(text: str, start: int, end: int) -> int:
    found = _POSSESSIVE.search(text[start:end])
    if not found or text[start:end].replace("’", "'").rpartition(" ")[2] in OWN_S:
        return end
    return start + found.start()


def without_small_word(text: str, start: int, end: int) -> int:
    """Leave out a last word in small letters, unless it carries the sense: "Republican party"."""
    head, _, last = text[start:end].rpartition(" ")
    if last in ("Majority", "Minority") and head:  # "the Senate Majority Leader"
        return start + len(head)
    if not last.islower() or not head or last.title() in HEADS:
        return end
    return start + len(head)


def _with_bracket(text: str, start: int, end: int) -> int:
    """Leave out a closing bracket that none in the name opens."""
    name = text[start:end]
    return end - 1 if name.endswith(")") and name.count("(") < name.count(")") else end


def _with_point(text: str, start: int, end: int) -> int:
    """Take in the point of an abbreviation that ends the name: "Inc.", "U.S."."""
    if text[end : end + 1] != ".":
        return end
    word = text[start:end].rpartition(" ")[2]
    dotted = "." in word and len(word.rpartition(".")[2]) == 1
    return end + 1 if dotted or word in POINTED else end


def _with_number(text: str, start: int, end: int) -> int:
    number = _NUMBER.match(text, end) if text[start:end] in NUMBERED_LAWS else None
    return number.end() if number else end


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" “\"'(")
    return not before or before[-1] in '.!?:\n”"'
