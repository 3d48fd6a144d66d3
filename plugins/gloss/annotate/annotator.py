"""The steps of the annotation in order, with the tools that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.language import Language

from gloss.annotate.entities import find_names
from gloss.annotate.language import load_language
from gloss.annotate.overlaps import settle, untimed
from gloss.annotate.quotes import find_quotations
from gloss.annotate.reading import Reading, read
from gloss.annotate.tagger import Tagger, load_tagger
from gloss.annotate.times import find_times
from gloss.register import Register
from gloss.story import Annotations, Doubt, Mention, Moment, Quotation, Span, Story


@dataclass(frozen=True)
class Annotator:
    """What a story is read with. Loading takes a second, so make one and keep it."""

    nlp: Language
    tagger: Tagger
    register: Register

    def annotate(self, story: Story) -> Annotations:
        """Annotate one story; the same story and register always give the same annotations."""
        return next(self.annotate_all([story]))

    def annotate_all(self, stories: Iterable[Story]) -> Iterator[Annotations]:
        """Annotate stories in order, each by itself; ids are right within a story."""
        for reading in read(stories, self.nlp):
            yield self._annotate(reading)

    def _annotate(self, reading: Reading) -> Annotations:
        moments, doubted_times = find_times(reading)
        tagged = untimed(reading.text, self.tagger.tag([reading.text])[0], moments)
        mentions, entities, doubted_names = find_names(reading, tagged, self.register)
        mentions, moments = settle(mentions, moments)
        quotations, doubted_quotes = find_quotations(reading, mentions, entities)
        found = Annotations(
            mentions=tuple(mentions),
            moments=tuple(moments),
            quotations=tuple(quotations),
            entities=tuple(entities),
            doubts=(*doubted_names, *doubted_times, *doubted_quotes),
        )
        return body_only(found, reading.body)


def load_annotator(
    register: Register, tagger: str = "gloss", model: str | None = None
) -> Annotator:
    """Load the tools that the settings name.

    Raises ModuleNotFoundError, with the command that helps, where one is not installed, and
    ToolError where a name is that of none.
    """
    return Annotator(load_language(model), load_tagger(tagger), register)


def body_only(found: Annotations, body: int) -> Annotations:
    """Keep what lies in the story's own text, with offsets into it: the headline was evidence.

    Entities that nothing there names are left out.
    """
    mentions = tuple(_back(m, body) for m in found.mentions if m.start >= body)
    quotations = tuple(
        _quotation_back(q, body) for q in found.quotations if q.parts[0].start >= body
    )
    used = {m.entity for m in mentions} | {q.by for q in quotations if q.by}
    return Annotations(
        mentions=mentions,
        moments=tuple(_back(m, body) for m in found.moments if m.start >= body),
        quotations=quotations,
        entities=tuple(e for e in found.entities if e.id in used),
        doubts=tuple(_doubt_back(d, body, used) for d in found.doubts if d.start >= body),
    )


T = TypeVar("T", Mention, Moment, Doubt, Span)


def _back(mark: T, by: int) -> T:
    return replace(mark, start=mark.start - by, end=mark.end - by)


def _doubt_back(doubt: Doubt, by: int, used: Collection[str]) -> Doubt:
    """Move a doubt; nobody is proposed whom the body does not name, since linking knows no such."""
    return _back(doubt if doubt.perhaps in used else replace(doubt, perhaps=None), by)


def _quotation_back(quotation: Quotation, by: int) -> Quotation:
    return replace(
        quotation,
        parts=tuple(_back(p, by) for p in quotation.parts),
        speaker=_back(quotation.speaker, by) if quotation.speaker else None,
        cue_span=_back(quotation.cue_span, by) if quotation.cue_span else None,
    )
