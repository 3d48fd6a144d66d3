"""Where a quotation stands, paragraph by paragraph, with its quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gloss.article.marks import mark_after, mark_before, words_within
from gloss.story import Quotation, Span

BREAK = "\n\n"


@dataclass(frozen=True)
class Piece:
    """What stands of a quotation in one paragraph, its quotation marks included.

    continues: it goes on with the part that the paragraph before it held.
    bare: what looks like its quotation marks belongs to the words.
    """

    extent: Span
    continues: bool
    bare: bool


def paragraph_spans(text: str) -> list[Span]:
    """Return where the paragraphs of a story's text stand."""
    spans, at = [], 0
    for paragraph in text.split(BREAK):
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + len(BREAK)
    return spans


def filled(pieces: Sequence[Piece], paragraphs: Sequence[Span]) -> tuple[int, int] | None:
    """Return the number of the first paragraph that pieces fill, and how many; None if not."""
    try:
        numbers = [paragraphs.index(piece.extent) for piece in pieces]
    except ValueError:
        return None
    return numbers[0], len(numbers)


def pieces_of(
    text: str, quotation: Quotation, paragraphs: Sequence[Span], last: int, starts: Sequence[int]
) -> Iterator[Piece]:
    """Cut a quotation's parts at the paragraphs.

    last: where the quotation before it ends, marks included. starts: where all parts begin, sorted:
    a mark between two parts belongs to one of them only.
    """
    for part in quotation.parts:
        extent = _extent(text, part, last, starts)
        last = extent.end
        bare = words_within(text, extent) != part
        if bare:
            extent = part
        touched = [p for p in paragraphs if p.start < extent.end and extent.start < p.end]
        if not touched:
            raise ValueError(f"a quotation at {part.start} holds no words")
        for paragraph in touched:
            piece = Span(max(extent.start, paragraph.start), min(extent.end, paragraph.end))
            yield Piece(piece, paragraph is not touched[0], bare)


def _extent(text: str, part: Span, last: int, starts: Sequence[int]) -> Span:
    start = part.start - mark_before(text, part.start)
    end = part.end + mark_after(text, part.end)
    following = bisect_left(starts, part.end)
    return Span(
        part.start if start < last else start,
        part.end if following < len(starts) and end > starts[following] else end,
    )
