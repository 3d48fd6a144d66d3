"""Pair the quotation marks of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gloss.annotate.reading.marks import Mark, find_marks, is_height, is_measure
from gloss.lexicon import words
from gloss.story import Span

# A paragraph with more marks than this is no prose: it is left alone, and reported.
MARKS_IN_A_PARAGRAPH = 1000

_VERBS = "|".join(sorted(words("quotes")["narrating"]))
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_SOMEBODY = rf"(?:(?:the|a|an|his|her|their|one) [\w-]+|he|she|they|{_NAME})"
# “We were never asked, said Joan Platt, who lives nearby.
_FURTHER = "|".join(sorted(words("quotes")["narrating_on"]))
_NARRATED = re.compile(
    rf"[,.!?] (?:(?:{_VERBS}) {_SOMEBODY}|{_SOMEBODY} (?:{_VERBS})(?:[,.:]| (?:{_FURTHER})\b))"
)
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*\Z")
_BEGINS = re.compile(r"[\"“‘'(\[]*(?:[^\W_a-z]|…|\.\.\.)")
_LED_UP_TO = re.compile(r"[,:—–-]\s*\Z")


@dataclass(frozen=True)
class Stretch:
    """What stands behind a mark that opens: up to the one that closes, or to an offset without.

    goes_on: whether it is the speech before opened again.
    """

    opening: Mark
    closing: Mark | int
    goes_on: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph's stretches, the marks that are odd in it, and what is still open at its end.

    inner: pairs inside what is still open, which count should it turn out to be a stray mark.
    """

    span: Span
    stretches: tuple[Stretch, ...] = ()
    odd: tuple[Mark, ...] = ()
    open: Stretch | None = None
    inner: tuple[Stretch, ...] = ()

    @property
    def first(self) -> int | None:
        """Where the first stretch opens."""
        opened = [self.open] if self.open else []
        return min((s.opening.start for s in (*self.stretches, *opened)), default=None)

    @property
    def starts_with_mark(self) -> bool:
        """Whether its first word is quoted."""
        return self.span.start == self.first

    def without_open(self) -> Line:
        """Take the open mark for a stray one."""
        stretches = sorted((*self.stretches, *self.inner), key=lambda s: s.opening.start)
        odd = (*self.odd, self.open.opening) if self.open else self.odd
        return Line(self.span, tuple(stretches), odd)


def pair_line(text: str, span: Span) -> Line:
    """Pair the marks of one paragraph, from the left."""
    double, single = find_marks(text, span.start, span.end)
    if len(double) + len(single) > MARKS_IN_A_PARAGRAPH:
        return Line(span, odd=(*double[:1], *single[:1])[:1])
    doubles = _Doubles(text, double)
    for n in range(len(double)):
        doubles.read(n)
    still_open = Stretch(doubles.opened, span.end, doubles.goes_on) if doubles.opened else None
    singles = _pair_single(text, _outside(single, doubles.found, doubles.opened))
    stretches = sorted((*doubles.found, *singles), key=lambda s: s.opening.start)
    return Line(span, tuple(stretches), tuple(doubles.odd), still_open, tuple(doubles.inner))


def begins_speech(text: str, opening: Mark) -> bool:
    """Say whether what stands behind a mark begins as speech does: with a capital, or led up to."""
    led = _LED_UP_TO.search(text, max(0, opening.start - 3), opening.start) is not None
    return led or _BEGINS.match(text, opening.end) is not None


def is_narrated(text: str, stretch: Stretch) -> bool:
    """Say whether somebody narrates in what no mark closes."""
    end = stretch.closing if isinstance(stretch.closing, int) else stretch.closing.start
    return _NARRATED.search(text, stretch.opening.end, end) is not None


def _is_reopened(text: str, piece: Stretch, mark: Mark) -> bool:
    """Say whether a mark opens speech again where a sentence of it has ended."""
    ended = _ENDED.search(text, max(0, mark.start - 6), mark.start) is not None
    return ended and begins_speech(text, piece.opening) and not is_narrated(text, piece)


