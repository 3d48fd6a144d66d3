"""Pair the quotation marks of a text: the stretches that stand between them.

A pair lies in one paragraph, with two exceptions that newspapers use: a quotation that opens every
paragraph and closes once (each paragraph is a stretch of its own, ``goes_on`` from the one before),
and one pair around several paragraphs (one stretch). What is odd costs its own paragraph only.
Pairs inside a pair are part of its words. Every step is linear in the number of marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from gloss.annotate.reading.marks import Mark, find_marks, is_height, is_measure
from gloss.story import Span

_INNER_MARKS = "“”\"‘’'»«)] "

# One pair of marks around more paragraphs than this is two forgotten marks.
PARAGRAPHS_IN_A_PAIR = 12
# A paragraph with more marks than this is no prose: it is left alone, and reported.
MARKS_IN_A_PARAGRAPH = 1000


@dataclass(frozen=True)
class Quoted:
    """Words between marks.

    start, end: the words, marks and blanks excluded. outer: with the marks.
    paragraph: which one it starts in. single: between single marks.
    closed: False where the mark that closes is missing. goes_on: a paragraph opened again.
    last: the character that the words end with, inner marks aside.
    """

    start: int
    end: int
    outer: Span
    paragraph: int
    single: bool = False
    closed: bool = True
    goes_on: bool = False
    reopened: bool = False
    last: str = ""


@dataclass(frozen=True)
class Paired:
    """The pairs of a text in order, and the marks that found no partner."""

    quoted: tuple[Quoted, ...]
    odd: tuple[Mark, ...]


@dataclass(frozen=True)
class Line:
    """One paragraph's pairs, the marks that are odd in it, and the one still open at its end.

    inner: pairs inside what is still open, which count should it turn out to be a stray mark.
    """

    span: Span
    pairs: tuple[tuple[Mark, Mark], ...] = ()
    odd: tuple[Mark, ...] = ()
    open: Mark | None = None
    inner: tuple[tuple[Mark, Mark], ...] = ()

    @property
    def starts_with_mark(self) -> bool:
        """Whether its first word is quoted."""
        first = min((a.start for a, _ in self.pairs), default=self.span.end)
        return self.span.start == min(first, self.open.start if self.open else first)


def pair_marks(text: str, paragraphs: Sequence[Span]) -> Paired:
    """Pair all marks of a text."""
    lines = [pair_line(text, _trimmed(text, paragraph)) for paragraph in paragraphs]
    pairing = _Pairing(text, lines)
    for number in range(len(lines)):
        pairing.take(number)
    return Paired(tuple(sorted(pairing.quoted, key=lambda q: q.start)), tuple(pairing.odd))


@dataclass
class _Pairing:
    """Pairs across paragraphs in the making.

    closing: the odd mark that closes what an earlier paragraph opened.
    goes_on: whether the paragraph before is still open, and this one opens again.
    """

    text: str
    lines: Sequence[Line]
    quoted: list[Quoted] = field(default_factory=list)
    odd: list[Mark] = field(default_factory=list)
    closing: Mark | None = None
    goes_on: bool = False

    def take(self, number: int) -> None:
        """Take the next paragraph's marks."""
        line = self.lines[number]
        if line.inner and not self.goes_on and not _runs_on(self.lines, number):
            line = _without_open(line)
        found = [_between(self.text, a, b, number) for a, b in line.pairs]
        self.odd += [mark for mark in line.odd if mark is not self.closing]
        went_on = self.goes_on
        self.goes_on = line.open is not None and _is_opened_again(self.lines, number)
        if line.open:
            found.append(self._open(line, line.open, number, went_on))
        if went_on and found:
            found[0] = replace(found[0], goes_on=True)
        self.quoted += [q for q in found if q.end > q.start]

    def _open(self, line: Line, mark: Mark, number: int, went_on: bool) -> Quoted:
        """Return what a mark opens that its paragraph does not close."""
        self.closing = None if self.goes_on else _closing_below(self.lines, number)
        if not (self.closing or self.goes_on or went_on):
            self.odd.append(mark)
        return _between(self.text, mark, self.closing or line.span.end, number)


def _is_opened_again(lines: Sequence[Line], number: int) -> bool:
    return number + 1 < len(lines) and lines[number + 1].starts_with_mark


def pair_line(text: str, span: Span) -> Line:
    """Pair the marks of one paragraph."""
    double, single = find_marks(text, span.start, span.end)
    if len(double) + len(single) > MARKS_IN_A_PARAGRAPH:
        return Line(span, odd=(*double[:1], *single[:1])[:1])
    pairs, odd, still_open, inner = _pair_double(text, double)
    pairs += _pair_single(text, _outside(single, pairs, still_open))
    pairs.sort(key=lambda pair: pair[0].start)
    return Line(span, tuple(pairs), tuple(odd), still_open, tuple(inner))


