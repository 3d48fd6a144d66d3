"""Tell whether what is left of a tagged stretch is a name at all."""

from __future__ import annotations

import re

from gloss.annotate.candidate import KINDS, Candidate
from gloss.annotate.entities.titles import is_short_title
from gloss.annotate.reading import Around
from gloss.gazetteer import well_known
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import NOT_NAMES, ORG_HEADS
from gloss.naming.name_words import words_of

SHORT = 3  # characters: fewer are a letter, perhaps with its point
SURE_LETTER = 0.9  # for a single letter to be a name
SURE_FIGURES = 0.6  # for figures alone to be a name
LINE = 400  # characters of a line that are looked at

_FIGURES = re.compile(r"\d{2,4}(?:-\d{3})?(?: series)?$")
_LONG = re.compile(r"\w{40}")  # no word of any language
_CURRENCY = ("$", "€", "£")
# No letter; "super PAC"; "R-Fla.", after a senator's name; "MPs", "PCs"; "H1", "Q3".
_NO_NAME = re.compile(
    r"[\W\d_]*|(?:super |Super )?PACs?|[RDI][-–][A-Z]\w*\.?|[A-Z]{2,5}s|[HQ][1-4]"
)
_CODE = re.compile(r"[A-Z]{2,}\s?\d{3,}\)")
_EXCHANGE = re.compile(r"\s?: ?[A-Z]{1,5}(?:\.[A-Z]{1,2})?\)")  # "(Nasdaq: VLRA)"
_AT_EXCHANGE = re.compile(r"\([A-Z][\w ]{1,12}\s?: ?$")
_CLOSING = re.compile(r"[\w.]*>")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_COLUMNS = re.compile(r"\S(?: {2,}|\t+)\S")
_WORDS = words("entities")
_SHOPS = re.compile(rf" {alternatives(_WORDS['of_high_streets'])}\b")
_OFFICES = tuple(_WORDS["offices"])
_OFFICE = re.compile(rf"(?i:{alternatives(_WORDS['before_office'])}) $")
_COMMITTEE = re.compile(rf"\b{alternatives(_WORDS['before_task'])} $")
_COMMON = NOT_NAMES | _WORDS["report_labels"]


def is_name(text: str, name: Candidate, tagged: int, surnames: frozenset[str]) -> bool:
    """Tell whether what is left of so many tagged characters may be a name.

    surnames: those of the story.
    """
    written = name.text
    around = Around(text, name.start, name.end)
    if _is_common(written) and written not in surnames:
        return False
    if (written.islower() or _NO_NAME.fullmatch(written)) and not _is_known(name):
        return False  # "the search committee", "MPs"
    if (
        _is_part(name, around)
        or _is_address(written, around)
        or _is_table_head(text, name.start)
        or _LONG.search(written)
    ):
        return False
    if around.in_marks and not _LATIN.search(written):  # what somebody said in another script
        return False
    return not _is_a_letter(name, tagged)


def _is_part(name: Candidate, around: Around) -> bool:
    """Tell what is no name without what stands before it, or is any: "the High Street"."""
    if name.text in _WORDS["high_street"]:
        return around.word_before == "the" or _SHOPS.match(around.behind) is not None
    if name.text.startswith(_OFFICES):  # "Secretary of State for Health"
        return _OFFICE.search(around.before) is not None
    is_task = name.best == "org" and " " in name.text and words_of(name.text)[-1] not in ORG_HEADS
    return is_task and _COMMITTEE.search(around.before) is not None


def _is_a_letter(name: Candidate, tagged: int) -> bool:
    """Tell whether all that is left is one letter, and surely no organisation's."""
    alone = len(name.text) == 1 and tagged < SHORT
    return alone and name.probs[KINDS.index("org")] <= SURE_LETTER


def _is_known(name: Candidate) -> bool:
    """Tell whether figures name something ("747-400", "300 series"), or it is well known."""
    is_thing = name.best not in ("person", "org", "place") and max(name.probs) > SURE_FIGURES
    figures = is_thing and _FIGURES.match(name.text) is not None
    return figures or (not name.text.islower() and well_known(name.text) is not None)


def _is_common(name: str) -> bool:
    return name.rstrip(".") in _COMMON or is_short_title(name)


def _is_address(name: str, around: Around) -> bool:
    """Tell "US$5", "@velora", "<VLR.L>" and "(NRFM 1439)" from names."""
    if around.character_behind in _CURRENCY and name.isupper():
        return True
    if around.character_before == "<":
        return name.isupper() and _CLOSING.match(around.behind) is not None
    if _EXCHANGE.match(around.behind) or _AT_EXCHANGE.search(around.before):
        return True
    opens = around.character_before
    is_code = opens == "(" and _CODE.match(name + around.behind) is not None
    return is_code or opens == "@"


def _is_table_head(text: str, at: int) -> bool:
    """Tell whether a name is the head of a column: in a line of columns, above one with figures."""
    start = text.rfind("\n", 0, at) + 1
    head, _, rest = text[start : start + LINE].partition("\n")
    below = rest.lstrip("\n").partition("\n")[0]
    if not _COLUMNS.search(head) or not _COLUMNS.search(below):
        return False
    return not any(c.isdigit() for c in head) and any(c.isdigit() for c in below)
