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
from functools import lru_cache
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
_DROPPED = re.compile(f"[{_ranges(SPEC['dropped'])}]")
_FOLDED = str.maketrans(SPEC["folded"])
_CUT = [(re.compile(pattern), put) for pattern, put in SPEC["cut"]]
_LONGEST: int = SPEC["longest"]
# What keeps English text from being ASCII, replaced first to the same effect: it is quicker so.
_USUAL = [("’", "'"), ("‘", "'"), *((mark, " ") for mark in "“”–—…\u00a0")]
_ODD = re.compile("[^\0-\x7f]+")
# What ends a piece between blanks and is never of its word.
_ENDS = (", ", ". ", ".\n")


def words_of(text: str) -> list[str]:
    """Return the words of a text, in order, each as the index knows it.

    >>> words_of("Élysée’s O’Brien: the U.S., AT&T and 3.5bn")
    ['elysee', 'obrien', 'the', 'us', 'att', 'and', '3.5bn']
    """
    folded = fold(text)
    for mark in _ENDS:
        folded = folded.replace(mark, " ")
    words: list[str] = []
    # No word goes across a blank, and most pieces between blanks are a word as they stand.
    for piece in folded.split():
        if piece.isalnum() and piece.isascii() and len(piece) <= _LONGEST:
            words.append(piece)
        else:
            words += _words_in(piece)
    return words


@lru_cache(maxsize=20_000)
def _words_in(piece: str) -> tuple[str, ...]:
    """The words of a piece that holds more than letters: what comes once comes again."""
    found = (word[:_LONGEST] for word in _WORD.findall(piece))
    return tuple(word if word.isalnum() else _cut(word) for word in found)


def fold(text: str) -> str:
    """Return a text without what two spellings of a word may differ in: case, accents, quotes."""
    text = text.replace("`", "'")
    if text.isascii():
        return text.lower()
    for mark, put in _USUAL:
        text = text.replace(mark, put)
    if not text.isascii():
        text = _ODD.sub(lambda odd: odd[0].translate(_PLAIN), text)
    return text.lower()


class _Plain(dict[int, str]):
    """Characters folded, by their numbers; each is worked out once."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        straight = SPEC["straighten"].get(character, character)
        plain = _DROPPED.sub("", unicodedata.normalize("NFKD", straight).lower())
        return self.setdefault(number, plain.translate(_FOLDED))


_PLAIN = _Plain()


def _cut(word: str) -> str:
    for pattern, put in _CUT:
        word = pattern.sub(put, word)
    return word
