"""Pair the quotation marks of a text: the stretches that stand between them.

A pair lies in one paragraph, with exceptions that newspapers use: a quotation that opens every
paragraph and closes once (each paragraph is a stretch of its own, ``goes_on`` from the one before;
so it is where the breaks between its paragraphs were lost), and one pair around several paragraphs
(one stretch). What is odd costs its own paragraph only. Pairs inside a pair are part of its words.
Every step is linear in the number of marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gloss.annotate.reading.line import Line, Stretch, begins_speech, is_narrated, pair_line
from gloss.annotate.reading.marks import Mark
from gloss.story import Span

_INNER_MARKS = "“”\"‘’'»«)] "

# One pair of marks around more paragraphs than this is two forgotten marks.
PARAGRAPHS_IN_A_PAIR = 12


@dataclass(frozen=True)
class Quoted:
    """Words between marks.

    start, end: the words, marks and blanks excluded. outer: with the marks.
    paragraph: which one it starts in. single: between single marks.
    closed: False where the mark that closes is missing.
    goes_on: the speech of the stretch before, opened again.
    last: the character that the words end with, inner marks aside. first: what they begin with.
    """

    start: int
    end: int
    outer: Span
    paragraph: int
    single: bool = False
    closed: bool = True
    goes_on: bool = False
    last: str = ""
    first: str = ""


@dataclass(frozen=True)
class Paired:
    """The pairs of a text in order, and the marks that found no partner."""

    quoted: tuple[Quoted, ...]
    odd: tuple[Mark, ...]


def pair_marks(text: str, paragraphs: Sequence[Span]) -> Paired:
    """Pair all marks of a text."""
    lines = [pair_line(text, _trimmed(text, paragraph)) for paragraph in paragraphs]
    quoted: list[Quoted] = []
    odd: list[Mark] = []
    closing: Mark | None = None  # the odd mark that closes what an earlier paragraph opened
    goes_on = False
    for n, whole in enumerate(lines):
        line = whole if _runs_on(text, lines, n, goes_on) else whole.without_open()
        odd += (mark for mark in line.odd if mark is not closing)
        again = line.open is not None and _opens(lines, n + 1)
        if line.open:
            closing = None if again else _closing_below(lines, n)
            odd += [] if again or closing or goes_on else [line.open.opening]
        quoted += _quoted_on(text, line, n, closing, goes_on)
        goes_on = again
    return Paired(tuple(sorted(quoted, key=lambda q: q.start)), tuple(odd))


def _opens(lines: Sequence[Line], n: int) -> bool:
    return n < len(lines) and lines[n].starts_with_mark


def _runs_on(text: str, lines: Sequence[Line], n: int, goes_on: bool) -> bool:
    """Say whether what a line leaves open is a quotation that runs on, not a stray mark."""
    line = lines[n]
    if line.open is None or _closing_below(lines, n):
        return True
    if is_narrated(text, line.open):
        return False
    if goes_on or _opens(lines, n + 1):
        return True
    alone = line.inner and line.open.opening.start != line.span.start
    return not alone and begins_speech(text, line.open.opening)


def _quoted_on(
    text: str, line: Line, n: int, closing: Mark | None, goes_on: bool
) -> Iterator[Quoted]:
    """Yield what is quoted in a paragraph, the first of it going on where ``goes_on``.

    closing: the mark that closes what it leaves open.
    """
    still = [replace(line.open, closing=closing or line.span.end)] if line.open else []
    for stretch in (*line.stretches, *still):
        quoted = _between(text, stretch, n)
        if quoted.end > quoted.start:
            yield replace(quoted, goes_on=True) if goes_on else quoted
            goes_on = False


def _closing_below(lines: Sequence[Line], n: int) -> Mark | None:
    """Find the mark that closes, paragraphs below, what the line leaves open."""
    for line in lines[n + 1 : n + PARAGRAPHS_IN_A_PAIR]:
        first = line.first
        if line.odd and (first is None or line.odd[0].start < first):
            return line.odd[0] if line.odd[0].faces == "closes" else None
        if first is not None:
            return None
    return None


def _between(text: str, stretch: Stretch, paragraph: int) -> Quoted:
    """Make what stands between two marks, or between a mark and where it is opened again."""
    opening, closing = stretch.opening, stretch.closing
    closed = isinstance(closing, Mark)
    end = closing.start if isinstance(closing, Mark) else closing
    inner = _trimmed(text, Span(opening.end, end))
    outer = Span(opening.start, closing.end if isinstance(closing, Mark) else inner.end)
    last = text[inner.start : inner.end].rstrip(_INNER_MARKS)[-1:]
    single, goes_on = opening.single, stretch.goes_on
    first = text[inner.start : inner.start + 1]
    return Quoted(inner.start, inner.end, outer, paragraph, single, closed, goes_on, last, first)


def _trimmed(text: str, span: Span) -> Span:
    """Cut blanks off both ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
