"""Two names beside each other: the stories in common, what each said in them, one timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.digest.pairs import NamePair, dates_of, in_common, pair_of, said_in
from gloss.formats.beside import number_of_files
from gloss.pages.context import Context, together
from gloss.pages.links import NameLink, QuotationView, StoryLink
from gloss.pages.page import Page
from gloss.pages.paging import file_of
from gloss.pages.timeline_pages import latest
from gloss.urls import WITH, pair_url, with_url

TOLD = 6  # stories in which one is quoted, the newest; others are listed
SAID = 3  # of one in one story
DATES = 8
LISTED = 100


@dataclass(frozen=True)
class PairLink:
    """Two names that have a page together, and in how many stories they are."""

    one: NameLink
    other: NameLink
    url: str
    stories: int


@dataclass(frozen=True)
class StoryInCommon:
    """A story that both are in, and what each is quoted saying there; more where there is more."""

    story: StoryLink
    said: tuple[tuple[QuotationView, ...], tuple[QuotationView, ...]]
    more: bool


def pair_pages(context: Context) -> Iterator[Page]:
    """Return the page of each pair that is worth one, and the page that puts any two together."""
    pairs = tuple(_link(pair, context) for pair in context.pairs.values())
    files = number_of_files(context.digest)
    yield Page(file_of(WITH), "with.html", {"pairs": pairs[:LISTED], "files": files})
    for pair in context.pairs.values():
        marks = tuple(context.links.marks.stories[slug] for slug in pair.stories)
        view = partial(_view, pair, context)
        yield Page(file_of(pair_url(pair.one, pair.other)), "pair.html", view, key=(pair, marks))


def _link(pair: NamePair, context: Context) -> PairLink:
    one, other = (context.links.names[id_] for id_ in (pair.one, pair.other))
    return PairLink(one, other, pair_url(pair.one, pair.other), len(pair.stories))


def _view(pair: NamePair, context: Context) -> dict[str, Any]:
    links, dates = context.links, dates_of(pair, context.digest)
    dated = dates if len(dates) <= DATES else latest(dates, DATES)
    told = list(_told(pair, context))
    quoted = [one for one in told if any(one.said)][:TOLD]
    return {
        "pair": _link(pair, context),
        "stories": tuple(quoted),
        "others": tuple(one.story for one in told if one not in quoted),
        "entries": tuple(map(links.entry, dated)),
        "dates": len(dates),
    }


def _told(pair: NamePair, context: Context) -> Iterator[StoryInCommon]:
    links, names = context.links, context.digest.names
    said = [said_in(names[id_], pair.stories) for id_ in (pair.one, pair.other)]
    for slug in pair.stories:
        one, other = (tuple(map(links.words, together(some[slug]))) for some in said)
        more = max(len(one), len(other)) > SAID
        yield StoryInCommon(links.stories[slug], (one[:SAID], other[:SAID]), more)


def beside_url(one: str, other: str, context: Context) -> str:
    """Return where two names are seen together: the one story, their page, or that for any two."""
    stories = in_common(context.digest.names[one], context.digest.names[other])
    if len(stories) == 1:
        return context.links.stories[stories[0]].url
    if pair_of(one, other) in context.pairs:
        return pair_url(*pair_of(one, other))
    return with_url(one, other)
