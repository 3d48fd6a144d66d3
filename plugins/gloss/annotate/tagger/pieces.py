"""Cut a text into words, shapes, word pieces and chunks: in training as at run time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]
PiecesOf = Callable[[str], Sequence[int]]

MAX_PIECES = 120  # a chunk: long enough for a paragraph of context, short enough to be fast
MAX_PIECES_A_WORD = 8  # a longer word is a link or noise, and its head tells enough
WORDS_REMEMBERED = 100_000

WORD = re.compile(r"\w+|[^\w\s]")
SENTENCE_BREAK = re.compile(
    r"\n+|(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])",
)

PUNCTUATION, LOWER, TITLE, ACRONYM, CAPITAL, DIGITS, CAMEL, SHOUT, CODE, OTHER = range(1, 11)
SHAPES = 11  # 0 is padding

CAPITALISED_FUNCTION_WORDS = frozenset(
    word
    for words in (
        "A About According After All Also Although An And Another Any As At Because Before But By",
        "Did Do Does Each Even Every For From Had Has Have He Her Here His How However I If In Is",
        "It Its Just Later Many Meanwhile More Most My Nevertheless No Nor Not Now Of On One Only",
        "Or Other Our Perhaps She Since So Some Still Such That The Their Then There These They",
        "This Those Though Three To Two Under Until Was We Were What When Where Whether Which",
        "While Who Why With Yes Yet You Your",
    )
    for word in words.split()
)


class Chunk(NamedTuple):
    """Some whole sentences, as the model reads them."""

    words: tuple[Span, ...]  # offsets into the text, code points
    pieces: tuple[tuple[int, ...], ...]  # the word pieces of each word


def split_words(text: str) -> list[Span]:
    """Give the offsets of runs of letters and digits, and of single other marks."""
    return [match.span() for match in WORD.finditer(text)]


@lru_cache(maxsize=WORDS_REMEMBERED)
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


def may_hold_a_name(text: str, sentence: Sequence[Span]) -> bool:
    """Tell whether a sentence has a word that could be a name; one word in ten needs no model.

    Such a word is not in small letters ("rain", "The"), or is in a script that has none.
    """
    words = (text[start:end] for start, end in sentence)
    return any(
        not word.islower()
        and word not in CAPITALISED_FUNCTION_WORDS
        and any(map(str.isalpha, word))
        for word in words
    )


def pack(
    text: str, sentences: Iterable[Sequence[Span]], pieces_of: PiecesOf, limit: int = MAX_PIECES
) -> list[Chunk]:
    """Pack whole sentences into chunks of at most `limit` pieces; only a longer sentence is cut."""
    chunks: list[list[tuple[Span, tuple[int, ...]]]] = []
    room = 0
    for sentence in sentences:
        words = [((start, end), tuple(pieces_of(text[start:end]))) for start, end in sentence]
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
