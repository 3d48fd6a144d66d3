"""Which feeds there are, and what each holds; ``atom`` and ``json_feed`` write them.

Of all stories there are two: by the day on which they entered the digest, which is what somebody
who follows it wants to hear of, and by publication. One is of quotations, one of editions. A name
that several stories speak of has one, and one of what it said. No time in a feed is the clock's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Name, Said, StoryFacts
from gloss.formats.atom import atom
from gloss.formats.bylines import people_of
from gloss.formats.edition_feed import EDITIONS, edition_files
from gloss.formats.feed import Category, Feed, FeedEntry
from gloss.formats.json_feed import json_feed
from gloss.formats.opml import opml
from gloss.output import File
from gloss.site import Site
from gloss.urls import FOLDERS, entity_url, story_url

ENTRIES = 100
# A name in fewer stories has no feed; its entries are few, since names are many.
STORIES_OF_A_NAME = 3
ENTRIES_OF_A_NAME = 20
# How many of a story's names are its categories.
CATEGORIES = 8

NEW, PUBLISHED, QUOTED = "feeds/all", "feeds/published", "feeds/quotations"
OPML = "feeds/feeds.opml"

# Gives one part of what is kept of a story's article, by its slug.
Load = Callable[[str, str], Any]


@dataclass(frozen=True)
class _Source:
    """What feeds are made from."""

    digest: Digest
    site: Site
    load: Load


def has_feed(name: Name) -> bool:
    """Tell whether a name has a feed of the stories that speak of it."""
    return len(name.stories) >= STORIES_OF_A_NAME


def is_followed_as_speaker(name: Name) -> bool:
    """Tell whether a name has a feed of what it said."""
    return len({said.story for said in name.said}) >= STORIES_OF_A_NAME


def feed_files(digest: Digest, site: Site, marks: Marks, load: Load) -> Iterator[File]:
    """Yield the feeds; ``load`` gives the ``annotated`` part of a story, for its text."""
    source = _Source(digest, site, load)
    new = sorted(digest.stories.values(), key=_entered, reverse=True)[:ENTRIES]
    published = list(digest.stories.values())[:ENTRIES]
    said = digest.said[:ENTRIES]
    for path, stories in ((NEW, new), (PUBLISHED, published)):
        told = [marks.stories[story.slug] for story in stories]
        yield from _both(path, told, partial(_of_stories, source, path, stories))
    key = [(marks.stories[one.story], one.anchor) for one in said]
    yield from _both(QUOTED, key, partial(_of_quotations, source, QUOTED, said))
    yield from edition_files(digest, site, marks)
    for name in digest.names.values():
        yield from _of_a_name(name, source, marks.names[name.id])
    if site.url:
        names = [(n.id, n.name, is_followed_as_speaker(n)) for n in _followed(digest)]
        yield File(OPML, names, partial(_list, digest, site), whole=True)


def _entered(story: StoryFacts) -> tuple[str, str]:
    return story.corrected or story.date, story.day


def _both(path: str, key: Any, make: Callable[[], Feed]) -> Iterator[File]:
    yield File(f"{path}.atom.xml", key, partial(_written, atom, make), whole=True)
    yield File(f"{path}.json", key, partial(_written, json_feed, make), whole=True)


def _of_a_name(name: Name, source: _Source, key: str) -> Iterator[File]:
    url = entity_url(name.id)
    if has_feed(name):
        some = [source.digest.stories[slug] for slug in name.stories[:ENTRIES_OF_A_NAME]]
        path = f"{url}stories"
        make = partial(_of_stories, source, path, some, name)
        yield File(f"{path}.atom.xml", key, partial(_written, atom, make), source=name.id)
    if is_followed_as_speaker(name):
        path, said = f"{url}quotes", name.said[:ENTRIES_OF_A_NAME]
        make = partial(_of_quotations, source, path, said, name)
        yield File(f"{path}.atom.xml", key, partial(_written, atom, make), source=name.id)


def _written(form: Callable[[Feed], bytes], make: Callable[[], Feed]) -> bytes:
    return form(make())


def _of_stories(
    source: _Source, path: str, stories: Sequence[StoryFacts], name: Name | None = None
) -> Feed:
    entries = [_story(story, source) for story in stories]
    if name:
        entries = [replace(entry, categories=()) for entry in entries]
    what = {NEW: "", PUBLISHED: "by publication"}.get(path, name.name if name else "")
    return _feed(source.site, path, what, entries, entity_url(name.id) if name else "")


def _of_quotations(
    source: _Source, path: str, some: Sequence[Said], name: Name | None = None
) -> Feed:
    entries = [_quotation(said, source) for said in some]
    what = f"{name.name}, quoted" if name else "quotations"
    return _feed(source.site, path, what, entries, entity_url(name.id) if name else "quotes/")


def _feed(site: Site, path: str, what: str, entries: Sequence[FeedEntry], page: str) -> Feed:
    title = f"{site.name}: {what}" if what else site.name
    return Feed(site, path, title, page, tuple(entries))


def _story(story: StoryFacts, source: _Source) -> FeedEntry:
    digest, full = source.digest, source.site.feeds == "full"
    counted = sorted(story.named, key=lambda named: -named.count)[:CATEGORIES]
    page = story_url(story.slug)
    return FeedEntry(
        id=page,
        page=page,
        title=story.title,
        updated=story.corrected or story.date,
        published=story.published,
        lang=story.lang,
        authors=tuple(p.literal for p in people_of(story.author)) or _known(story.source),
        summary=story.summary,
        text=source.load("annotated", story.slug).text if full else "",
        categories=tuple(
            Category(named.entity, digest.names[named.entity].name, _scheme(named.entity))
            for named in counted
            if named.entity in digest.names
        ),
    )


def _known(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _scheme(entity: str) -> str:
    """The address of the list of all names of a kind."""
    return entity_url(entity).partition("/")[0] + "/"


def _quotation(said: Said, source: _Source) -> FeedEntry:
    story, page = source.digest.stories[said.story], f"{story_url(said.story)}#{said.anchor}"
    speaker = source.digest.names.get(said.by) if said.by else None
    who = speaker.name if speaker else said.who
    words = " … ".join(" ".join(part.split()) for part in said.words)
    return FeedEntry(
        id=page,
        page=page,
        title=f"{who}: {story.title}" if who else story.title,
        updated=story.corrected or story.date,
        published=story.published,
        lang=story.lang,
        authors=_known(speaker.name if speaker else None),
        summary=f"“{words}”",
        text="",
        categories=(Category(said.by, speaker.name, _scheme(said.by)),)
        if said.by and speaker
        else (),
    )


def _followed(digest: Digest) -> Iterable[Name]:
    return (n for n in digest.names.values() if has_feed(n) or is_followed_as_speaker(n))


def _list(digest: Digest, site: Site) -> bytes:
    """All feeds, those of names by their kind."""
    whole = [
        (site.name, f"{NEW}.atom.xml"),
        (f"{site.name}: by publication", f"{PUBLISHED}.atom.xml"),
        (f"{site.name}: quotations", f"{QUOTED}.atom.xml"),
        (f"{site.name}: editions", f"{EDITIONS}.atom.xml"),
    ]
    groups: dict[str, list[tuple[str, str]]] = {"": whole}
    for name in _followed(digest):
        group = groups.setdefault(FOLDERS[name.kind].title(), [])
        if has_feed(name):
            group.append((name.name, f"{entity_url(name.id)}stories.atom.xml"))
        if is_followed_as_speaker(name):
            group.append((f"{name.name}, quoted", f"{entity_url(name.id)}quotes.atom.xml"))
    return opml(groups, site)
