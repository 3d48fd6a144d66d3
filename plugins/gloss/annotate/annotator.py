"""The steps of the annotation in order, with the tools that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from spacy.language import Language

from gloss.annotate import entities
from gloss.annotate.foreign import foreign_language, people_and_places
from gloss.annotate.language import load_language
from gloss.annotate.overlaps import settle, untimed
from gloss.annotate.quotes import find_quotations
from gloss.annotate.reading import Reading, as_given, plain_story, read
from gloss.annotate.reading.capitals import without_capitals
from gloss.annotate.reports import find_reports
from gloss.annotate.sources.coreference import profiled
from gloss.annotate.steps import Step, run_steps
from gloss.annotate.tagger import Tagged, Tagger, load_tagger
from gloss.annotate.times import find_times
from gloss.register import Register
from gloss.speakers import SPEAKING, only_shown
from gloss.story import (
    Annotations,
    Doubt,
    Mention,
    Moment,
    Quotation,
    Report,
    Span,
    Story,
    kind_of,
)

ABOUT = ("names", "times", "quotes")  # what an editor is asked about, in this order


def only_somebody(quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Quotation]:
    """Take the speaker from a quotation who is nobody, such as the title of a programme."""
    things = [m for m in mentions if kind_of(m.entity) not in SPEAKING]
    return [
        replace(quotation, by=None, who=None)
        if any(_is_at(thing, quotation.speaker) for thing in things)
        else only_shown(quotation)
        for quotation in quotations
    ]


def _is_at(mention: Mention, speaker: Span | None) -> bool:
    """Tell whether a name is all that a speaker's words are, "the" aside."""
    if speaker is None or mention.end != speaker.end:
        return False
    return mention.start - speaker.start <= len("the ")


def tag(reading: Reading, tagger: Tagger) -> list[Tagged]:
    """Return what the tagger takes for names, in the headline and, read without it, in the body.

    Another headline would move the stretches that the tagger sees, and with them marks below it.
    """
    text = without_capitals(reading.text, reading.paragraphs)
    by = reading.headline.end if reading.headline else 0
    headline, body = tagger.tag([text[:by], text[by:]])
    return [*headline, *(replace(name, start=name.start + by, end=name.end + by) for name in body)]


# Given are ``reading``, its ``text``, ``register`` and ``tagger``.
STEPS = (
    Step("find times", ("moments", "doubted_times"), find_times),
    Step("tag names", ("tagged",), tag),
    Step("cut times off names", ("tagged",), untimed),
    *entities.STEPS,
    Step("settle where names and times meet", ("mentions", "moments"), settle),
    Step("tell what is shown of names, once asked", ("profiles",), profiled),
    Step("find quotations", ("quotations", "doubted_quotes"), find_quotations),
    Step("show no speaker who is nobody", ("quotations",), only_somebody),
    Step("find reports", ("reports",), find_reports),
)
# What is read of a story in another language, and what that leaves open.
NAMES = (Step("tag names", ("tagged",), tag), *entities.STEPS)
NONE: dict[str, tuple[()]] = dict.fromkeys(
    ("moments", "quotations", "reports", "doubted_times", "doubted_quotes"), ()
)


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
        for story in stories:
            plain, text = plain_story(story)
            (reading,) = read([plain], self.nlp)
            language = foreign_language(story)
            found = self._annotate(reading, STEPS if language is None else NAMES)
            if language is not None:
                found = people_and_places(found, plain.text, language, bool(story.lang))
            yield as_given(found, text)

    def _annotate(self, reading: Reading, steps: Sequence[Step]) -> Annotations:
        given = {**NONE, "reading": reading, "text": reading.text, "body": reading.body}
        facts = run_steps(steps, {**given, "register": self.register, "tagger": self.tagger})
        found = Annotations(
            mentions=tuple(facts["mentions"]),
            moments=tuple(facts["moments"]),
            quotations=tuple(facts["quotations"]),
            entities=tuple(facts["entities"]),
            reports=tuple(facts["reports"]),
            doubts=tuple(chain(*(facts[f"doubted_{about}"] for about in ABOUT))),
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
    mentions = _all_back(found.mentions, body)
    quotations = tuple(
        _quotation_back(q, body) for q in found.quotations if q.parts[0].start >= body
    )
    used = {m.entity for m in mentions} | {q.by for q in quotations if q.by}
    return Annotations(
        mentions=mentions,
        moments=_all_back(found.moments, body),
        quotations=quotations,
        entities=tuple(e for e in found.entities if e.id in used),
        doubts=tuple(_proposing(d, used) for d in _all_back(found.doubts, body)),
        reports=tuple(_report_back(r, body, used) for r in found.reports if r.start >= body),
    )


T = TypeVar("T", Mention, Moment, Doubt, Report, Span)


def _all_back(marks: Iterable[T], body: int) -> tuple[T, ...]:
    return tuple(_back(mark, body) for mark in marks if mark.start >= body)


def _back(mark: T, by: int) -> T:
    return replace(mark, start=mark.start - by, end=mark.end - by)


def _proposing(doubt: Doubt, used: Collection[str]) -> Doubt:
    """Propose nobody whom the body does not name, since linking knows no such."""
    return doubt if doubt.perhaps in used else replace(doubt, perhaps=None)


def _quotation_back(quotation: Quotation, by: int) -> Quotation:
    return replace(
        quotation,
        parts=tuple(_back(p, by) for p in quotation.parts),
        speaker=_back(quotation.speaker, by) if quotation.speaker else None,
        cue_span=_back(quotation.cue_span, by) if quotation.cue_span else None,
    )


def _report_back(report: Report, by: int, used: Collection[str]) -> Report:
    """Move a report; whose it is must be somebody whom the body names."""
    return replace(
        _back(report, by),
        by=report.by if report.by in used else None,
        source=_back(report.source, by) if report.source else None,
        cue_span=_back(report.cue_span, by) if report.cue_span else None,
    )
