"""Read what an editor changed in an article by hand, as corrections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from gloss.article.body import Body, read_body
from gloss.article.quoted_pieces import BREAK, paragraph_spans
from gloss.article.write import write_body
from gloss.corrections.block_edits import block_edits, shown
from gloss.corrections.blocks import SLUG, lay_blocks
from gloss.corrections.laid import lay_over
from gloss.corrections.mark_edits import mark_edits, name_edits
from gloss.corrections.nouns import Correction
from gloss.corrections.text_edits import TextEdits, text_edits
from gloss.story import Annotations, Entity, Mention, Moment, Quotation, Report, Span

M = TypeVar("M", Mention, Moment, Report)


@dataclass(frozen=True)
class BodyEdits:
    """What an editor changed of a body.

    text: the story's text as it is then. blocks: those of the corrections that are of blocks; all
        of the body, not only the new ones.
    whole: the body made of them shows what the edited one does; else something was changed that
        no correction can say.
    """

    corrections: tuple[Correction, ...]
    blocks: tuple[Correction, ...]
    text: str
    whole: bool


def body_edits(
    text: str, annotations: Annotations, edited: str, names: tuple[Entity, ...]
) -> BodyEdits:
    """Find what an editor changed of a body.

    text, annotations: what the body was made of, corrections included. names: of the edited head.
    Where words stay and marks tell nothing, blocks are kept as the editor wrote them.
    """
    read = read_body(edited, SLUG, names)
    edits = text_edits(text, read.text)
    was = _moved(annotations, edits)
    marks = tuple(mark_edits(edits.text, was, _without_own(read, edits)))
    laid = lay_over(edits.text, was, marks).annotations
    named = tuple(name_edits(laid.entities, read.annotations.entities))
    bare = write_body(edits.text, laid)
    blocks = tuple(block_edits(bare, edited, edits.text, names))
    made = lay_blocks(bare, edits.text, blocks).body
    whole = _seen(read_body(made, SLUG, names)) == _seen(read)
    return BodyEdits((*edits.corrections, *marks, *named), blocks, edits.text, whole)


def _moved(found: Annotations, edits: TextEdits) -> Annotations:
    """Return annotations where an edited text has them; those whose words are gone, left out."""
    quotations = []
    for quotation in found.quotations:
        parts = [edits.moved(part) for part in quotation.parts]
        if all(parts):
            quotations.append(replace(quotation, parts=tuple(parts)))  # type: ignore[arg-type]
    return replace(
        found,
        mentions=tuple(_shift(m, s) for m in found.mentions if (s := edits.moved(_span(m)))),
        moments=tuple(_shift(m, s) for m in found.moments if (s := edits.moved(_span(m)))),
        reports=tuple(_shift(r, s) for r in found.reports if (s := edits.moved(_span(r)))),
        quotations=tuple(quotations),
    )


def _span(mark: Mention | Moment | Report) -> Span:
    return Span(mark.start, mark.end)


def _shift(mark: M, to: Span) -> M:
    return replace(mark, start=to.start, end=to.end)


def _without_own(read: Body, edits: TextEdits) -> Annotations:
    """Return what the edited body says, by offsets into the text without own paragraphs."""
    shifts = list(_shifts(read.text, edits.own))

    def back(span: Span) -> Span | None:
        for place, by in shifts:
            if place.start <= span.start <= place.end:
                return None if by is None else Span(span.start - by, span.end - by)
        return None

    found, quotations = read.annotations, list[Quotation]()
    for quotation in found.quotations:
        parts = [back(part) for part in quotation.parts]
        if all(parts):
            quotations.append(replace(quotation, parts=tuple(parts)))  # type: ignore[arg-type]
    return replace(
        found,
        mentions=tuple(_shift(m, s) for m in found.mentions if (s := back(_span(m)))),
        moments=tuple(_shift(m, s) for m in found.moments if (s := back(_span(m)))),
        reports=tuple(_shift(r, s) for r in found.reports if (s := back(_span(r)))),
        quotations=tuple(quotations),
    )


def _shifts(text: str, own: frozenset[int]) -> list[tuple[Span, int | None]]:
    """Return how far each paragraph moves when own ones are left out; None of those."""
    shifts, by = list[tuple[Span, int | None]](), 0
    for number, span in enumerate(paragraph_spans(text)):
        if number in own:
            by += len(span) + len(BREAK)
        shifts.append((span, None if number in own else by))
    return shifts


def _seen(read: Body) -> tuple[object, ...]:
    """Return all of a body that readers, and machines, see."""
    found = read.annotations
    said = [replace(quotation, how="", sure=1.0) for quotation in found.quotations]
    html = [(block.type, shown(block.html)) for block in read.blocks]
    return read.text, found.mentions, found.moments, said, found.reports, html
