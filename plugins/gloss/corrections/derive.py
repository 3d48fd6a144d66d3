"""Read what an editor changed in an article by hand, as corrections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from gloss.article.body import Body, read_body
from gloss.article.quoted_pieces import BREAK, paragraph_spans
from gloss.article.write import write_body
from gloss.corrections.anchoring import anchor, find
from gloss.corrections.block_edits import block_edits, shown
from gloss.corrections.blocks import SLUG, lay_blocks
from gloss.corrections.laid import lay_over
from gloss.corrections.mark_edits import mark_edits, name_edits
from gloss.corrections.nouns import ALL, Correction
from gloss.corrections.text_edits import TextEdits, text_edits
from gloss.story import Annotations, Entity, Mention, Moment, Quotation, Report, Span

M = TypeVar("M", Mention, Moment, Report)


@dataclass(frozen=True)
class BodyEdits:
    """What an editor changed of a body.

    words: how the text was changed, and what it is then. marks: corrections of marks and names.
    blocks: corrections of blocks; all of the body, not only the new ones.
    whole: the body made of them shows what the edited one does; else something was changed that
        no correction can say.
    """

    words: TextEdits
    marks: tuple[Correction, ...]
    blocks: tuple[Correction, ...]
    whole: bool

    @property
    def text(self) -> str:
        """The story's text as it is then."""
        return self.words.text

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """All but those of blocks, in the order in which they are laid over."""
        return (*self.words.corrections, *self.marks)


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
    return BodyEdits(edits, (*marks, *named), blocks, whole)


def anchored_anew(was: str, correction: Correction, words: TextEdits) -> Correction:
    """Return a correction with its words told by what stands around them in an edited text.

    Where they are gone it stays as it is, and is told; so does what is said of words wherever they
    stand.
    """
    if any(anchor_.nth == ALL for anchor_ in correction.at):
        return correction
    places = [find(was, anchor_) for anchor_ in correction.at]
    moved = [words.moved(place) if place else None for place in places]
    if not all(moved):
        return correction
    at = tuple(anchor(words.text, place.start, place.end) for place in moved if place)
    return replace(correction, at=at)


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
    if html and html[-1][0] == "timeline":  # it stands there of itself, if there is a date
        html.pop()
    return read.text, found.mentions, found.moments, said, found.reports, html
