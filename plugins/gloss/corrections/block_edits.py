"""Which blocks of a body an editor wrote otherwise, or put there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gloss.article.body import read_body
from gloss.article.markdown import TIMELINE
from gloss.article.quoted_pieces import BREAK
from gloss.corrections.anchoring import anchor
from gloss.corrections.blocks import SLUG, PlacedBlock, blocks_of, plain
from gloss.corrections.nouns import NONE, About, Correction
from gloss.story import Entity, Span

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_EVIDENCE = re.compile(r' data-(?:how|sure)="[^"]*"')


@dataclass(frozen=True)
class _Block:
    """A block: its Markdown, its text with single blanks, and what is shown of it."""

    markdown: str
    text: str
    html: str
    span: Span | None = None


def block_edits(
    body: str, edited: str, text: str, names: tuple[Entity, ...]
) -> Iterator[Correction]:
    """Yield how an edited body differs, block by block, from the one made of text and marks.

    What is told has its place in ``text``.
    """
    made = [_read(b.markdown, names, b) for b in blocks_of(body, text) if b.span]
    own = [_read(markdown, names) for markdown in split_blocks(edited)]
    if own and own[-1].markdown == TIMELINE:
        own.pop()  # where it stands of itself, if there is a date
    elif TIMELINE in (block.markdown for block in blocks_of(body, text)):
        yield Correction("timeline", NONE)
    yield from _Comparison(text, made, own).corrections()


def split_blocks(body: str) -> list[str]:
    """Return the blocks of a body, as the reader parts them."""
    parts = _BLANK_LINE.sub("\n", body.replace("\r\n", "\n")).strip("\n").split(BREAK)
    return [part for part in parts if part.strip()]


def shown(html: str) -> str:
    """Return HTML without how, and how surely, something was found: that is no one's word."""
    return _EVIDENCE.sub("", html)


def _read(markdown: str, names: tuple[Entity, ...], placed: PlacedBlock | None = None) -> _Block:
    body = read_body(markdown, SLUG, names)
    html = "".join(shown(block.html) for block in body.blocks)
    return _Block(markdown, plain(body.text), html, placed.span if placed else None)


@dataclass
class _Comparison:
    """A walk over two bodies at once: as long as their words are the same, they are together."""

    text: str
    made: Sequence[_Block]
    edited: Sequence[_Block]
    at: int = 0
    to: int = 0
    last: Span | None = field(default=None)

    def corrections(self) -> Iterator[Correction]:
        while self.to < len(self.edited):
            block = self.edited[self.to]
            if self._is_own(block):
                yield from self._own()
            else:
                yield from self._same_words()

    def _is_own(self, block: _Block) -> bool:
        if not block.text or self.at == len(self.made) or block.markdown == TIMELINE:
            return True
        wanted = self.made[self.at].text
        return not (wanted.startswith(block.text) or block.text.startswith(wanted))

    def _own(self) -> Iterator[Correction]:
        """Tell the editor's own blocks that stand together."""
        begun = self.to
        while self.to < len(self.edited) and self._is_own(self.edited[self.to]):
            self.to += 1
        markdown = BREAK.join(block.markdown for block in self.edited[begun : self.to])
        beside = self.last or self.made[0].span
        if beside:
            about: About = "below" if self.last else "above"
            yield Correction(about, markdown, (anchor(self.text, beside.start, beside.end),))

    def _same_words(self) -> Iterator[Correction]:
        """Take as many blocks of both as hold the same words; tell them where they are shown
        otherwise."""
        first, begun = self.at, self.to
        here, there = self._take_made(), self._take_edited()
        while here != there:
            if here.startswith(there) and self.to < len(self.edited):
                there = plain(f"{there} {self._take_edited()}")
            elif there.startswith(here) and self.at < len(self.made):
                here = plain(f"{here} {self._take_made()}")
            else:
                return  # the words are others: no correction can say it
        made, edited = self.made[first : self.at], self.edited[begun : self.to]
        if [block.html for block in made] != [block.html for block in edited]:
            place = anchor(self.text, made[0].span.start, made[-1].span.end)  # type: ignore[union-attr]
            yield Correction("written", BREAK.join(b.markdown for b in edited), (place,))

    def _take_made(self) -> str:
        block = self.made[self.at]
        self.at, self.last = self.at + 1, block.span
        return block.text

    def _take_edited(self) -> str:
        self.to += 1
        return self.edited[self.to - 1].text
