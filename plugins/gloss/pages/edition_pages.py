"""Editions: a page each, and the list of them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from typing import Any

from gloss.digest.editions import (
    Edition,
    Tally,
    dates_ahead,
    is_cut_off,
    lead_sentence,
    most_named,
    newly_named,
    who_spoke,
)
from gloss.digest.model import Name, StoryFacts
from gloss.edtf import Wording, days_in_words, in_words, is_day, weekday_in_words
from gloss.pages.context import Context
from gloss.pages.links import NameLink, StoryLink
from gloss.pages.page import Page
from gloss.pages.paging import file_of, leaves
from gloss.urls import edition_url, story_url

# So many stories have a line each; of more there are headlines, and then a number.
LINES, HEADLINES = 60, 60
SPEAKERS, ALSO_QUOTED = 12, 30
NAMED, NEW, AHEAD = 10, 16, 8
# On one page of the list of editions.
LISTED = 60
HEADLINES_LISTED = 3


@dataclass(frozen=True)
class EditionLink:
    """An edition, its address and how it is called.

    week, year: of an edition of a week, 0 of others. days: its days as they are said.
    """

    key: str
    url: str
    days: str
    week: int
    year: int
    over: bool


@dataclass(frozen=True)
class StoryLine:
    """A story in one line.

    entered: the day on which it entered the digest. whole: its lead begins with the headline.
    """

    story: StoryLink
    entered: str
    lead: str
    whole: bool


@dataclass(frozen=True)
class DayOfLines:
    """The stories of one day; day: None for those that do not say when they were published."""

    day: Wording | None
    lines: tuple[StoryLine, ...]


@dataclass(frozen=True)
class NamedBar:
    """How many stories name it, here and in the edition before; widths in per cent."""

    link: NameLink
    count: int
    before: int
    width: int
    width_before: int


@dataclass(frozen=True)
class NewName:
    """A name that is new in the digest, and what it is, in one line."""

    link: NameLink
    says: str


@dataclass(frozen=True)
class EditionCorrection:
    """A story that was put right or retracted: its address and headline, when, in which words."""

    url: str
    title: str
    day: Wording
    says: str
    retracted: bool


@dataclass(frozen=True)
class ListedEdition:
    """An edition in the list of all: how many stories it has, and the first headlines."""

    link: EditionLink
    stories: int
    headlines: tuple[str, ...]


def edition_pages(context: Context) -> Iterator[Page]:
    """Return the page of each edition, and the list of them."""
    links = {edition.key: edition_link(edition, context) for edition in context.editions}
    before, brought = (*(one.stories for one in context.editions[1:]), ()), _brought(context)
    for edition, older in zip(context.editions, before, strict=False):
        around = tuple(links.get(key) for key in (edition.older, edition.newer))
        head = {"edition": links[edition.key], "older": around[0], "newer": around[1]}
        key = head, _mark(edition, older, brought, context)
        make = partial(_view, edition, head, context)
        yield Page(file_of(edition_url(edition.key)), "edition.html", make, key=key)
    for leaf in leaves(context.editions, LISTED, "editions/", "editions/page-{}.html"):
        listed = tuple(_listed(edition, links[edition.key]) for edition in leaf.items)
        view = {"editions": listed, "number": leaf.number, "way": leaf.turn}
        yield Page(file_of(leaf.url), "editions.html", view)


def edition_link(edition: Edition, context: Context) -> EditionLink:
    """Return the way to an edition."""
    lang, year, week = context.links.lang, 0, 0
    days = in_words(edition.key, lang).words
    if "W" in edition.key:
        days = days_in_words(edition.first, edition.last, lang)
        year, week = map(int, edition.key.split("-W"))
    return EditionLink(edition.key, edition_url(edition.key), days, week, year, edition.over)


def _listed(edition: Edition, link: EditionLink) -> ListedEdition:
    headlines = tuple(story.title for story in edition.stories[:HEADLINES_LISTED])
    return ListedEdition(link, len(edition.stories), headlines)


def _mark(
    edition: Edition,
    older: Sequence[StoryFacts],
    brought: Mapping[str, Sequence[str]],
    context: Context,
) -> tuple[Any, ...]:
    """Return what an edition's page depends on.

    That is its stories and, for counts, those of the older one, and which names it brought.
    """
    marks = context.links.marks.stories
    return (
        [marks[story.slug] for story in edition.stories],
        [marks[story.slug] for story in older],
        [brought.get(story.slug, ()) for story in edition.stories],
        [(c.story.slug, c.story.title, c.day, c.says) for c in edition.corrections],
    )


def _brought(context: Context) -> Mapping[str, Sequence[str]]:
    """Return by the slug of a story the names that it brought into the digest, and what they are.

    Of names with a page: the mark of a story tells of the others, which no other story has.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    digest = context.digest
    for name in digest.with_pages if context.editions else ():
        if any(slug not in digest.copies for slug in name.stories):
            slug = context.editions[0].brought[name.id]
            found[slug].append(f"{name.id} {name.description}")
    return found


