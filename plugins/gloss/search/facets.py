"""What results can be filtered by, and how they are put in order of date.

A filter's value names the documents that it lets through: for a person, a place, an organisation
the stories, quotations and events that name it; for a speaker the quotations and their stories; a
source or a year those of its stories (an event's year is its own).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from gloss.digest.model import Digest, StoryFacts
from gloss.edtf import first_day, iso_day, year_of
from gloss.search.numbering import PLACES, Block, Numbered, numbers
from gloss.search.packing import PACKED, gaps, marked, pack
from gloss.search.sayings import sayings
from gloss.story import kind_of
from gloss.urls import FILTERED

FACETS = ("person", "org", "place", "speaker", "source", "year")
VALUES_A_FILE = 100
MOST_VALUES = 1000


@dataclass
class FilterValue:
    """One value of a filter: the stories, quotations and events that it lets through."""

    stories: list[int] = field(default_factory=list)
    quotations: list[tuple[int, int]] = field(default_factory=list)
    events: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.stories) + len(self.quotations) + len(self.events)

    def packed(self) -> str:
        """Return the three lists as text: how many, gaps between stories, places within them."""
        pairs = (_pairs(self.quotations), _pairs(self.events))
        return _column(self.stories) + "".join(_column(n) + pack(p) for n, p in pairs)


def _pairs(both: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [story for story, _ in both], [second for _, second in both]


def _column(numbers: list[int]) -> str:
    return PACKED[len(numbers)] + (pack(gaps(numbers)) if numbers else "")


Facets = dict[str, dict[str, FilterValue]]


def facets_of(numbered: Numbered) -> Facets:
    """Return all values of all filters."""
    facets: Facets = {facet: defaultdict(FilterValue) for facet in FACETS}
    for number, text in numbers(numbered.texts):
        if isinstance(text, StoryFacts):
            _add_story(facets, number, text)
    return facets


def _add_story(facets: Facets, number: int, story: StoryFacts) -> None:
    for facet, value in _of_story(story):
        facets[facet][value].stories.append(number)
    whole = [("source", story.source)] if story.source else []
    dated = [*whole, *_years(story.day)]
    for second, said in sayings(story):
        names = _named(dict.fromkeys((said.by, *said.names) if said.by else said.names))
        speaker = [("speaker", said.by)] if said.by else []
        for facet, value in (*names, *speaker, *dated):
            facets[facet][value].quotations.append((number, second))
    for second, event in enumerate(story.events):
        for facet, value in (*_named(event.names), *whole, *_years(event.edtf)):
            facets[facet][value].events.append((number, second))


def _of_story(story: StoryFacts) -> Iterator[tuple[str, str]]:
    yield from _named(dict.fromkeys(named.entity for named in story.named))
    yield from (("speaker", id_) for id_ in dict.fromkeys(s.by for _, s in sayings(story) if s.by))
    if story.source:
        yield "source", story.source
    yield from _years(story.day)


def _years(edtf: str) -> list[tuple[str, str]]:
    """The year that a date is listed under, where it says one."""
    year = year_of(edtf)
    return [] if year is None else [("year", iso_day((year, 1, 1))[:-6])]


def _named(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((facet, id_) for id_ in ids if (facet := _facet_of(id_)))


@cache
def _facet_of(id_: str) -> str:
    """The filter that a name belongs to, if any."""
    kind = kind_of(id_)
    return kind if kind in FILTERED else ""


def facet_rows(
    facet: str, values: dict[str, FilterValue], digest: Digest, say: Callable[[str], str] = str
) -> list[list[str]]:
    """Return rows ``[value, label, documents]``, the value with most documents first.

    say: puts a year in words.
    """
    order = sorted(values, key=lambda value: (-len(values[value].stories), value))
    if facet == "year":
        order = sorted(values, key=int, reverse=True)
    names = digest.names
    labels = {value: names[value].name if value in names else value for value in order}
    if facet == "year":
        labels = {value: say(value) for value in order}
    return [[value, labels[value], values[value].packed()] for value in order[:MOST_VALUES]]


def story_table(numbered: Numbered) -> list[str]:
    """Return which numbers stories have, then four columns, of each: its day since year one as a
    zig-zag gap; how many quotations, events and reported statements it has; last, names' numbers.

    A story without a day stands at day nought, and so do pages.
    """
    texts = [text for _, text in numbers(numbered.texts)]
    stories = [text if isinstance(text, StoryFacts) else None for text in texts]
    days = [_ordinal(story.day) if story else 0 for story in stories]
    steps = [b - a for a, b in zip([0, *days], days, strict=False)]
    return [
        taken(numbered.texts),
        pack(step * 2 if step >= 0 else -step * 2 - 1 for step in steps),
        pack(len(story.said) if story else 0 for story in stories),
        pack(len(story.events) if story else 0 for story in stories),
        pack(len(story.statements) if story else 0 for story in stories),
        taken(numbered.names),
    ]


def taken(blocks: Iterable[Block[Any]]) -> str:
    """Return which places are taken, block by block."""
    return "".join(marked(block.things, PLACES) for block in blocks)


def _ordinal(day: str) -> int:
    first = first_day(day, "")
    return date.fromisoformat(first).toordinal() if first else 0