class _Doubles:
    """The double marks of a paragraph, read one after the other.

    A pair inside a pair is one of another glyph, or two marks that open before two that close. A
    mark that opens where a sentence of an open stretch has ended opens the speech again, as in a
    speech whose paragraphs were run together: ``"It is. "It was. "It will be."``
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = marks
        self._inside: Mark | None = None
        self.found: list[Stretch] = []
        self.inner: list[Stretch] = []
        self.odd: list[Mark] = []
        self.opened: Mark | None = None
        self.goes_on = False

    def read(self, n: int) -> None:
        """Read the n-th mark."""
        mark = self._marks[n]
        if self._measures(n):
            return
        if self.opened is None:
            (self.odd.append if mark.faces == "closes" else self._open)(mark)
        elif mark.faces == "opens":
            self._open_within(self.opened, n)
        elif self._inside is not None:
            self.inner.append(Stretch(self._inside, mark))
            self._inside = None
        else:
            self.found.append(Stretch(self.opened, mark, self.goes_on))
            self.opened, self.inner, self.goes_on = None, [], False

    def _open(self, mark: Mark, goes_on: bool = False) -> None:
        self.opened, self._inside, self.inner, self.goes_on = mark, None, [], goes_on

    def _open_within(self, opened: Mark, n: int) -> None:
        """Read a mark that opens where another is open."""
        mark = self._marks[n]
        piece = Stretch(opened, mark.start, self.goes_on)
        if self._inside is None and _is_inner(self._text, opened, self._marks[n : n + 3]):
            self._inside = mark
        elif _is_reopened(self._text, piece, mark):
            self.found.append(piece)
            self._open(mark, goes_on=True)
        else:
            self.odd.append(opened)
            self.found += self.inner
            self._open(mark)

    def _measures(self, n: int) -> bool:
        """Say whether a mark stands for inches: ``6'2"``, and ``a 6" pipe`` but where it closes."""
        mark = self._marks[n]
        if is_height(self._text, mark):
            return True
        if not is_measure(self._text, mark):
            return False
        closes_behind = n + 1 < len(self._marks) and self._marks[n + 1].faces == "closes"
        return self.opened is None or (self._inside is None and closes_behind)


def _is_inner(text: str, opened: Mark, marks: Sequence[Mark]) -> bool:
    """Say whether a mark that opens within a pair opens a pair of its own."""
    faces = [mark.faces for mark in marks]
    if faces == ["opens", "closes", "closes"]:
        return True
    straight = [text[mark.start] in "\"'`" for mark in (opened, *marks[:2])]
    return faces[1:2] == ["closes"] and straight[0] != straight[1] == straight[2]


def _pair_single(text: str, marks: Iterable[Mark]) -> list[Stretch]:
    """Pair single marks. One behind an s may be a possessive, so a better one behind it wins."""
    pairs: list[Stretch] = []
    opened: Mark | None = None
    possible: Mark | None = None
    goes_on = False
    for mark in marks:
        if mark.faces == "opens":
            piece = _piece(text, opened, possible, mark, goes_on)
            pairs += [piece] if piece else []
            goes_on = piece is not None and isinstance(piece.closing, int)
            opened, possible = mark, None
        elif opened and text[mark.start - 1] in "sz":
            possible = possible or mark
        elif opened:
            pairs.append(Stretch(opened, mark, goes_on))
            opened, possible, goes_on = None, None, False
    return [*pairs, Stretch(opened, possible, goes_on)] if opened and possible else pairs


def _piece(
    text: str, opened: Mark | None, possible: Mark | None, mark: Mark, goes_on: bool
) -> Stretch | None:
    """Return what stands before a single mark that opens where another is open."""
    if opened is None or possible:
        return Stretch(opened, possible, goes_on) if opened and possible else None
    piece = Stretch(opened, mark.start, goes_on)
    return piece if _is_reopened(text, piece, mark) else None


def _outside(marks: Iterable[Mark], pairs: Sequence[Stretch], opened: Mark | None) -> list[Mark]:
    """Keep the single marks that stand outside double ones."""
    ends = [s.closing if isinstance(s.closing, int) else s.closing.end for s in pairs]
    kept, n = [], 0
    for mark in marks:
        while n < len(pairs) and ends[n] <= mark.start:
            n += 1
        inside = n < len(pairs) and pairs[n].opening.start <= mark.start
        if not inside and (opened is None or mark.start < opened.start):
            kept.append(mark)
    return kept