def _view(edition: Edition, head: Mapping[str, object], context: Context) -> dict[str, Any]:
    digest, links = context.digest, context.links
    said = who_spoke(edition, digest)
    stories = edition.stories
    ahead = dates_ahead(edition)
    return {
        **head,
        "stories": len(stories),
        "quoted": len(said),
        "days": days_of_lines(stories[:LINES], context),
        "headlines": tuple(
            links.stories[story.slug] for story in stories[LINES : LINES + HEADLINES]
        ),
        "more": max(len(stories) - LINES - HEADLINES, 0),
        "several_sources": len({story.source for story in stories}) > 1,
        "spoken": context.quoted(said[:SPEAKERS]),
        "also_quoted": links.several(
            tuple(one.by or "" for one in said[SPEAKERS : SPEAKERS + ALSO_QUOTED])
        ),
        "bars_of": bars_of(most_named(edition, digest, NAMED), context),
        "compared": edition.is_compared,
        "counts_stories": edition.counts_stories,
        "new": new_names(edition, context, NEW),
        "ahead": tuple(map(links.entry, ahead[:AHEAD])),
        "corrections": tuple(
            EditionCorrection(
                story_url(one.story.slug),
                one.story.title,
                in_words(one.day, links.lang),
                one.says,
                one.retracted,
            )
            for one in edition.corrections
        ),
    }


def days_of_lines(stories: Sequence[StoryFacts], context: Context) -> tuple[DayOfLines, ...]:
    """Return stories in lines, day by day as they stand."""
    lang = context.links.lang
    return tuple(
        DayOfLines(_said(published, lang), tuple(story_line(story, context) for story in some))
        for published, some in groupby(stories, key=lambda story: story.published)
    )


def _said(published: str | None, lang: str) -> Wording | None:
    if published is None:
        return None
    return weekday_in_words(published, lang) if is_day(published) else in_words(published, lang)


def story_line(story: StoryFacts, context: Context) -> StoryLine:
    """Return a story in one line."""
    return StoryLine(
        context.links.stories[story.slug], story.date, lead_sentence(story), is_cut_off(story)
    )


def bars_of(tallies: Sequence[Tally], context: Context) -> tuple[NamedBar, ...]:
    """Return tallies as bars, the longest of which has the whole width."""
    most = max((max(tally.count, tally.before) for tally in tallies), default=1)
    links = context.links.names
    return tuple(
        NamedBar(
            links[tally.name.id],
            tally.count,
            tally.before,
            round(100 * tally.count / most),
            round(100 * tally.before / most),
        )
        for tally in tallies
    )


def new_names(edition: Edition, context: Context, most: int) -> tuple[NewName, ...]:
    """Return what is new in the digest, each with what it is: in the register's words or theirs."""
    found = islice(newly_named(edition, context.digest), most)
    return tuple(NewName(context.links.names[name.id], _says(name, edition)) for name in found)


def _says(name: Name, edition: Edition) -> str:
    told = (
        text
        for story in edition.stories
        for named in story.named
        if named.entity == name.id
        for text in named.descriptors
    )
    return name.description or next(told, "")
