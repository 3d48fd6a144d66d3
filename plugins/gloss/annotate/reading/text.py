"""A text as every step of the annotation finds it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from gloss.annotate.reading.around import Around
from gloss.annotate.reading.headline import headline_of, is_heading, is_post
from gloss.annotate.reading.pairing import Paired, pair_marks
from gloss.story import Span, Story

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Reading:
    """A text read: what every step of the annotation starts from.

    text: the headline, a blank line and the story's text (or the text alone): ``body`` says where
        the story's own text begins in it. Offsets here are into this text.
    doc: spaCy's tokens, with ``sent_start``, ``tag_``, ``pos_``, ``dep_``, ``head``; no sentence
        crosses a paragraph; ``token.idx`` are code points into ``text``.
    paragraphs: each line that has text, headline included.
    headline: the first paragraph where it is one, else None.
    published: EDTF day or None.
    """

    text: str
    body: int
    doc: Doc
    paragraphs: tuple[Span, ...]
    headline: Span | None
    published: str | None

    @cached_property
    def marks(self) -> Paired:
        """The quotation marks: what stands between each pair, and those without a partner."""
        return pair_marks(self.text, self.paragraphs)

    @cached_property
    def posts(self) -> tuple[Span, ...]:
        """The paragraphs that are posts of social media."""
        return tuple(p for p in self.paragraphs if is_post(self.text[p.start : p.end]))

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """The headline, and the paragraphs that read like sub-headings."""
        lines = (p for p in self.paragraphs if is_heading(self.text[p.start : p.end]))
        return tuple(sorted({*lines, *filter(None, [self.headline])}))

    def in_heading(self, offset: int) -> bool:
        """Tell whether an offset lies in a heading."""
        at = bisect_right(self.headings, offset, key=lambda heading: heading.start)
        return at > 0 and offset < self.headings[at - 1].end

    def around(self, start: int, end: int) -> Around:
        """Return what stands around a stretch."""
        return Around(self.text, start, end)


def read(stories: Iterable[Story], nlp: Language) -> Iterator[Reading]:
    """Read stories in order, one after the other, whatever the batch: the result is the same."""
    for story in stories:
        text = f"{story.headline}\n\n{story.text}" if story.headline else story.text
        paragraphs = tuple(Span(*m.span()) for m in _PARAGRAPH.finditer(text))
        yield Reading(
            text=text,
            body=len(text) - len(story.text),
            doc=nlp(text),
            paragraphs=paragraphs,
            headline=headline_of(text, paragraphs, given=bool(story.headline)),
            published=story.published,
        )
