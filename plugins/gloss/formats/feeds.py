"""Which feeds there are, and what each holds; ``atom`` and ``json_feed`` write them.

Of all stories there are two: by the day on which they entered the digest, which is what somebody
who follows it wants to hear of, and by publication. One is of quotations, one of editions. A name
that several stories speak of has one, and one of what it said; so has a thread. All but that by
publication are by the day of entry. No time in a feed is the clock's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Name, Said, StoryFacts, Thread
from gloss.digest.sections import StorySection, sections_of
from gloss.formats.atom import atom
from gloss.formats.correction_feed import CORRECTED, correction_files, has_corrections
from gloss.formats.edition_feed import EDITIONS, edition_files
from gloss.formats.feed import Feed, FeedEntry
from gloss.formats.feed_entries import quotation_entry, story_entry
from gloss.formats.json_feed import json_feed
from gloss.formats.opml import opml
from gloss.output import File
from gloss.site import Site
from gloss.urls import FOLDERS, entity_url, section_url, thread_url

ENTRIES = 100
# A section or a thread of fewer stories has no feed. Names are many: they need more for one,
# and it has fewer entries.
LEAST = 3
LEAST_OF_A_NAME = 5
ENTRIES_OF_A_NAME = 12

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
    return len(name.stories) >= LEAST_OF_A_NAME


def is_followed_as_speaker(name: Name) -> bool:
    """Tell whether a name has a feed of what it said."""
    some = name.said
    return len(some) >= LEAST_OF_A_NAME <= len({said.story for said in some})


def section_has_feed(section: StorySection) -> bool:
    """Tell whether a section has a feed."""
    return len(section.stories) >= LEAST


def is_followed(thread: Thread) -> bool:
    """Tell whether a thread has a feed."""
    return len(thread.stories) >= LEAST


def feed_files(digest: Digest, site: Site, marks: Marks, load: Load) -> Iterator[File]:
    """Yield the feeds; ``load`` gives the ``annotated`` part of a story, for its text."""
    source = _Source(digest, site, load)
    newest = _newest(digest.stories, digest)
    new = newest[:ENTRIES]
    published = list(digest.stories.values())[:ENTRIES]
    said = list(islice(_said_in(newest, digest), ENTRIES))
    for path, stories in ((NEW, new), (PUBLISHED, published)):
        told = [marks.stories[story.slug] for story in stories]
        yield from _both(path, told, partial(_of_stories, source, path, stories))
    key = [(marks.stories[one.story], one.anchor) for one in said]
    yield from _both(QUOTED, key, partial(_of_quotations, source, QUOTED, said))
    yield from edition_files(digest, site, marks)
    yield from correction_files(digest, site)
    for name in _followed(digest):
        yield from _of_a_name(name, source, marks.names[name.id])
    for section in filter(section_has_feed, sections_of(digest)):
        path = f"{section_url(section.slug)}stories"
        told = [section.name, *(marks.stories[story.slug] for story in section.stories)]
        make = partial(_of_a_section, source, path, section)
        yield File(f"{path}.atom.xml", told, partial(_written, atom, make), whole=True)
    for thread in filter(is_followed, digest.threads):
        path = f"{thread_url(thread.slug)}stories"
        told = [marks.stories[slug] for slug in thread.stories]
        make = partial(_of_a_thread, source, path, thread)
        yield File(f"{path}.atom.xml", told, partial(_written, atom, make), whole=True)
    if site.url:
        groups = _groups(digest, site)
        yield File(OPML, groups, partial(opml, groups, site), whole=True)


def _newest(slugs: Iterable[str], digest: Digest) -> list[StoryFacts]:
    """Stories, that which entered or was corrected last first."""
    return sorted((digest.stories[slug] for slug in slugs), key=_entered, reverse=True)


def _newest_said(some: Iterable[Said], digest: Digest) -> list[Said]:
    """Quotations by their stories; those of one in the order of its text."""
    return sorted(some, key=lambda said: _entered(digest.stories[said.story]), reverse=True)


def _said_in(stories: Iterable[StoryFacts], digest: Digest) -> Iterator[Said]:
    """Quotations in the order of some stories; those of one in the order of its text."""
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for said in digest.said:
        found[said.story].append(said)
    return (said for story in stories for said in found[story.slug])


def _entered(story: StoryFacts) -> tuple[str, str, str]:
    return story.corrected or story.date, story.day, story.slug


def _both(path: str, key: Any, make: Callable[[], Feed]) -> Iterator[File]:
    yield File(f"{path}.atom.xml", key, partial(_written, atom, make), whole=True)
    yield File(f"{path}.json", key, partial(_written, json_feed, make), whole=True)


def _of_a_section(source: _Source, path: str, section: StorySection) -> Feed:
    some = sorted(section.stories, key=_entered, reverse=True)[:ENTRIES]
    entries = [_story(story, source) for story in some]
    return _feed(source.site, path, section.name, entries, section_url(section.slug))


def _of_a_name(name: Name, source: _Source, key: str) -> Iterator[File]:
    url = entity_url(name.id)
    for path, made, there in (
        (f"{url}stories", _about_a_name, has_feed(name)),
        (f"{url}quotes", _said_by_a_name, is_followed_as_speaker(name)),
    ):
        if there:
            make = partial(made, source, path, name)
            yield File(f"{path}.atom.xml", key, partial(_written, atom, make), source=name.id)


def _about_a_name(source: _Source, path: str, name: Name) -> Feed:
    some = _newest(name.stories, source.digest)[:ENTRIES_OF_A_NAME]
    entries = [replace(_story(story, source), categories=()) for story in some]
    return _feed(source.site, path, name.name, entries, entity_url(name.id))


def _said_by_a_name(source: _Source, path: str, name: Name) -> Feed:
    some = _newest_said(name.said, source.digest)[:ENTRIES_OF_A_NAME]
    entries = [quotation_entry(said, source.digest) for said in some]
    return _feed(source.site, path, f"{name.name}, quoted", entries, entity_url(name.id))


def _of_a_thread(source: _Source, path: str, thread: Thread) -> Feed:
    some = _newest(thread.stories, source.digest)[:ENTRIES_OF_A_NAME]
    entries = [_story(story, source) for story in some]
    title = _title_of(thread, source.digest)
    return _feed(source.site, path, title, entries, thread_url(thread.slug))


def _title_of(thread: Thread, digest: Digest) -> str:
    """A thread is called by its first story."""
    return digest.stories[thread.stories[0]].title


def _written(form: Callable[[Feed], bytes], make: Callable[[], Feed]) -> bytes:
    return form(make())


def _of_stories(source: _Source, path: str, stories: Sequence[StoryFacts]) -> Feed:
    entries = [_story(story, source) for story in stories]
    return _feed(source.site, path, "by publication" if path == PUBLISHED else "", entries, "")


def _of_quotations(source: _Source, path: str, some: Sequence[Said]) -> Feed:
    entries = [quotation_entry(said, source.digest) for said in some]
    return _feed(source.site, path, "quotations", entries, "quotes/")


def _story(story: StoryFacts, source: _Source) -> FeedEntry:
    full = source.site.feeds == "full"
    text: str = source.load("annotated", story.slug).text if full else ""
    return story_entry(story, source.digest, text)


def _feed(site: Site, path: str, what: str, entries: Sequence[FeedEntry], page: str) -> Feed:
    title = f"{site.name}: {what}" if what else site.name
    return Feed(site, path, title, page, tuple(entries))


def _followed(digest: Digest) -> Iterable[Name]:
    return (n for n in digest.with_pages if has_feed(n) or is_followed_as_speaker(n))


def _groups(digest: Digest, site: Site) -> dict[str, list[tuple[str, str]]]:
    """Title and address of every feed: those of names by their kind, those of threads last."""
    whole = [
        (site.name, f"{NEW}.atom.xml"),
        (f"{site.name}: by publication", f"{PUBLISHED}.atom.xml"),
        (f"{site.name}: quotations", f"{QUOTED}.atom.xml"),
        (f"{site.name}: editions", f"{EDITIONS}.atom.xml"),
    ]
    if has_corrections(digest):
        whole.append((f"{site.name}: corrections", f"{CORRECTED}.atom.xml"))
    for section in filter(section_has_feed, sections_of(digest)):
        url = section_url(section.slug)
        whole.append((f"{site.name}: {section.name}", f"{url}stories.atom.xml"))
    groups: dict[str, list[tuple[str, str]]] = {"": whole}
    for name in _followed(digest):
        group = groups.setdefault(FOLDERS[name.kind].title(), [])
        if has_feed(name):
            group.append((name.name, f"{entity_url(name.id)}stories.atom.xml"))
        if is_followed_as_speaker(name):
            group.append((f"{name.name}, quoted", f"{entity_url(name.id)}quotes.atom.xml"))
    threads = groups.setdefault("Threads", [])
    for thread in filter(is_followed, digest.threads):
        threads.append((_title_of(thread, digest), f"{thread_url(thread.slug)}stories.atom.xml"))
    return groups
