"""Two names beside each other: which pairs are worth a page, and what each said in a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from gloss.digest.model import Digest, Event, Name, Said
from gloss.digest.tellings import event_order
from gloss.story import WHERE

# Stories in common; in one of them at least each must be quoted.
STORIES = 3
# One pair has a page for so many stories of the digest, those with most in common first.
STORIES_A_PAGE = 3

# The slugs of each name's stories, by its id.
Slugs = Mapping[str, frozenset[str]]


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
    stories = {
        name.id: frozenset(name.stories) for name in filter(_may_be_paired, digest.names.values())
    }
    found = sorted((-common, pair) for pair, common in _pairs(digest, stories).items())[:most]
    return {pair: NamePair(*pair, _in_both(*pair, digest, stories)) for _, pair in found}


def _in_both(one: str, other: str, digest: Digest, stories: Slugs) -> tuple[str, ...]:
    fewer, more = sorted((one, other), key=lambda id_: len(stories[id_]))
    return tuple(slug for slug in digest.names[fewer].stories if slug in stories[more])


def _pairs(digest: Digest, stories: Slugs) -> dict[tuple[str, str], int]:
    """Pairs of names that are both quoted in stories in common, with how many those are.

    stories: of the names that may be paired, by their ids.
    """
    quoted = {id_: {said.story for said in digest.names[id_].said} for id_ in stories}
    pairs = {
        pair_of(id_, beside.entity): beside.stories
        for id_ in stories
        for beside in digest.companions[id_]
        if beside.stories >= STORIES and beside.entity in stories
    }
    return {
        (one, other): common
        for (one, other), common in pairs.items()
        if not (quoted[one].isdisjoint(stories[other]) or quoted[other].isdisjoint(stories[one]))
    }


def _may_be_paired(name: Name) -> bool:
    return bool(name.said) and name.kind not in WHERE and len(name.stories) >= STORIES


def in_common(one: Name, other: Name) -> tuple[str, ...]:
    """Return the stories that both are named in, the newest first."""
    fewer, more = sorted((one.stories, other.stories), key=len)
    others = frozenset(more)
    return tuple(slug for slug in fewer if slug in others)


def said_in(name: Name, slugs: Iterable[str]) -> dict[str, list[Said]]:
    """Return what a name said in each of some stories."""
    found: dict[str, list[Said]] = {slug: [] for slug in slugs}
    for said in name.said:
        if said.story in found:
            found[said.story].append(said)
    return found


def dates_of(pair: NamePair, digest: Digest) -> tuple[Event, ...]:
    """Return the dates in sentences that name either, of the stories in common, in order."""
    stories = frozenset(pair.stories)
    both = chain(digest.names[pair.one].events, digest.names[pair.other].events)
    found = {(event.story, event.anchor): event for event in both if event.story in stories}
    return tuple(sorted(found.values(), key=event_order))
