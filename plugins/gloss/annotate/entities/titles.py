"""People's titles, roles and epithets, which are no part of a name, and surnames that look so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gloss.annotate.candidate import Candidate, Probs
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import country_named, people_named
from gloss.naming.lexicon import EPITHETS, ROLE_NOUNS, TITLE_PARTS, TITLES
from gloss.naming.words import words_of

GENERATIONS = {"Jr", "Sr", "II", "III", "IV"}
IS_PEOPLE: Probs = (0.0, 0.0, 0.0, 1.0)
IS_COUNTRY: Probs = (0.0, 0.0, 1.0, 0.0)

_FIRST_WORD = re.compile(r"((?:[\w’'-]|\.(?=\w))+\.?)\s+")
_WORD = re.compile(r"[\w’'-]+")


def surnames(text: str, tagged: Iterable[Tagged]) -> frozenset[str]:
    """Return the last words of full names: "May" and "King" are names where one is called so."""
    people = (words_of(text[t.start : t.end]) for t in tagged if t.kind == "PER")
    return frozenset(
        next((w for w in reversed(words) if w not in GENERATIONS), "")
        for words in people
        if len(words) > 1 and not _is_role(words[0]) and not country_named(words[0])
    )


def without_titles(
    text: str, start: int, end: int, known: frozenset[str]
) -> tuple[list[Candidate], int]:
    """Return where the person's own name begins, and the people or country before it.

    "Russian President Vladimir Putin" is a group, a role and a person.
    """
    before = []
    while m := _FIRST_WORD.match(text, start, end):
        word = m.group(1).rstrip(".").replace("’", "'")
        people = people_named(word)
        if people or country_named(word):
            role = _WORD.match(text, m.end(), end)
            if role is None or not _is_role(role.group()):
                break
            probs = IS_PEOPLE if people else IS_COUNTRY
            before.append(Candidate(start, m.end(1), m.group(1), probs, "nationality"))
        elif not _is_role(word) and word not in EPITHETS:
            break
        start = m.end()
    if _is_role(text[start:end]) and text[start:end] not in known:  # a title and no name
        return before, end
    return before, start


def _is_role(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in TITLES or bare in TITLE_PARTS or bare.lower() in ROLE_NOUNS
