"""Blocks that the editor wrote: a list, a picture, a heading, a paragraph of one's own.

They are Markdown, and stand in the article's body in the place of what the writer makes of some
paragraphs (``written``), or below or above a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gloss.article.body import read_body
from gloss.article.markdown import CALLOUT, TIMELINE
from gloss.article.quoted_pieces import BREAK, paragraph_spans
from gloss.corrections.anchoring import find
from gloss.corrections.emend import GONE
from gloss.corrections.nouns import NONE, Correction, Lost
from gloss.story import Span

CHANGED = "the paragraph is no longer as it was when you wrote it so"
# Of a story that only a piece is read of.
SLUG = "a"
BLOCKS = ("written", "above", "below", "timeline")


@dataclass(frozen=True)
class LaidBody:
    """A body with the editor's blocks, and the corrections that found no place in it."""

    body: str
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True)
class PlacedBlock:
    """A block of a body, and the stretch of the story's text that it holds; None: it holds none.

    own: the editor put it there.
    """

    markdown: str
    span: Span | None
    own: bool = False


def lay_blocks(body: str, text: str, corrections: Sequence[Correction]) -> LaidBody:
    """Return a body with the editor's blocks in it; ``text`` is the text that it was made of."""
    own = [c for c in corrections if c.about in BLOCKS]
    if not own:
        return LaidBody(body)
    blocks, lost = blocks_of(body, text), list[Lost]()
    # Its old place is taken away before a new one is set.
    for correction in sorted(own, key=lambda c: c.about != "timeline"):
        changed = _lay(blocks, text, correction)
        if isinstance(changed, str):
            lost.append(Lost(correction, changed))
        else:
            blocks = changed
    return LaidBody(BREAK.join(block.markdown for block in blocks) + "\n", tuple(lost))


def blocks_of(body: str, text: str) -> list[PlacedBlock]:
    """Return the blocks of a body as the writer made it, each with what it holds of the text."""
    spans, blocks = iter(paragraph_spans(text)), []
    for markdown in body.rstrip("\n").split(BREAK):
        if markdown == TIMELINE:
            blocks.append(PlacedBlock(markdown, None))
            continue
        held = [next(spans) for _ in range(_paragraphs_in(markdown))]
        blocks.append(PlacedBlock(markdown, Span(held[0].start, held[-1].end)))
    return blocks


def _paragraphs_in(markdown: str) -> int:
    return markdown.count("\n>\n") + 1 if markdown.startswith(f"> {CALLOUT}") else 1


def _lay(blocks: list[PlacedBlock], text: str, correction: Correction) -> list[PlacedBlock] | str:
    """Return the blocks as a correction makes them, or why it cannot."""
    if correction.about == "timeline":
        shown = correction.value != NONE
        return [block for block in blocks if shown or block.markdown != TIMELINE]
    place = find(text, correction.at[0]) if correction.at else None
    if place is None:
        return GONE
    held = [n for n, block in enumerate(blocks) if block.span and _meet(block.span, place)]
    if not held:
        return GONE
    own = PlacedBlock(correction.value, None, own=True)
    if correction.about == "above":
        return [*blocks[: held[0]], own, *blocks[held[0] :]]
    if correction.about == "below":
        at = _behind(blocks, held[-1] + 1)
        return [*blocks[:at], own, *blocks[at:]]
    return _write(blocks, held, text, correction)


def _behind(blocks: Sequence[PlacedBlock], at: int) -> int:
    """Return the place behind what was put below the same paragraph before."""
    while at < len(blocks) and blocks[at].own:
        at += 1
    return at


def _write(
    blocks: list[PlacedBlock], held: Sequence[int], text: str, correction: Correction
) -> list[PlacedBlock] | str:
    first, last = blocks[held[0]].span, blocks[held[-1]].span
    assert first
    assert last
    span = Span(first.start, last.end)
    if plain(text_of(correction.value)) != plain(text[span.start : span.end]):
        return CHANGED
    return [*blocks[: held[0]], PlacedBlock(correction.value, span), *blocks[held[-1] + 1 :]]


def text_of(markdown: str) -> str:
    """Return the text that a piece of a body shows."""
    return read_body(markdown, SLUG, ()).text


def plain(text: str) -> str:
    """Return a text with single blanks in the place of all white space."""
    return " ".join(text.split())


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
