"""Numbers for documents that stay as they are when other documents come and go.

Stories stand in blocks in the order in which they entered the digest, names in that of their ids;
those that only the newest stories speak of behind the others, so that a new name moves few.
Where a block ends is decided by the stories themselves (content-defined chunking:
A. Muthitacharoen, B. Chen and D. Mazières, 2001), and so is the place of each in its block: a hash
of its slug, or the next free place of those that it may have, where an earlier story has that one.
So a story that is withdrawn takes its number away and hardly ever moves another's, and a new one
moves none.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.search.cut import name_of
from gloss.site import OwnPage

# Places in a block: as many as two digits of a packed number can tell apart.
PLACES = 1024
# What else stands in a result's address; see ``passages``.
FIRST, PAGES = "first", "pages"
NEW = "new"

T = TypeVar("T")
Text = StoryFacts | OwnPage


@dataclass(frozen=True)
class Borders:
    """Where a run of things ends: it has so many at least, at most; one in so many may end it."""

    least: int
    most: int
    every: int

    def runs(self, things: Sequence[T], name: Callable[[T], str]) -> Iterator[Sequence[T]]:
        """Cut things into runs; only the last may have no border at its end."""
        start = 0
        for end, thing in enumerate(things, 1):
            held = end - start
            if held >= self.most or (held >= self.least and self._ends(name(thing))):
                yield things[start:end]
                start = end
        if start < len(things):
            yield things[start:]

    def _ends(self, name: str) -> bool:
        return zlib.crc32(name.encode("utf-8", "surrogatepass")) % self.every == 0


OF_BLOCKS = Borders(320, 640, 160)
# What came in after the last of these stands apart from the rest: see ``index``.
OF_RECENT = Borders(16, 64, 16)


@dataclass(frozen=True)
class NumberedBlock(Generic[T]):
    """Things by their places, in ascending order; named by what ends the block before."""

    name: str
    things: Mapping[int, T]


@dataclass(frozen=True)
class Numbered:
    """Stories, the editor's own pages, and names, by blocks. A number is the block's and a place.

    texts: the pages stand before the stories, in a block of their own: these come more often, and
        had better move nothing.
    recent: slugs of the newest stories, and ids of the names that no other story speaks of.
    """

    texts: tuple[NumberedBlock[Text], ...]
    names: tuple[NumberedBlock[Name], ...]
    recent: frozenset[str]


def number(digest: Digest, pages: tuple[OwnPage, ...] = ()) -> Numbered:
    """Number what is searched."""
    stories = sorted(digest.stories.values(), key=lambda story: (story.date, story.slug))
    before: list[NumberedBlock[Text]] = list(_blocks(pages, attrgetter("url"), PAGES))
    before = before or [NumberedBlock(PAGES, {})]
    after: list[NumberedBlock[Text]] = list(_blocks(stories, attrgetter("slug"), FIRST))
    recent = frozenset(story.slug for story in _recent(stories))
    names = [digest.names[id_] for id_ in sorted(digest.names)]
    new = [name for name in names if name.stories and recent.issuperset(name.stories)]
    only = frozenset(name.id for name in new)
    old = [name for name in names if name.id not in only]
    id_of = attrgetter("id")
    of_names = (*_blocks(old, id_of, FIRST), *_blocks(new, id_of, NEW))
    return Numbered((*before, *after), of_names, recent | only)


def numbers(blocks: Iterable[NumberedBlock[T]]) -> Iterator[tuple[int, T]]:
    """Yield things with their numbers, in ascending order."""
    for start, block in enumerate(blocks):
        for place, thing in block.things.items():
            yield start * PLACES + place, thing


def _blocks(
    things: Sequence[T], name: Callable[[T], str], first: str
) -> Iterator[NumberedBlock[T]]:
    for run in OF_BLOCKS.runs(things, name):
        yield NumberedBlock(first, dict(sorted(_placed(run, name).items())))
        first = name_of(name(run[-1]).encode("utf-8", "surrogatepass"))


def _placed(run: Sequence[T], name: Callable[[T], str]) -> dict[int, T]:
    placed: dict[int, T] = {}
    for thing in run:
        digest = hashlib.blake2b(name(thing).encode("utf-8", "surrogatepass"), digest_size=4)
        mixed = int.from_bytes(digest.digest(), "big")
        # An odd step goes through all places.
        at, step = mixed % PLACES, mixed // PLACES * 2 + 1
        while at in placed:
            at = (at + step) % PLACES
        placed[at] = thing
    return placed


def _recent(stories: Sequence[StoryFacts]) -> Sequence[StoryFacts]:
    """The stories behind the last border, be it one of a block or one within the last block."""
    slug = attrgetter("slug")
    for last in (OF_BLOCKS, OF_RECENT):
        *_, stories = ((), *last.runs(stories, slug))
    return stories
