"""The feed of editions: each an entry that tells what happened, a paragraph a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from gloss.digest.editions import Edition, editions_of, is_cut_off, lead_sentence
from gloss.digest.marks import Marks
from gloss.digest.model import Digest, StoryFacts
from gloss.edtf import days_in_words, in_words
from gloss.formats.atom import atom
from gloss.formats.feed import Feed, FeedEntry
from gloss.formats.json_feed import json_feed
from gloss.output import File
from gloss.site import Site
from gloss.urls import edition_url

EDITIONS = "feeds/editions"
ENTRIES = 30
# Of more stories an entry has the newest.
STORIES = 60


def edition_files(digest: Digest, site: Site, marks: Marks) -> Iterator[File]:
    """Yield the feed of the newest editions, as Atom and as JSON."""
    some = editions_of(digest, site.editions)[:ENTRIES]
    key = [(one.key, [marks.stories[story.slug] for story in one.stories]) for one in some]
    make = partial(_feed, some, site)
    yield File(f"{EDITIONS}.atom.xml", key, partial(_written, atom, make), whole=True)
    yield File(f"{EDITIONS}.json", key, partial(_written, json_feed, make), whole=True)


def _written(form: Callable[[Feed], bytes], make: Callable[[], Feed]) -> bytes:
    return form(make())


def _feed(some: tuple[Edition, ...], site: Site) -> Feed:
    entries = tuple(_entry(edition, site.lang) for edition in some)
    return Feed(site, EDITIONS, f"{site.name}: editions", "editions/", entries)


def _entry(edition: Edition, lang: str) -> FeedEntry:
    told = [_told(story) for story in edition.stories[:STORIES]]
    page = edition_url(edition.key)
    return FeedEntry(
        id=page,
        page=page,
        title=_title(edition, lang),
        updated=max(story.corrected or story.date for story in edition.stories),
        published=edition.first,
        lang=None,
        authors=(),
        summary=told[0],
        text="\n\n".join(told),
        categories=(),
    )


def _title(edition: Edition, lang: str) -> str:
    if "W" in edition.key:
        return days_in_words(edition.first, edition.last, lang)
    return in_words(edition.key, lang).words


def _told(story: StoryFacts) -> str:
    """A story as a paragraph: its headline, and its lead's first sentence."""
    lead = lead_sentence(story)
    return lead if is_cut_off(story) else f"{story.title}. {lead}".strip()
