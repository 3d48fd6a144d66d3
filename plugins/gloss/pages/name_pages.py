"""A name's pages: what it is, what it said, its timeline, its company and its stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from gloss.digest.model import Companion, Digest, Event, Name, Said
from gloss.formats.addresses import on_the_web
from gloss.formats.beside import is_beside_others
from gloss.formats.feeds import has_feed, is_followed_as_speaker
from gloss.formats.icalendar import has_calendar, newest_day, to_come
from gloss.formats.json_ld import name_json_ld
from gloss.pages.context import Context
from gloss.pages.drawing import Round, draw_round, is_drawn
from gloss.pages.links import Links, NameLink, StoryLink
from gloss.pages.maps import pin_of
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, file_of, leaves
from gloss.pages.pair_pages import beside_url
from gloss.pages.quotation_pages import leaf_page
from gloss.pages.timeline_pages import Dated, chart_of, dated_pages, latest
from gloss.urls import WITH, entity_url

QUOTATIONS = 10
REPORTED = 16
SPOKEN_OF = 5
EVENTS = 24
LATEST = 6
STORIES = 30
ON_ONE_PAGE = 50
STORIES_ON_ONE_PAGE = 100
DESCRIPTORS = 6
COMPANY = 8
# Of those that only one story names with it, where no several do.
FEW = 4


@dataclass(frozen=True)
class NamingStory:
    """A story that names it, and how often it is quoted and reported as saying something there."""

    story: StoryLink
    quoted: int
    reported: int


@dataclass(frozen=True)
class NameBeside:
    """A name in the same stories, in how many, and where the two are seen together."""

    link: NameLink
    stories: int
    url: str


def name_pages(context: Context) -> Iterator[Page]:
    """Return the names' pages: one each, and others where it is quoted, dated or told of often.

    A name in passing has none: lists lead to its place in the one story that names it.
    """
    spoken_of = _spoken_of(context.digest)
    for name in context.digest.with_pages:
        yield _main(name, spoken_of, context)
        for page in _parts(name, context):
            yield replace(page, source=name.id)


def _parts(name: Name, context: Context) -> Iterator[Page]:
    """The pages of what it has too much of for its own."""
    url = entity_url(name.id)
    about = {"name": context.links.names[name.id]}
    if len(name.said) > QUOTATIONS:
        yield from _quotations(name, about, url, context)
    if len(name.events) > EVENTS:
        home, pattern = f"{url}timeline.html", f"{url}timeline-{{}}.html"
        dated = {**about, "calendar": _has_calendar(name, context.digest)}
        yield from dated_pages(Dated(name.events, home, pattern, joined=True), context.links, dated)
    if len(name.stories) > STORIES:
        yield from _stories(name, about, url, context)


def _spoken_of(digest: Digest) -> dict[str, list[Said]]:
    """The newest quotations in which others name it, by the id of the name."""
    found: dict[str, list[Said]] = {}
    for said in digest.said:
        for id_ in said.names:
            some = found.setdefault(id_, [])
            if id_ != said.by and len(some) < SPOKEN_OF:
                some.append(said)
    return found


def _main(name: Name, spoken_of: Mapping[str, Sequence[Said]], context: Context) -> Page:
    return Page(
        file_of(entity_url(name.id)),
        "name.html",
        partial(_view, name, spoken_of.get(name.id, ()), context),
        key=partial(_key, name, context),
        source=name.id,
    )


def _key(name: Name, context: Context) -> tuple[Any, ...]:
    """What a name's page depends on: its stories, and what others have that stand in them.

    That is whether the two have a page together, and, where they are drawn, with whom those stand.
    """
    marks, partners = context.links.marks, context.partners.get(name.id, ())
    mark = marks.names[name.id]
    if not is_drawn(name):
        return mark, partners
    beside = context.digest.companions[name.id]
    return mark, partners, [marks.company[one.entity] for one in beside]


def _view(name: Name, spoken_of: Sequence[Said], context: Context) -> dict[str, Any]:
    digest, links, site = context.digest, context.links, context.site
    company = tuple(
        NameBeside(
            links.names[beside.entity],
            beside.stories,
            beside_url(name.id, beside.entity, context),
        )
        for beside in _company(name, digest, links)
    )
    return {
        "name": links.names[name.id],
        "description": name.description,
        "picture": name.picture,
        "forms": name.forms[:DESCRIPTORS],
        "same_as": tuple(filter(on_the_web, name.same_as)),
        "descriptors": tuple(
            (told.text, links.stories[told.story])
            for told in name.descriptors[:DESCRIPTORS]
            if told.story in links.stories
        ),
        "mentions": name.mentions,
        "json_ld": name_json_ld(name, digest, site),
        "said": context.quoted(name.said[:QUOTATIONS], also=True),
        "said_in_all": len(name.said),
        "more_said": len(name.said) > QUOTATIONS,
        "reported": tuple(map(links.statement, name.statements[:REPORTED])),
        "reported_in_all": len(name.statements),
        "spoken_of": context.quoted(spoken_of),
        "entries": tuple(map(links.entry, _shown(name.events))),
        "chart_": chart_of(name.events, (), links.lang) if len(name.events) > 3 else None,
        "dates": len(name.events),
        "calendar": _has_calendar(name, digest),
        "company": company,
        "beside_others": f"{WITH}?{urlencode({'a': name.id})}" if is_beside_others(name) else "",
        "pin": pin_of(name),
        "drawing": _drawing(name, digest, links),
        "stories": tuple(_told(name, slug, links) for slug in name.stories[:STORIES]),
        "stories_in_all": len(name.stories),
        "feeds": (has_feed(name), is_followed_as_speaker(name)),
    }


def _has_calendar(name: Name, digest: Digest) -> bool:
    return has_calendar(to_come(name.events, newest_day(name, digest)))


def _company(name: Name, digest: Digest, links: Links) -> Sequence[Companion]:
    """Whom it is named with in several stories; a few where there is nobody such."""
    known = [beside for beside in digest.companions[name.id] if beside.entity in links.names]
    return [beside for beside in known if beside.stories > 1][:COMPANY] or known[:FEW]


def _shown(events: Sequence[Event]) -> Sequence[Event]:
    """All of a short timeline, else the latest whose year is known."""
    return events if len(events) <= EVENTS else latest(events, LATEST)


def _told(name: Name, slug: str, links: Links) -> NamingStory:
    quoted = sum(said.story == slug for said in name.said)
    return NamingStory(
        links.stories[slug], quoted, sum(told.story == slug for told in name.statements)
    )


def _drawing(name: Name, digest: Digest, links: Links) -> Round | None:
    if not is_drawn(name):
        return None
    beside = [(links.names[c.entity], c.stories) for c in _company(name, digest, links)]
    ties = {
        (one.id, other.entity)
        for one, _ in beside
        for other in digest.companions[one.id]
        if other.entity != name.id
    }
    return draw_round(links.names[name.id], beside, ties)


def _quotations(
    name: Name, about: Mapping[str, object], url: str, context: Context
) -> Iterator[Page]:
    for leaf in leaves(name.said, ON_ONE_PAGE, f"{url}quotes.html", f"{url}quotes-{{}}.html"):
        yield leaf_page(leaf, {**about, "part": "name"}, context)


def _stories(name: Name, about: Mapping[str, object], url: str, context: Context) -> Iterator[Page]:
    home, numbered = f"{url}stories.html", f"{url}stories-{{}}.html"
    for leaf in leaves(name.stories, STORIES_ON_ONE_PAGE, home, numbered):
        head = {**about, "number": leaf.number, "way": leaf.turn}
        view = partial(_view_of_stories, leaf, head, context.links)
        marks = [context.links.marks.links[slug] for slug in leaf.items]
        yield Page(file_of(leaf.url), "name_stories.html", view, key=(head, marks))


def _view_of_stories(leaf: Leaf[str], head: Mapping[str, object], links: Links) -> dict[str, Any]:
    return {**head, "stories": tuple(links.stories[slug] for slug in leaf.items)}
