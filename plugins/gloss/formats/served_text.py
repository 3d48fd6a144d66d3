"""Where a story's words stand in its page as it is served, so that a program can find them there.

A place is told by the address of a paragraph (or of another block) and by words that stand in it
once. Those words may be what the page adds, too (``data-gloss``): they are looked for as served.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

# How many characters before and after a mark are told: no more than it takes. Some clients look for
# what stands before alone, for no more than 32 characters, and nearly: it had better not be short,
# nor words short that have nothing before them.
AROUND = ((24, 0), (24, 12), (32, 32), (32, 128), (32, 1 << 20))
SHORT, LONG = 12, 32

_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-z0-9]+)(?P<attributes>[^>]*)>|(?P<text>[^<]+)")
_ID = re.compile(r' id="([^"]*)"')
_ADDED = re.compile(r" data-gloss(?=[ =]|$)")
_VOID = frozenset({"br", "hr", "img"})


@dataclass
class Passage:
    """A paragraph, or another block with an address of its own, as it is served.

    text: its ``textContent``. added: where what the page adds to the story stands in it.
    """

    id: str
    text: str = ""
    added: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class ServedQuotation:
    """Words in a passage, with as much before and after as it takes to stand there once."""

    passage: str
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class _Piece:
    """A stretch of the story's text, and where it begins in its passage."""

    start: int
    end: int
    passage: Passage
    at: int


class ServedText:
    """The blocks of a page, to be asked where a stretch of the story's text stands in them."""

    def __init__(self, text: str, blocks: Iterable[str]) -> None:
        self._text = text
        self._pieces: list[_Piece] = []
        self._at = 0
        for html in blocks:
            self._read(html)
        self._starts = [piece.start for piece in self._pieces]

    def quoted(self, start: int, end: int) -> Iterator[ServedQuotation]:
        """Yield the stretch as it stands in each passage that has a part of it."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        parts: dict[int, list[tuple[Passage, int, int]]] = {}
        for piece in self._pieces[first:]:
            if piece.start >= end:
                break
            left, right = max(start, piece.start), min(end, piece.end)
            if left < right:
                shift = piece.at - piece.start
                place = (piece.passage, left + shift, right + shift)
                parts.setdefault(id(piece.passage), []).append(place)
        for places in parts.values():
            yield _quoted(places[0][0], places[0][1], places[-1][2])

    def _read(self, html: str) -> None:
        """Read a block: its elements as they open and close, and the text in them."""
        passages: list[Passage] = []
        opened: list[tuple[bool, bool]] = []  # of each element: a passage of its own? added?
        for token in _TOKEN.finditer(html):
            if token["text"]:
                self._words(unescape(token["text"]), passages, any(added for _, added in opened))
            elif token["end"]:
                if opened.pop()[0]:
                    passages.pop()
            elif token["tag"] not in _VOID:
                id_ = _ID.search(token["attributes"])
                apart = id_ is not None and (token["tag"] == "p" or not opened)
                if apart and id_:
                    passages.append(Passage(unescape(id_[1])))
                opened.append((apart, bool(_ADDED.search(token["attributes"]))))

    def _words(self, words: str, passages: list[Passage], added: bool) -> None:
        """Take in a text: the innermost passage is its place, and those around hold it too."""
        if not passages:
            return
        inner = passages[-1]
        at = len(inner.text)
        for passage in passages:
            passage.text += words
        if added:
            inner.added.append((at, at + len(words)))
            return
        start = self._next(words)
        if start is not None:
            self._at = start + len(words)
            self._pieces.append(_Piece(start, self._at, inner, at))

    def _next(self, words: str) -> int | None:
        """Where a text stands in the story, behind what was read: only space may lie between."""
        at = self._at
        while not self._text.startswith(words, at):
            if not self._text[at : at + 1].isspace():
                return None
            at += 1
        return at


def _quoted(passage: Passage, start: int, end: int) -> ServedQuotation:
    """Tell words with no more around them than it takes for them to stand there once."""
    text = passage.text
    windows = _windows(passage, start, end)
    before, after = next(window for window in windows if _once(text[slice(*window)], text))
    return ServedQuotation(passage.id, text[start:end], text[before:start], text[end:after])


def _windows(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around a place, wider and wider: of the story's own words, then of any."""
    left = max((stop for _, stop in passage.added if stop <= start), default=0)
    right = min((at for at, _ in passage.added if at >= end), default=len(passage.text))
    if end - start >= LONG:
        yield start, end
    if start - left < SHORT:
        yield start, min(right, end + 32)
    for before, after in AROUND:
        yield max(left, start - before), min(right, end + after)
    yield left, right
    yield 0, len(passage.text)


def _once(words: str, text: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0
