"""Two names beside each other: which pairs are worth a page, and what each said in a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gloss.digest.gathered import event_order
from gloss.digest.model import Digest, Event, Name, Said
from gloss.story import kind_of

# Stories in common, and in how many of them each must be quoted.
STORIES, QUOTED = 3, 1
# One pair has a page for so many stories of the digest, those with most in common first.
STORIES_A_PAGE = 3
# Where news happens, and to which people, says nothing beside another name.
_WHERE = ("place", "group")


@dataclass(frozen=True)
class NamePair:
    """Two names, in the order of their ids, and the stories that both are in, the newest first."""

    one: str
    other: str
    stories: tuple[str, ...]


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Return two ids in the order in which a pair has them."""
    return (one, other) if one < other else (other, one)


def find_pairs(digest: Digest) -> dict[tuple[str, str], NamePair]:
    """Return the pairs that are worth a page, by their ids in order.

    One stands among the names that are named with the other, so that a page leads to it.
    """
    most = len(digest.stories) // STORIES_A_PAGE
    found = sorted(_pairs(digest), key=lambda pair: (-len(pair.stories), pair.one, pair.other))
    return {(pair.one, pair.other): pair for pair in found[:most]}


def _pairs(digest: Digest) -> Iterator[NamePair]:
    frequent = [name for name in digest.names.values() if len(name.stories) >= STORIES]
    quoted = {name.id: {said.story for said in name.said} for name in frequent}
    pairs = {
        pair_of(name.id, beside.entity)
        for name in frequent
        for beside in digest.companions[name.id]
        if beside.stories >= STORIES
    }
    for one, other in pairs:
        if kind_of(one) in _WHERE or kind_of(other) in _WHERE:
            continue
        stories = in_common(digest.names[one], digest.names[other])
        if all(len(quoted[id_].intersection(stories)) >= QUOTED for id_ in (one, other)):
            yield NamePair(one, other, stories)


def in_common(one: Name, other: Name) -> tuple[str, ...]:
    """Return the stories that both are named in, the newest first."""
    others = frozenset(other.stories)
    return tuple(slug for slug in one.stories if slug in others)


def said_in(name: Name, slug: str) -> tuple[Said, ...]:
    """Return what a name said in a story."""
    return tuple(said for said in name.said if said.story == slug)


def dates_of(pair: NamePair, digest: Digest) -> tuple[Event, ...]:
    """Return the dates in sentences that name either, of the stories in common, in order."""
    stories = frozenset(pair.stories)
    both = chain(digest.names[pair.one].events, digest.names[pair.other].events)
    found = {(event.story, event.anchor): event for event in both if event.story in stories}
    return tuple(sorted(found.values(), key=event_order))
