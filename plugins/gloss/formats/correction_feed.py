"""The feed of corrections: each an entry, and each retraction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import blake2b

from gloss.digest.model import Digest, StoryFacts
from gloss.formats.atom import atom
from gloss.formats.feed import Feed, FeedEntry
from gloss.formats.json_feed import json_feed
from gloss.output import File
from gloss.site import Site
from gloss.story import DeclaredCorrection
from gloss.urls import CORRECTIONS, story_url

CORRECTED = "feeds/corrections"
ENTRIES = 100

Told = Sequence[tuple[StoryFacts, DeclaredCorrection]]


def has_corrections(digest: Digest) -> bool:
    """Tell whether there is anything to tell."""
    return bool(_told(digest))


def correction_files(digest: Digest, site: Site) -> Iterator[File]:
    """Yield the feed of corrections, as Atom and as JSON, where there are any."""
    told = _told(digest)
    if told:
        key = [(story.slug, story.title, one) for story, one in told]
        make = partial(_feed, told, site)
        yield File(f"{CORRECTED}.atom.xml", key, partial(_written, atom, make), whole=True)
        yield File(f"{CORRECTED}.json", key, partial(_written, json_feed, make), whole=True)


def _written(form: Callable[[Feed], bytes], make: Callable[[], Feed]) -> bytes:
    return form(make())


def _told(digest: Digest) -> Told:
    """Return what was put right and told, and what was retracted, the latest first."""
    stories = (*digest.stories.values(), *digest.retracted.values())
    told = [(s, one) for s in stories for one in (*s.declared, s.retraction) if one]
    return sorted(told, key=lambda pair: (pair[1].day, pair[0].slug), reverse=True)[:ENTRIES]


def _feed(told: Told, site: Site) -> Feed:
    entries = tuple(_entry(story, one) for story, one in told)
    return Feed(site, CORRECTED, f"{site.name}: corrections", CORRECTIONS, entries)


def _entry(story: StoryFacts, one: DeclaredCorrection) -> FeedEntry:
    page, what = story_url(story.slug), "Retracted" if one == story.retraction else "Corrected"
    digest = blake2b(one.says.encode(), digest_size=4).hexdigest()
    return FeedEntry(
        id=f"{page}#{what.lower()}-{one.day}-{digest}",
        page=page,
        title=f"{what}: {story.title}",
        updated=one.day,
        published=one.day,
        lang=story.lang,
        authors=(),
        summary=one.says,
        text="",
        categories=(),
    )
