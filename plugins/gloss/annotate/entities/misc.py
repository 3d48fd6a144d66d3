"""What a name is that is no person, organisation or place."""

from __future__ import annotations

import re

from gloss.annotate.candidate import Candidate
from gloss.annotate.entities.edges import NUMERAL
from gloss.gazetteer import is_city, people_named, well_known
from gloss.naming.company_names import SMALL_WORDS
from gloss.naming.lexicon import (
    EVENT_HEADS,
    EVENT_TAILS,
    LAW_HEADS,
    NO_TITLE_CUES,
    NUMBERED_LAWS,
    PRODUCT_CUES,
    WORK_CUES,
)
from gloss.naming.words import words_of
from gloss.story import Kind

_AROUND = 40  # characters in which a telling word may stand
_WORD = re.compile(r"[^\W\d_]+")
_MODEL = re.compile(
    r"^Model [A-Z\d]|(?:^|[\s-])(?:[A-Z]{1,4}-?\d+\w*|\d{3,4}(?:-\d+\w*)?|[IVX]+|\d{1,2}[A-Za-z]?)$"
)
_CAMEL = re.compile(r"^[a-z][A-Z]|[a-z][A-Z]")
_CASE = re.compile(r" vs?\.? ")  # "Smith v. Jones"
_LAW_OF = re.compile(rf"(?:{'|'.join(LAW_HEADS)}) (?:of|on|for|to|against|between|[A-Z]\w*ing )")
_NUMBERED = re.compile(rf"(?:{'|'.join(sorted(NUMBERED_LAWS))}) {NUMERAL}")
_YEAR = re.compile(r"^(?:19|20)\d\d\b")
_QUOTES = ("“", '"', "‘", "'"), ("”", '"', "’", "'")
_BELIEF = re.compile(r"(?:ism|phobia)$")
_HASHTAG = re.compile(r"#\w")
_SHIP = re.compile(r"(?:USS|USNS|HMS|HMCS|HMAS|RMS|SS|MV) [A-Z]")
_WORK_TAIL = re.compile(r"(?:Symphony|Sonata|Suite|Trilogy|Chronicles|Show|Anthem|Saga|Tales)\b")


def kind_of_rest(text: str, name: Candidate) -> Kind:
    """Return group, event, law, work, product or topic."""
    if known := well_known(name.text):
        return known.kind
    words = words_of(name.text)
    if people := people_named(name.text) or people_named(re.split(r"[\s-]", name.text)[-1]):
        team = is_city(name.text.rpartition(" ")[0]) and name.text.endswith("s") and people.country
        return "org" if team else "group"  # "Cleveland Indians"; "Sikhs", "London Muslims"
    if _LAW_OF.match(name.text) or _CASE.search(name.text) or _NUMBERED.fullmatch(name.text):
        return "law"  # "Convention on Cluster Munitions", "Rule 40"
    if EVENT_HEADS & {*words[-2:], *words[:1]} or EVENT_TAILS & {*words[-1:]}:
        return "event"
    if words and words[-1] in LAW_HEADS:
        return "law"
    if _HASHTAG.match(name.text) or _BELIEF.search(name.text):
        return "topic"
    near = _near(text, name)
    if near & WORK_CUES or _WORK_TAIL.search(name.text) or _is_title(text, name, near):
        return "work"
    if _SHIP.match(name.text) or _MODEL.search(name.text) or _CAMEL.search(name.text):
        return "product"
    if near & PRODUCT_CUES:
        return "product"
    return "event" if _YEAR.match(name.text) and len(words) > 1 else "topic"


def _is_title(text: str, name: Candidate, near: set[str]) -> bool:
    """Tell whether a name in quotation marks is the title of a work, rather than a motto."""
    if not _quoted(text, name) or near & NO_TITLE_CUES or any(map(_small, name.text.split())):
        return False
    if " " in name.text:
        return True
    start = text.rfind("\n", 0, name.start) + 1
    line = text[start : text.find("\n", name.end) % (len(text) + 1)]
    return not WORK_CUES.isdisjoint(_WORD.findall(line))


def _small(word: str) -> bool:
    return word.islower() and word not in SMALL_WORDS


def _quoted(text: str, name: Candidate) -> bool:
    before = text[max(0, name.start - 5) : name.start].removesuffix("The ")[-1:]
    after = text[name.end : name.end + 2].lstrip(",.")[:1]
    opening, closing = _QUOTES
    return before in opening and after in closing and bool(before and after)


def _near(text: str, name: Candidate) -> set[str]:
    """The words close before and after, in the same sentence."""
    before = text[max(0, name.start - _AROUND) : name.start]
    after = text[name.end : name.end + _AROUND]
    before = re.split(r"[.!?\n]", before)[-1]
    after = re.split(r"[.!?\n]", after)[0]
    return set(_WORD.findall(before)[-4:]) | set(_WORD.findall(after)[:5])
