"""Cut a text into words, shapes, word pieces and chunks: in training as at run time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Span = tuple[int, int]
PiecesOf = Callable[[str], Sequence[int]]

MAX_PIECES = 120  # a chunk: long enough for a paragraph of context, short enough to be fast
MAX_PIECES_A_WORD = 8  # a longer word is a link or noise, and its head tells enough

WORD = re.compile(r"\w+|[^\w\s]")
SENTENCE_BREAK = re.compile(
    r"\n+|(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])",
)

PUNCTUATION, LOWER, TITLE, ACRONYM, CAPITAL, DIGITS, CAMEL, SHOUT, CODE, OTHER = range(1, 11)
SHAPES = 11  # 0 is padding


class Chunk(NamedTuple):
    """Some whole sentences, as the model reads them."""

    words: tuple[Span, ...]  # offsets into the text, code points
    pieces: tuple[tuple[int, ...], ...]  # the word pieces of each word


def split_words(text: str) -> list[Span]:
    """Give the offsets of runs of letters and digits, and of single other marks."""
    return [match.span() for match in WORD.finditer(text)]


def shape(word: str) -> int:
    """Tell how a word is written, which an uncased vocabulary forgets."""
    if word.isdigit():
        return DIGITS
    if not any(map(str.isalpha, word)):
        return PUNCTUATION
    if any(map(str.isdigit, word)):
        return CODE if word[0].isupper() else OTHER
    if word.islower():
        return LOWER
    if word.isupper():
        return CAPITAL if len(word) == 1 else ACRONYM if len(word) < 5 else SHOUT
    if word[0].isupper():
        return TITLE if word[1:].islower() else CAMEL
    return OTHER


def sentence_starts(text: str) -> list[int]:
    """Give the offsets at which sentences begin, roughly: a chunk may end before any of them."""
    breaks = (match.end() for match in SENTENCE_BREAK.finditer(text))
    return [0, *(end for end in breaks if end < len(text))]


def split_sentences(text: str) -> list[list[Span]]:
    """Give the words of each sentence that has any."""
    ends = [*sentence_starts(text)[1:], len(text) + 1]
    sentences: list[list[Span]] = [[] for _ in ends]
    current = 0
    for word in split_words(text):
        while word[0] >= ends[current]:
            current += 1
        sentences[current].append(word)
    return [sentence for sentence in sentences if sentence]


def split_chunks(text: str, pieces_of: PiecesOf, limit: int = MAX_PIECES) -> list[Chunk]:
    """Pack whole sentences into chunks of at most `limit` pieces; only a longer sentence is cut."""
    chunks: list[list[tuple[Span, tuple[int, ...]]]] = []
    room = 0
    for sentence in split_sentences(text):
        words = [(span, tuple(pieces_of(text[slice(*span)]))) for span in sentence]
        if sum(len(pieces) for _, pieces in words) > room:
            chunks.append([])
            room = limit
        for span, pieces in words:
            if len(pieces) > room:
                chunks.append([])
                room = limit
            chunks[-1].append((span, pieces))
            room -= len(pieces)
    return [Chunk(*zip(*chunk, strict=True)) for chunk in chunks if chunk]


def may_hold_a_name(text: str, chunk: Chunk) -> bool:
    """Tell whether a chunk has a capital letter, or a letter of a script that has none."""
    start, end = chunk.words[0][0], chunk.words[-1][1]
    return not text[start:end].islower()
