"""Text to words, by rules that are data: the browser reads the same ones and finds the same words.

``words.json`` says what a word is. Nothing in it leans on a library's idea of a letter: characters
are given by their numbers, so that Python's ``re`` and JavaScript's ``RegExp`` cannot differ.

    straighten   replaced first: curly apostrophes; signs that NFKD would glue to a word
    dropped      after NFKD and lower case: accents, vowel points, invisible marks
    folded       letters that NFKD leaves whole: ß, ø, ł …
    separators   what stands between words; ``alone``: scripts without spaces, a word a character
    word         the one expression; L is any character of neither class, A one that stands alone
    cut          what is then taken out of a word: possessive 's, inner apostrophes and ampersands,
                 commas of thousands, dots of initials
    longest      words are known by their first characters
"""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files
from typing import Any

SPEC: dict[str, Any] = json.loads(
    files(__package__).joinpath("words.json").read_text(encoding="utf-8")
)


def _ranges(numbers: str) -> str:
    """The inside of a character class: ``61-7a`` becomes two escapes with a hyphen between."""
    return "".join(
        "-".join(f"\\U{int(end, 16):08x}" for end in pair.split("-")) for pair in numbers.split()
    )


_ALONE = f"[{_ranges(SPEC['alone'])}]"
_LETTER = f"[^{_ranges(SPEC['separators'] + ' ' + SPEC['alone'])}]"
_WORD = re.compile(SPEC["word"].replace("L", _LETTER).replace("A", _ALONE))
_STRAIGHTEN = str.maketrans(SPEC["straighten"])
_DROPPED = re.compile(f"[{_ranges(SPEC['dropped'])}]")
_FOLDED = str.maketrans(SPEC["folded"])
_CUT = [(re.compile(pattern), put) for pattern, put in SPEC["cut"]]
# What keeps English text from being ASCII, replaced first to the same effect: it is quicker so.
_USUAL = [("’", "'"), ("‘", "'"), ("`", "'"), *((mark, " ") for mark in "“”–—…\u00a0")]
_LONGEST: int = SPEC["longest"]


def words_of(text: str) -> list[str]:
    """Return the words of a text, in order, each as the index knows it.

    >>> words_of("Élysée’s O’Brien: the U.S., AT&T and 3.5bn")
    ['elysee', 'obrien', 'the', 'us', 'att', 'and', '3.5bn']
    """
    return [w if w.isalnum() else _cut(w) for w in _long_cut(_WORD.findall(fold(text)))]


def fold(text: str) -> str:
    """Return a text without what two spellings of a word may differ in: case, accents, quotes."""
    for mark, put in _USUAL:
        text = text.replace(mark, put)
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_STRAIGHTEN)).lower()
    return _DROPPED.sub("", plain).translate(_FOLDED)


def _long_cut(found: list[str]) -> list[str]:
    """Words cut to the longest that the index knows."""
    return [w if len(w) <= _LONGEST else w[:_LONGEST] for w in found]


def _cut(word: str) -> str:
    for pattern, put in _CUT:
        word = pattern.sub(put, word)
    return word
