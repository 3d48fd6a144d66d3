"""Names of people: first names, surnames, initials, and which may be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, get_args

from nicknames import NickNamer

from gloss import lexicon
from gloss.naming.lexicon import FIRST_NAMES
from gloss.naming.name_words import KEPT, fold, words_of

Parts = tuple[str, ...]  # the folded words of a name
Gender = Literal["woman", "man"]
GENDERS: tuple[Gender, ...] = get_args(Gender)

SHORTEST = 3  # letters of a first name that is cut short
_WORDS = lexicon.words("person_names")
GENERATIONS = _WORDS["generations"]
SUFFIXES = GENERATIONS | _WORDS["degrees"]
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|[A-Z]{2}")
_FIRST_NAMES = {fold(name) for names in FIRST_NAMES.values() for name in names}


@lru_cache(maxsize=KEPT)
def name_parts(name: str) -> Parts:
    """Return the folded words of a person's name, without "Jr."; particles join the surname."""
    words = _spread([w for w in words_of(name) if fold(w) not in SUFFIXES] or [*words_of(name)])
    # "van der Velde" and "Le Pen" are surnames, "Van Morrison" is not.
    surname_alone = name[:1].islower() or words[0] not in _WORDS["also_first_names"]
    first = 1 if surname_alone else 2
    while len(words) > first and words[-2] in _WORDS["particles"]:
        words[-2:] = [f"{words[-2]} {words[-1]}"]
    return tuple(w for w in words if w)


def _spread(words: Sequence[str]) -> list[str]:
    """Return words folded, and initials that are written in one apart: "J.K." and "JK" Rowling."""
    first, *others = words
    shouted = all(word.isupper() for word in others)
    if others and _INITIALS.fullmatch(first) and not shouted:
        return [*fold(first), *map(fold, others)]
    return [fold(word) for word in words]


@lru_cache(maxsize=KEPT)
def surnames(parts: Parts) -> frozenset[str]:
    """Return as what a full name's surname may stand alone, folded: "wasserman schultz" and
    "schultz" of Debbie Wasserman Schultz; but "mike tyson" of Iron Mike Tyson is a full name.
    """
    words = " ".join(parts[1:]).split(" ")
    tails = {" ".join(words[start:]) for start in range(len(words) - 1)}
    return frozenset({t for t in tails if t.partition(" ")[0] not in _FIRST_NAMES} | {words[-1]})


def full_names(names: Iterable[Parts]) -> set[Parts]:
    """Return which names, given by their parts, are full: not "Skog Berg" beside Ida Skog Berg."""
    several = {parts for parts in names if len(parts) > 1}
    alone = set().union(*map(surnames, several))
    return {parts for parts in several if " ".join(parts) not in alone}


def gender_of_first_name(name: str) -> Gender | None:
    """Tell whether a name's first word is given to women or to men; None where to both or none."""
    first = name.partition(" ")[0]
    return next((gender for gender in GENDERS if first in FIRST_NAMES[gender]), None)


def handle(parts: Sequence[str]) -> str:
    """Return a name as it is written in one word: "johnkasich" of "@JohnKasich"."""
    return "".join(parts).replace(" ", "")


def generation(name: str) -> str:
    """Return what tells a person from a forebear of the name: "jr", "iii"; empty if nothing."""
    last = fold(name.rpartition(" ")[2])
    return last if last in GENERATIONS else ""


def same_generation(a: str, b: str) -> bool:
    """Tell whether two generations may be one person's: none said may be any but the father."""
    return a == b or ("" in (a, b) and _WORDS["father"].isdisjoint((a, b)))


def father_and_son(a: Sequence[str], born: str, b: Sequence[str], other_born: str) -> bool:
    """Tell whether of two like names, given with their generations, only one has a "Jr.", and the
    other would have it, too, were it the same person's.

    "Donald Trump Jr." is not Donald Trump, nor "Robert F. Kennedy Jr." Robert F. Kennedy; but
    "Samuel A. Alito Jr." is how a paper writes Samuel Alito in full, and Joe Biden.
    """
    if not _is_son(born, other_born) and not _is_son(other_born, born):
        return False
    son, other = (a, b) if born else (b, a)
    middle = son[1:-1]
    if not middle:
        return son[0] == other[0]
    return len(middle[0]) == 1 and len(other) > 2


def _is_son(born: str, other: str) -> bool:
    return born in _WORDS["son"] and not other


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two full names may be one person's: "J. Smith", "Bill Gates", middle names."""
    if a[-1] != b[-1] or not same_first_name(a[0], b[0]):
        return False
    return _may_go_together(a[1:-1], b[1:-1])


def _may_go_together(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether middle names may be one person's, who leaves some out: "W." is not "H. W."."""
    if not a or not b:
        return True
    if any(len(name) == 1 for name in (*a, *b)):
        return all(same_first_name(x, y) for x, y in zip(a, b, strict=False))
    return any(same_first_name(x, y) for x in a for y in b)


def is_initial(name: str) -> bool:
    """Tell whether a first name is given by its letter alone."""
    return len(name) == 1


def same_first_name(a: str, b: str) -> bool:
    """Tell whether two first names may be one: equal, an initial, a nickname."""
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return b in nicknames(a) or a in nicknames(b) or _is_cut(*sorted((a, b), key=len))


def _is_cut(short: str, long: str) -> bool:
    """Tell whether a first name is another cut short: "Rafa", "Rafael"; but not Paul and Paula."""
    if len(short) < SHORTEST or not long.startswith(short):
        return False
    genders = {gender_of_first_name(name.title()) for name in (short, long)}
    return len(genders - {None}) < 2


@cache
def nicknames(name: str) -> frozenset[str]:
    """Return the short forms of a first name, folded ("bob" of "robert")."""
    return frozenset(_namer().nicknames_of(name))


@cache
def _namer() -> NickNamer:
    return NickNamer()
