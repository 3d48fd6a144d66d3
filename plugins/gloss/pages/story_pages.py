"""A story's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from gloss.digest.model import Digest, Said, Statement, StoryFacts
from gloss.digest.related import related_stories, telling_names
from gloss.digest.sections import section_slug
from gloss.edtf import Wording, in_words, order
from gloss.formats.addresses import on_the_web, valid_address
from gloss.formats.citations import cite_story
from gloss.formats.icalendar import has_calendar, to_come
from gloss.formats.json_ld import story_json_ld
from gloss.formats.ris import coins_of, ris_of
from gloss.pages.context import Context
from gloss.pages.glosses import glosses
from gloss.pages.links import Links, NameLink, StoryLink, TimelineEntry
from gloss.pages.page import Page
from gloss.pages.paging import file_of
from gloss.pages.sources import sources_of
from gloss.pages.thread_pages import thread_of
from gloss.story import EditorNote, Picture
from gloss.urls import section_url, story_url

RELATED = 4
# A longer timeline is shown without the sentences.
FULL_TIMELINE = 24


@dataclass(frozen=True)
class Beside:
    """A story beside this one, and the names that both speak of, the most telling first."""

    story: StoryLink
    shared: tuple[NameLink, ...]
    more: int


@dataclass(frozen=True)
class Neighbours:
    """The slugs of the stories after and before a story, where there are such."""

    newer: str | None = None
    older: str | None = None


@dataclass(frozen=True)
class Folding:
    """The story that this one says again, if any, and the others that say the same."""

    first: StoryLink | None
    also: tuple[StoryLink, ...]


def story_pages(context: Context) -> Iterator[Page]:
    """Return the page of every story, hidden ones too."""
    stories = tuple(context.digest.stories.values())
    slugs = [story.slug for story in stories]
    for story, newer, older in zip(stories, (None, *slugs), (*slugs[1:], None), strict=False):
        yield _page(story, Neighbours(newer, older), context)
    for story in context.digest.hidden.values():
        yield _page(story, Neighbours(), context)


def _page(story: StoryFacts, beside: Neighbours, context: Context) -> Page:
    return Page(
        file_of(story_url(story.slug)),
        "story.html",
        partial(_view, story, beside, context),
        body=story.slug,
        key=partial(_key, story, beside, context),
        source=story.slug,
    )


def _key(story: StoryFacts, beside: Neighbours, context: Context) -> tuple[Any, ...]:
    """What a story's page depends on: the story, its neighbours, and what is told of its names."""
    digest, links = context.digest, context.links
    marks = links.marks
    told: Iterable[Said | Statement] = (*story.said, *story.statements)
    again = (one for one in told if (story.slug, one.anchor) in digest.also)
    related = () if story.slug in digest.thread_of else telling_names(digest, story.slug)
    is_folded = story.slug in digest.copies or story.slug in digest.copies_of
    return (
        marks.stories[story.slug],
        [marks.links[slug] if slug else "" for slug in (beside.newer, beside.older)],
        _folding(story, context) if is_folded else None,
        thread_of(story.slug, context),
        context.glosses.of(story),
        tuple(map(links.also, again)),
        [marks.headlines[id_] for id_ in related],
    )


def _view(story: StoryFacts, beside: Neighbours, context: Context) -> dict[str, Any]:
    digest, links, site = context.digest, context.links, context.site
    events = sorted(story.events, key=lambda event: order(event.edtf))
    timeline = tuple(map(links.entry, events))
    sources = sources_of(story, links)
    return {
        "story": story_head(story, links.lang),
        "glosses": glosses(story, digest, links),
        "timeline": timeline,
        "calendar": has_calendar(to_come(story.events, story.day), story.repeated),
        "days": _days(timeline, links.lang) if len(timeline) > FULL_TIMELINE else (),
        "sources": sources,
        "beside": sources.beside,
        "thread": thread_of(story.slug, context),
        "related": () if story.slug in digest.thread_of else _related(story, digest, links),
        "folding": _folding(story, context),
        "newer": links.stories[beside.newer] if beside.newer else None,
        "older": links.stories[beside.older] if beside.older else None,
        "citations": cite_story(story, site),
        "coins": coins_of(story, site),
        "ris": ris_of(story, site),
        "json_ld": story_json_ld(story, digest, site),
        "digest": story.digest,
        "declared": tuple((in_words(one.day, links.lang), one.says) for one in story.declared),
        "emended": story.emended,
        "notes": _notes(story),
        "unlisted": story.unlisted,
        "passing": tuple(n.entity for n in story.named if _is_passing(n.entity, digest)),
    }


def _notes(story: StoryFacts) -> dict[str, tuple[EditorNote, ...]]:
    """Return the editor's notes by the block beside which they stand, in the order of the text."""
    notes = sorted(story.notes, key=lambda note: note.place)
    blocks = dict.fromkeys(note.block for note in notes)
    return {id_: tuple(note for note in notes if note.block == id_) for id_ in blocks}


def _folding(story: StoryFacts, context: Context) -> Folding:
    digest, links = context.digest, context.links.stories
    first = digest.copies.get(story.slug)
    also = tuple(links[slug] for slug in digest.copies_of.get(first or story.slug, ()))
    others = tuple(link for link in also if link.slug != story.slug)
    return Folding(links[first] if first else None, others)


def _is_passing(id_: str, digest: Digest) -> bool:
    return id_ in digest.names and digest.names[id_].passing


def _days(
    timeline: Sequence[TimelineEntry], lang: str
) -> tuple[tuple[Wording, tuple[TimelineEntry, ...]], ...]:
    """Put entries of one day together, whatever their hour; they stand in order."""
    by_day = groupby(timeline, key=lambda entry: entry.when.edtf.partition("T")[0])
    return tuple((in_words(day, lang), tuple(some)) for day, some in by_day)


@dataclass(frozen=True)
class StoryHead:
    """What stands above and below a story's text."""

    slug: str
    title: str
    lang: str | None
    published: Wording | None
    entered: Wording
    source: str | None
    original: str | None
    author: str | None
    section: tuple[str, str] | None
    summary: str
    words: int
    names: int
    dates: int
    quotations: int
    statements: int
    hidden: bool
    picture: Picture | None


def story_head(story: StoryFacts, lang: str) -> StoryHead:
    """Return what a page says of a story besides its text."""
    return StoryHead(
        slug=story.slug,
        title=story.title,
        lang=story.lang,
        published=in_words(story.published, lang) if story.published else None,
        entered=in_words(story.date, lang),
        source=story.source,
        original=valid_address(story.url) if story.url and on_the_web(story.url) else None,
        author=story.author,
        section=(story.section, section_url(section_slug(story.section)))
        if story.section
        else None,
        summary=story.summary,
        words=story.words,
        names=len(story.named),
        dates=len(story.events),
        quotations=len(story.said),
        statements=len(story.statements),
        hidden=story.status == "hidden",
        picture=story.picture,
    )


def _related(story: StoryFacts, digest: Digest, links: Links) -> tuple[Beside, ...]:
    return tuple(
        Beside(
            links.stories[found.story],
            links.several(found.shared[:3]),
            max(len(found.shared) - 3, 0),
        )
        for found in related_stories(digest, story.slug, RELATED)
    )
