"""What results can be filtered by, and how they are put in order of date.

A filter's value names the documents that it lets through: for a person, a place, an organisation
the stories, quotations and events that name it; for a speaker the quotations and their stories; a
source or a year those of its stories (an event's year is its own). These are kept as postings are,
as if the value were a word of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote, unquote

from gloss.digest.model import Digest, StoryFacts
from gloss.edtf import first_day, iso_day, year_of
from gloss.search.fields import LET_THROUGH
from gloss.search.numbering import PLACES, Numbered, NumberedBlock, numbers
from gloss.search.packing import marked, pack
from gloss.search.postings import Documents, counts_of
from gloss.search.sayings import sayings
from gloss.story import kind_of
from gloss.urls import FILTERED

FACETS = ("person", "org", "place", "speaker", "source", "year")
VALUES_A_FILE = 100
MOST_VALUES = 1000
# No word begins so.
_MARK = "="

# By facet, by value: what it lets through, packed.
Facets = dict[str, dict[str, str]]


def is_value(word: str) -> bool:
    """Whether what has postings is no word, but a value of a filter."""
    return word[0] == _MARK


def facets_of(values: Iterable[Mapping[str, str]]) -> Facets:
    """Return all values of all filters, of several collections in turn."""
    facets: Facets = {facet: defaultdict(str) for facet in FACETS}
    for some in values:
        for word, packed in some.items():
            facet, _, value = word[1:].partition(_MARK)
            facets[facet][unquote(value)] += packed
    return facets


def add_values(documents: Documents, story: StoryFacts) -> None:
    """Say of a story, and of all that is said in it, which values let it through."""
    documents.let_through("s", 0, _words(_of_story(story)))
    whole = [("source", story.source)] if story.source else []
    dated = [*whole, *_years(story.day)]
    for second, said in sayings(story):
        names = _named(dict.fromkeys((said.by, *said.names) if said.by else said.names))
        speaker = [("speaker", said.by)] if said.by else []
        documents.let_through("q", second, _words((*names, *speaker, *dated)))
    for second, event in enumerate(story.events):
        values = (*_named(event.names), *whole, *_years(event.edtf))
        documents.let_through("e", second, _words(values))


def _words(values: Iterable[tuple[str, str]]) -> Iterable[str]:
    return dict.fromkeys(_word(facet, value) for facet, value in values)


@lru_cache(maxsize=100_000)
def _word(facet: str, value: str) -> str:
    return _MARK + facet + _MARK + quote(value)


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
    facet: str, values: Mapping[str, str], digest: Digest, say: Callable[[str], str] = str
) -> list[list[str]]:
    """Return rows ``[value, label, documents]``, the value of most stories first, or a year.

    say: puts a year in words.
    """
    if facet == "year":
        years = sorted(values, key=int, reverse=True)
        return [[value, say(value), values[value]] for value in years[:MOST_VALUES]]
    names = digest.names
    many = {value: _stories(facet, value, packed, digest) for value, packed in values.items()}
    order = sorted(values, key=lambda value: (-many[value], value))[:MOST_VALUES]
    labels = {value: names[value].name if value in names else value for value in order}
    return [[value, labels[value], values[value]] for value in order]


def _stories(facet: str, value: str, packed: str, digest: Digest) -> int:
    if facet in FILTERED and value in digest.names:
        return len(digest.names[value].stories)
    return counts_of(packed)[LET_THROUGH["s"]]


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


def taken(blocks: Iterable[NumberedBlock[Any]]) -> str:
    """Return which places are taken, block by block."""
    return "".join(marked(block.things, PLACES) for block in blocks)


def _ordinal(day: str) -> int:
    first = first_day(day, "")
    return date.fromisoformat(first).toordinal() if first else 0
