"""How well a text is one of a language: by the letters beyond A to Z that the language has.

A wrong one of two neighbouring encodings (Windows-1250 and ISO-8859-2, Windows-1252 and
ISO-8859-15) gives letters and signs that the language does not have.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

# Signs that text in any language may have; accents that stand by themselves are none of them.
_SIGNS = frozenset("“”‘’‚„‹›«»–—…•·°§©®™€£¥¿¡№‰†‡±×÷µ¹²³ªº\u00a0\u00ad\u200e\u200f")
_BEHIND_LATIN = "\u0370"
_FRACTIONS = "¼½¾"
_JOINING = "’‘–—·…µ\u00ad"  # may stand inside a word
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Alphabet:
    """The letters of a language, in lower case, and the encodings that its texts come in."""

    letters: frozenset[str]
    encodings: tuple[str, ...]

    def strangers(self, text: str) -> int:
        """Return how many characters and places the language does not have."""
        found = sum(self._is_strange(text, at) for at in _beyond(text))
        return found + sum(map(_is_mixed, _WORD.findall(text)))

    def _is_strange(self, text: str, at: int) -> bool:
        sign, before, behind = text[at], text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        if sign in _FRACTIONS:
            return before.isalpha() or behind.isalpha()
        if sign.isalpha() and sign not in _SIGNS:
            return sign.lower() not in self.letters or (before + behind).strip().isdigit()
        if unicodedata.category(sign)[0] in "MZ" or sign in _JOINING:
            return False
        inside = behind.islower() and (before.isalpha() or unicodedata.category(sign)[0] == "S")
        return inside or (sign not in _SIGNS and unicodedata.category(sign)[0] != "P")


def _beyond(text: str) -> Iterator[int]:
    return (at for at, character in enumerate(text) if not character.isascii())


def _is_mixed(word: str) -> bool:
    """Tell a word of two scripts, or with a capital behind a small letter: иekaju, donÕt, ПрИ."""
    if any(map(str.isascii, word)) and max(word) >= _BEHIND_LATIN:
        return True
    return any(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(word))


@cache
def alphabet_of(language: str) -> Alphabet | None:
    """Return the alphabet of a language; None where it is not known."""
    return _alphabets().get(language)


@cache
def encodings() -> tuple[str, ...]:
    """Return all encodings of all languages, each once."""
    every = (name for alphabet in _alphabets().values() for name in alphabet.encodings)
    return tuple(dict.fromkeys(every))


@cache
def _alphabets() -> dict[str, Alphabet]:
    file = files(__package__).joinpath("alphabets.toml")
    found = {}
    for table in tomllib.loads(file.read_text(encoding="utf-8")).values():
        alphabet = Alphabet(frozenset(table["letters"]), tuple(table["encodings"].split()))
        found.update(dict.fromkeys(table["languages"].split(), alphabet))
    return found
