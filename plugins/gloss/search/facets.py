"""What results can be filtered by.

A filter's value names the documents that it lets through: for a person, a place, an organisation
the stories, quotations and events that name it; for a speaker the quotations and their stories; a
source or a year those of its stories (an event's year is its own). These are kept as postings are,
as if the value were a word of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from gloss.digest.model import StoryFacts
from gloss.edtf import iso_day, year_of
from gloss.search.postings import Documents
from gloss.search.sayings import sayings
from gloss.story import kind_of
from gloss.urls import FILTERED

FACETS = ("person", "org", "place", "speaker", "source", "year")
# No word begins so.
_MARK = "="


def is_value(word: str) -> bool:
    """Whether what has postings is no word, but a value of a filter."""
    return word[0] == _MARK


def range_of_value(word: str) -> str:
    """Return the name of the range that a value stands in, which is that of its filter."""
    return word[: word.index(_MARK, 1)]


def range_of_facet(facet: str) -> str:
    """Return the name of the range that all values of a filter stand in."""
    return _MARK + facet


def value_of(word: str) -> str:
    """Return the value that a word stands for."""
    return unquote(word.split(_MARK, 2)[2])


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
