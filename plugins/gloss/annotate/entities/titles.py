"""People's titles, roles and epithets, which are no part of a name, and surnames that look so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gloss.annotate.candidate import Candidate, Row, of_kind
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import country_named, people_named, state_named
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import EPITHETS, ROLE_NOUNS, TITLE_PARTS, TITLES
from gloss.naming.name_words import fold, words_of
from gloss.naming.person_names import GENERATIONS

_WORDS = words("entities")
_SHORT_TITLES = _WORDS["short_titles"]
_TITLED = TITLES | _SHORT_TITLES
_ROLES = _TITLED | TITLE_PARTS
IS_PEOPLE: Row = of_kind("group", 1.0)
IS_COUNTRY: Row = of_kind("place", 1.0)

_STAGE_NAMES = alternatives(_WORDS["stage_names"])
_STAGE = re.compile(rf"{_STAGE_NAMES}(?!\w)")
_FIRST = re.compile(rf"{alternatives(_WORDS['firsts_of_performers'])} ")
_RAPPER = re.compile(rf"\b{alternatives(_WORDS['performers'])} $", re.IGNORECASE)

_FIRST_WORD = re.compile(r"((?:[\w’'-]|\.(?=\w))+\.?)\s+")
_TWO_WORDS = re.compile(r"((?:[A-Z]\w+) (?:[A-Z]\w+))\s+")
_WORD = re.compile(r"[\w’'-]+")
_SPACE = re.compile(r"\s+")


def find_surnames(text: str, tagged: Iterable[Tagged]) -> frozenset[str]:
    """Return the last words of full names: "May" and "King" are names where one is called so.

    "Virginia Sen" is no full name.
    """
    people = (words_of(text[t.start : t.end]) for t in tagged if t.kind == "person")
    return frozenset(
        next((word for word in reversed(name) if fold(word) not in GENERATIONS), "")
        for name in people
        if _is_full_name(name)
    )


def _is_full_name(name: Sequence[str]) -> bool:
    if len(name) < 2 or _is_role(name[0]) or country_named(name[0]):
        return False
    return not (state_named(name[0]) and is_short_title(name[-1]))


def without_titles(
    text: str, start: int, end: int, known: frozenset[str]
) -> tuple[list[Candidate], int]:
    """Return where the person's own name begins, and the people, country or state before it.

    "Russian President Vladimir Putin" is a group, a role and a person.
    """
    if is_stage_name(text, start):
        return [], start
    before = []
    while m := _FIRST_WORD.match(text, start, end):
        if origin := _origin(text, start, end):
            before.append(origin)
            m = _SPACE.match(text, origin.end, end) or m
        elif not _is_role(m.group(1)) and m.group(1) not in EPITHETS:
            break
        start = m.end()
    if _is_role(text[start:end]) and text[start:end] not in known:  # a title and no name
        return before, end
    return before, start


def is_stage_name(text: str, start: int) -> bool:
    """Tell whether a title is an artist's own: "Lady Gaga", "rapper Young Berg"."""
    if _STAGE.match(text, start):
        return True
    return bool(_FIRST.match(text, start) and _RAPPER.search(text[max(0, start - 20) : start]))


def is_short_title(name: str) -> bool:
    """Tell whether a name is but the title of the one behind it: "Sen", "Gov."."""
    return name.rstrip(".") in _SHORT_TITLES


def only_origin(text: str, start: int, end: int) -> Candidate | None:
    """Return the country, people or state of a stretch that goes on with a role: "Ohio Gov"."""
    origin = _origin(text, start, end)
    rest = text[origin.end : end].split() if origin else []
    titled = rest and (rest[-1].rstrip(".") in _TITLED or rest == ["District"])
    return origin if titled and all(_is_role(word) for word in rest[:-1]) else None


def _origin(text: str, start: int, end: int) -> Candidate | None:
    """Return the people, country or state at the front, where a role follows."""
    for found in (_TWO_WORDS.match(text, start, end), _FIRST_WORD.match(text, start, end)):
        role = _WORD.match(text, found.end(), end) if found else None
        if found and role and (_is_role(role.group()) or role.group() == "District"):
            last = role.end() == end and role.group() not in _SHORT_TITLES
            if probs := _of_origin(found.group(1).replace("’", "'"), last):
                return Candidate(start, found.end(1), found.group(1), probs, "nationality")
    return None


def _of_origin(name: str, last: bool) -> Row | None:
    """Say what a name before a role is; a state's is the role's own where that is the last word."""
    if people_named(name):
        return IS_PEOPLE
    return IS_COUNTRY if country_named(name) or (state_named(name) and not last) else None


def _is_role(word: str) -> bool:
    bare = word.rstrip(".")
    shouted = bare.isupper() and bare.title() in TITLES  # "MS. LOWE"
    return shouted or bare in _ROLES or bare.lower() in ROLE_NOUNS
