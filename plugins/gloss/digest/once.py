"""What copies of a story say again, left out of lists and counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from gloss.digest.days import entry_order
from gloss.digest.model import Event, Named, Said, Statement, StoryFacts
from gloss.digest.plain import plain

T = TypeVar("T")


def told_once(
    stories: Mapping[str, StoryFacts], copies: Mapping[str, str]
) -> dict[str, StoryFacts]:
    """Return stories, in their order, copies with that alone which no story before them says.

    copies: slug -> the slug of the first story that it repeats.
    """
    told = {first: _Told() for first in copies.values()}
    for first, so_far in told.items():
        so_far.without(stories[first])
    once = dict(stories)
    for story in sorted((stories[slug] for slug in copies), key=entry_order):
        once[story.slug] = told[copies[story.slug]].without(story)
    return once


@dataclass
class _Told:
    """What has been told by a story and its copies so far."""

    seen: set[Hashable] = field(default_factory=set)

    def without(self, story: StoryFacts) -> StoryFacts:
        """Return a story with what is new in it, and take note of that."""
        return replace(
            story,
            named=tuple(self._new((_name(named), named) for named in story.named)),
            events=tuple(self._new((_event(event), event) for event in story.events)),
            said=tuple(self._new((_said(one), one) for one in story.said)),
            statements=tuple(self._new((_stated(one), one) for one in story.statements)),
        )

    def _new(self, keyed: Iterable[tuple[Hashable, T]]) -> Iterator[T]:
        before = frozenset(self.seen)
        for key, value in keyed:
            self.seen.add(key)
            if key not in before:
                yield value


def _name(named: Named) -> Hashable:
    return "name", named.entity


def _event(event: Event) -> Hashable:
    return "event", event.edtf, plain(event.sentence)


def _said(said: Said) -> Hashable:
    return "said", plain(" ".join(said.words))


def _stated(told: Statement) -> Hashable:
    return "stated", plain(told.words)