def _runs_on(lines: Sequence[Line], n: int) -> bool:
    """Say whether what a line leaves open is a quotation that runs on, not a stray mark."""
    line = lines[n]
    if line.open is None or line.open.start == line.span.start:
        return True
    return _is_opened_again(lines, n) or _closing_below(lines, n) is not None


def _without_open(line: Line) -> Line:
    """Take the open mark for a stray one."""
    pairs = tuple(sorted((*line.pairs, *line.inner), key=lambda pair: pair[0].start))
    odd = (*line.odd, line.open) if line.open else line.odd
    return Line(line.span, pairs, odd)


def _pair_double(
    text: str, marks: Sequence[Mark]
) -> tuple[list[tuple[Mark, Mark]], list[Mark], Mark | None, list[tuple[Mark, Mark]]]:
    """Pair marks from the left; return pairs, odd marks, the open one and the pairs inside it.

    A pair inside a pair is one of another glyph, or two marks that open before two that close.
    """
    pairs: list[tuple[Mark, Mark]] = []
    odd: list[Mark] = []
    inner: list[tuple[Mark, Mark]] = []
    opened: Mark | None = None
    inside: Mark | None = None
    for n, mark in enumerate(marks):
        if is_height(text, mark) or (opened is None and is_measure(text, mark)):
            continue
        if opened is None:
            if mark.faces == "closes":
                odd.append(mark)
            else:
                opened = mark
        elif mark.faces == "opens":
            if inside is None and _is_inner(text, opened, marks[n : n + 3]):
                inside = mark
            else:
                odd.append(opened)
                pairs += inner
                opened, inside, inner = mark, None, []
        elif inside is not None:
            inner.append((inside, mark))
            inside = None
        else:
            pairs.append((opened, mark))
            opened, inner = None, []
    return pairs, odd, opened, inner


def _is_inner(text: str, opened: Mark, marks: Sequence[Mark]) -> bool:
    """Say whether a mark that opens within a pair opens a pair of its own."""
    faces = [mark.faces for mark in marks]
    if faces == ["opens", "closes", "closes"]:
        return True
    straight = [text[mark.start] in "\"'`" for mark in (opened, *marks[:2])]
    return faces[1:2] == ["closes"] and straight[0] != straight[1] == straight[2]


def _pair_single(text: str, marks: Iterable[Mark]) -> list[tuple[Mark, Mark]]:
    """Pair single marks. One behind an s may be a possessive, so a better one behind it wins."""
    pairs: list[tuple[Mark, Mark]] = []
    opened: Mark | None = None
    possible: Mark | None = None
    for mark in marks:
        if mark.faces == "opens":
            if opened and possible:
                pairs.append((opened, possible))
            opened, possible = mark, None
        elif opened:
            if text[mark.start - 1] in "sz":
                possible = possible or mark
            else:
                pairs.append((opened, mark))
                opened = possible = None
    if opened and possible:
        pairs.append((opened, possible))
    return pairs


def _outside(
    marks: Iterable[Mark], pairs: Sequence[tuple[Mark, Mark]], still_open: Mark | None
) -> list[Mark]:
    """Keep the single marks that stand outside double ones."""
    spans = iter([*((a.start, b.end) for a, b in pairs)])
    end_of_text = still_open.start if still_open else None
    current = next(spans, None)
    kept = []
    for mark in marks:
        while current and current[1] <= mark.start:
            current = next(spans, None)
        inside = current is not None and current[0] <= mark.start
        if not inside and (end_of_text is None or mark.start < end_of_text):
            kept.append(mark)
    return kept


def _closing_below(lines: Sequence[Line], n: int) -> Mark | None:
    """Find the mark that closes, paragraphs below, what the line leaves open."""
    for line in lines[n + 1 : n + PARAGRAPHS_IN_A_PAIR]:
        first = min((a.start for a, _ in line.pairs), default=None)
        if line.odd and (first is None or line.odd[0].start < first):
            return line.odd[0] if line.odd[0].faces == "closes" else None
        if first is not None or line.open:
            return None
    return None


def _between(text: str, opening: Mark, closing: Mark | int, paragraph: int) -> Quoted:
    """Make the stretch between two marks, or between a mark and the end of its paragraph."""
    closed = isinstance(closing, Mark)
    start, end = opening.end, closing.start if isinstance(closing, Mark) else closing
    inner = _trimmed(text, Span(start, end))
    outer = Span(opening.start, closing.end if isinstance(closing, Mark) else closing)
    last = text[inner.start : inner.end].rstrip(_INNER_MARKS)[-1:]
    return Quoted(inner.start, inner.end, outer, paragraph, opening.single, closed, last=last)


def _trimmed(text: str, span: Span) -> Span:
    """Cut blanks off both ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
