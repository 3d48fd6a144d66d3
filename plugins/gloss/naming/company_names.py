"""Names of organisations: what tells one from another, and how they are shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gloss import lexicon
from gloss.naming.lexicon import COMPANY_TAILS, LEGAL_FORMS, TRADES
from gloss.naming.name_words import KEPT, fold, words_of

Words = tuple[str, ...]

_WORDS = lexicon.words("organisations")
_SPELLED = lexicon.load("spelled_out")
SMALL_WORDS = _WORDS["small"]
_TAILS = {fold(w) for w in COMPANY_TAILS}
_LEGAL = {fold(w) for w in LEGAL_FORMS}
_GENERIC = {fold(w) for w in TRADES} | _TAILS
_CODE = re.compile(r"[A-Z][A-Z&.\d]{1,6}s?")
_ACRONYM = re.compile(r"^[A-Z][A-Z&.]{1,6}s?$")


@lru_cache(maxsize=KEPT)
def core(name: str) -> Words:
    """Return the folded words that tell a company from others: no "The", "Inc." or "Group"."""
    words = [fold(w).removesuffix("'s") for w in words_of(name)]
    words = [w for w in words if w and w != "and"] or words
    while len(words) > 1 and words[0] == "the":
        del words[0]
    _drop_tails(words)
    before = words[:-1]
    _drop_tails(before)
    if len(before) > 1 and words[-1] in initials(tuple(before)):
        words = before  # "Baltic Lifeboat Office BLO"
    if len(words) > 1:
        words[:1] = _SPELLED.get(words[0], words[0]).split()
    return tuple(words)


def turned(words: Words) -> Words:
    """Return a department's words in one order, to compare them: "state department" of "department
    of state". Universities are other ones when they are turned.
    """
    for at, word in enumerate(words[:-2]):
        if word in _WORDS["turned"] and words[at + 1] == "of":
            of = words[at + 2 :]
            return (*words[:at], *(of[1:] if len(of) > 1 and of[0] == "the" else of), word)
    return words


def _drop_tails(words: list[str]) -> None:
    while len(words) > 1 and words[-1] in _TAILS:
        del words[-1]


def is_acronym(name: str) -> bool:
    """Tell whether a name is written like an acronym: "GAO", "AT&T", "U.N."."""
    return bool(_ACRONYM.match(name))


def is_code(name: str) -> bool:
    """Tell whether a name is an acronym, or a model's letters and numbers: "GAO", "A380"."""
    return bool(_CODE.fullmatch(name))


@lru_cache(maxsize=KEPT)
def initials(words: Words) -> frozenset[str]:
    """Return the acronyms that words could have, folded."""
    large = [w for w in words if w not in SMALL_WORDS]
    parts = [p for w in large for p in w.split() if p]
    return frozenset("".join(w[0] for w in some if w) for some in (words, large, parts))


def is_generic(words: Sequence[str]) -> bool:
    """Tell whether the words only say what a company does or is: "Motors", "Group"."""
    return set(words) <= _GENERIC


def has_tail(name: str) -> bool:
    """Tell whether a name ends in a word that its short form leaves out."""
    head, _, last = name.rpartition(" ")
    return bool(head) and fold(last) in _TAILS


def plain_name(name: str) -> str:
    """Return a name without its legal form, and without its own acronym at the end."""
    plain = without_legal_form(name)
    head, _, last = plain.rpartition(" ")
    if head and is_acronym(last) and fold(last) in initials(core(head)):
        return without_legal_form(head)
    return plain


def without_legal_form(name: str) -> str:
    """Return a name without "Inc." and the like."""
    while True:
        head, _, last = name.rpartition(" ")
        if not head or fold(last) not in _LEGAL:
            return name
        name = head.rstrip(" ,&").removesuffix(" and")
