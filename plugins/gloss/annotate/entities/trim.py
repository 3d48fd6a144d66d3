"""Trim a name at its ends: no article, possessive, prefix or punctuation."""

from __future__ import annotations

import re

from gloss.annotate.reading import Around
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import (
    EVENT_HEADS,
    HYPHEN_TAILS,
    LAW_HEADS,
    LEGAL_FORMS,
    NUMBERED_LAWS,
    ORG_HEADS,
    OWN_S,
    PLACE_HEADS,
    POINTED,
)

_WORDS = words("entities")
HEADS = ORG_HEADS | PLACE_HEADS | EVENT_HEADS | LAW_HEADS

# Nothing to trim: most names are so.
_PLAIN = re.compile(r"(?!The )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_EDGE_BEFORE = re.compile(r"[^\w$€£¥@#]+")
_EDGE_AFTER = re.compile(r"[^\w!?+#)]+$|(?<![A-Za-z])[!?]+$")
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
_PREFIX = re.compile(
    rf"{alternatives(_WORDS['prefixes'])}[-‐‑–](?=[A-Z])"
    rf"|{alternatives(_WORDS['capital_prefixes'])}[-‐‑–](?=[A-Z]{{2,}}$)"
)
# "anti-war Northern Party", "union-backed Northern Party"
_COMPOUND = re.compile(
    rf"(?:{alternatives(_WORDS['prefixes'])}[-‐‑–][a-z]+"
    rf"|[a-z]+[-‐‑–](?:{'|'.join(sorted(HYPHEN_TAILS))}))\s+(?=[A-Z])"
)
_JOINED = re.compile(rf"\s+{alternatives(_WORDS['joining'])}$")  # "Harbour Lights and"
_CAMPAIGN = re.compile(rf" {alternatives(_WORDS['campaigns'])}$")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
# Nothing follows that could be possessed: "Miller's, a bar".
_OWN_S = re.compile(rf"['’]s(?=[,;)]| {alternatives(_WORDS['behind_own_s'])}\b)")
_HYPHEN_TAIL = re.compile(rf"(?<=\w)[-‐‑–](?:{'|'.join(sorted(HYPHEN_TAILS))})$", re.IGNORECASE)
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])(?: [a-z]+)+$")  # "Doctors Abroad's clinic"
# "Harriers 39-12", but not "747-400".
_SCORE = re.compile(r"(?<=[a-z])\s+(?!\d+[-–]\d00$)\d{1,3}[-–]\d{1,3}$")
# "Rule 40", "Title IX": the number is the name.
NUMERAL = r"(?:\d{1,5}[A-Z]?|[IVX]{1,5})"
_NUMBER = re.compile(rf" {NUMERAL}\b(?![.,]\d)")
_NO_POINT = {form: re.compile(rf"\b{re.escape(form)}\b(?![.\w-])") for form in LEGAL_FORMS}
_MARK = re.compile(r"[!?](?= [a-z]|['’]s\b)")  # "Wham! singer": no sentence ends there
_OPENS = re.compile(r"\s*[(\[][^)\]]*$")
_CLOSES = re.compile(r"[^(\[]*[)\]]\s+(?=\w)")  # "(the Speaker, Tom) DeLay"


def trim(text: str, start: int, end: int, person: bool) -> tuple[int, int]:
    """Move both ends over what is no part of a name."""
    if _PLAIN.fullmatch(text, start, end) and not text.startswith(("'", "’", "!", "?"), end):
        return start, _with_number(text, start, _with_point(text, start, end))
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        start = _trim_front(text, start, end)
        end = start + len(_without_tail(text[start:end]))
    if not person and (own := _OWN_S.match(text, end) or _MARK.match(text, end)):
        return start, end + (2 if own.re is _OWN_S else 1)
    return start, _with_point(text, start, end)


def _trim_front(text: str, start: int, end: int) -> int:
    """Return where a name begins behind marks, an article and a prefix."""
    for pattern in (_EDGE_BEFORE, _CLOSES):
        if found := pattern.match(text, start, end):
            start = found.end()
    for pattern in (_ARTICLE, _PREFIX, _COMPOUND):
        if found := pattern.match(text, start, end):
            return found.end()
    opens = text.startswith("The ", start, end) and Around(text, start, end).opens_sentence
    return start + len("The ") if opens else start


def _without_tail(name: str) -> str:
    """Return a name without marks, a campaign and a possessive at its end."""
    for pattern in (_EDGE_AFTER, _OPENS, _HYPHEN_TAIL, _SCORE, _OWNED, _JOINED):
        if found := pattern.search(name):
            name = name[: found.start()]
    if (found := _CAMPAIGN.search(name)) and name.split()[-2] not in HEADS:
        name = name[: found.start()]
    return _without_bracket(_without_possessive(name))


def _without_possessive(name: str) -> str:
    found = _POSSESSIVE.search(name)
    if not found or name.replace("’", "'").rpartition(" ")[2] in OWN_S:
        return name
    return name[: found.start()]


def _without_bracket(name: str) -> str:
    """Leave out a closing bracket that none in the name opens."""
    return name[:-1] if name.endswith(")") and name.count("(") < name.count(")") else name


def without_small_word(text: str, start: int, end: int) -> int:
    """Leave out a last word in small letters, unless it carries the sense: "Republican party"."""
    head, _, last = text[start:end].rpartition(" ")
    if last in _WORDS["ranks"] and head:  # "the Senate Majority Leader"
        return start + len(head)
    if not last.islower() or not head or last.title() in HEADS:
        return end
    return start + len(head)


def _with_point(text: str, start: int, end: int) -> int:
    """Take in the point of an abbreviation that ends the name: "Inc.", "U.S."."""
    if text[end : end + 1] != ".":
        return end
    word = text[start:end].rpartition(" ")[2]
    dotted = "." in word and len(word.rpartition(".")[2]) == 1
    if word in LEGAL_FORMS and _NO_POINT[word].search(text):
        return end  # where "Inc" has none elsewhere, it is the sentence's
    return end + 1 if dotted or word in POINTED else end


def _with_number(text: str, start: int, end: int) -> int:
    number = _NUMBER.match(text, end) if text[start:end] in NUMBERED_LAWS else None
    return number.end() if number else end
