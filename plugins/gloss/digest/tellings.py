"""What all stories tell: the lists of the whole digest, and the same by the names told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from gloss.digest.model import Event, Named, Said, Statement, StoryFacts
from gloss.edtf import order

T = TypeVar("T")

# A quotation of no more words than these says something only where it ends as a clause does.
FEW_WORDS = 2
CLAUSE_ENDS = ".,!?…;:—–"


@dataclass(frozen=True)
class Tellings:
    """What stories tell.

    stories: by slug, newest first, with what each of them tells that no other did before.
    events: in EDTF order. said, statements: newest story first, in the order of the text.
    """

    stories: Mapping[str, StoryFacts]
    events: tuple[Event, ...]
    said: tuple[Said, ...]
    statements: tuple[Statement, ...]

    @cached_property
    def stories_of(self) -> Mapping[str, list[str]]:
        """The stories that name each name."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug, story in self.stories.items():
            for named in story.named:
                found[named.entity].append(slug)
        return found

    @cached_property
    def named(self) -> Mapping[str, list[Named]]:
        """What each of these says of the name."""
        each = (named for story in self.stories.values() for named in story.named)
        return _by_id(each, lambda named: (named.entity,))

    @cached_property
    def said_by(self) -> Mapping[str, list[Said]]:
        """What each name is quoted saying."""
        return _by_id(self.said, _speaker)

    @cached_property
    def stated_by(self) -> Mapping[str, list[Statement]]:
        """What each name is reported to say."""
        return _by_id(self.statements, _speaker)

    @cached_property
    def events_of(self) -> Mapping[str, list[Event]]:
        """The dates in sentences with each name."""
        return _by_id(self.events, lambda event: event.names)


def _by_id(things: Iterable[T], ids: Callable[[T], Iterable[str]]) -> Mapping[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for thing in things:
        for id_ in ids(thing):
            found[id_].append(thing)
    return found


def _speaker(told: Said | Statement) -> tuple[str, ...]:
    return (told.by,) if told.by else ()


def tellings_of(stories: Mapping[str, StoryFacts]) -> Tellings:
    """Return what stories tell, in its order."""
    each = stories.values()
    return Tellings(
        stories,
        events=tuple(sorted((e for story in each for e in story.events), key=event_order)),
        said=tuple(said for story in each for said in story.said if is_statement(said)),
        statements=tuple(told for story in each for told in story.statements),
    )


def event_order(event: Event) -> tuple[object, ...]:
    """Return what sorts events by their dates."""
    return (order(event.edtf), event.story, event.anchor)


def is_statement(said: Said) -> bool:
    """Tell a statement from a word that is only set off by its marks ("scary", "one-off").

    Such a word keeps its mark in the story, and is in no list and no count. “Yes,” is a statement:
    it ends as a clause does.
    """
    words = " ".join(said.words).split()
    return len(words) > FEW_WORDS or (bool(words) and words[-1].endswith(tuple(CLAUSE_ENDS)))
