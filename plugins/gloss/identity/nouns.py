"""What is compared across stories, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from gloss.story import Annotations, Doubt, Entity, Kind, Span, Story


class NamedThing(Protocol):
    """A mention of something: where it stands, and of what kind that is.

    entity: the id that the register gives it, if any.
    """

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> Kind | None: ...
    @property
    def entity(self) -> str | None: ...


Mentioned = TypeVar("Mentioned", bound=NamedThing)


@dataclass(frozen=True)
class Cluster(Generic[Mentioned]):
    """One thing that a story names, with all its mentions in order."""

    id: str
    name: str
    mentions: tuple[Mentioned, ...]

    def joined(self, other: Cluster[Mentioned]) -> Cluster[Mentioned]:
        """Return one thing of two that turned out to have one id."""
        together = sorted((*self.mentions, *other.mentions), key=lambda m: m.start)
        return Cluster(self.id, self.name, tuple(together))


@dataclass(frozen=True)
class StoryNames:
    """The things that one story names.

    forms: how often each goes by which name, by id.
    first: where each is named first, by id.
    """

    story: str
    entities: tuple[Entity, ...]
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    first: Mapping[str, Span] = field(default_factory=dict)


# What one story says of a thing, and as what it names it.
Said = tuple[Entity, Iterable[str]]


@dataclass(frozen=True)
class KnownThing:
    """A thing that the digest knows already.

    forms: names it goes by.
    beside: the ids of all that each of its stories names.
    """

    entity: Entity
    forms: tuple[str, ...]
    beside: Sequence[frozenset[str]]

    @property
    def stories(self) -> int:
        """How many stories name it."""
        return len(self.beside)

    @cached_property
    def companions(self) -> frozenset[str]:
        """The ids of what it was named with: of a few things anybody asks for them."""
        return frozenset().union(*self.beside) - {self.entity.id}


def _none(_: str) -> int:
    return 0


@dataclass(frozen=True)
class Known:
    """All that the digest knows already, by id: these ids stay.

    things: what can bear on the stories that are linked, in the order in which it was first named.
    others: how many stories name something else.
    """

    things: Mapping[str, KnownThing] = field(default_factory=dict)
    others: Callable[[str], int] = _none

    def stories(self, id_: str) -> int:
        """Return how many stories name something."""
        return self.things[id_].stories if id_ in self.things else self.others(id_)


@dataclass(frozen=True)
class Link:
    """What one story's ids become.

    ids: new id by old id, where it changes.
    names: what the things with new ids are called in the digest.
    doubts: what could not be decided, for the editor, with a register entry to paste.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


def story_names(story: Story, found: Annotations) -> StoryNames:
    """Gather what one story names, in the order of first mention."""
    forms: dict[str, Counter[str]] = {}
    first: dict[str, Span] = {}
    for mention in found.mentions:
        text = story.text[mention.start : mention.end]
        forms.setdefault(mention.entity, Counter())[text] += 1
        first.setdefault(mention.entity, Span(mention.start, mention.end))
    return StoryNames(story.id, found.entities, forms, first)


def known_from(stories: Iterable[StoryNames]) -> Known:
    """Return what committed stories say, as they stand: their ids are right already."""
    said: dict[str, list[Said]] = {}
    beside: dict[str, list[frozenset[str]]] = {}
    for names in stories:
        ids = frozenset(entity.id for entity in names.entities)
        for entity in names.entities:
            said.setdefault(entity.id, []).append((entity, names.forms.get(entity.id, ())))
            beside.setdefault(entity.id, []).append(ids)
    return Known({id_: known_thing(every, beside[id_]) for id_, every in said.items()})


def known_thing(said: Sequence[Said], beside: Sequence[frozenset[str]]) -> KnownThing:
    """Return one thing as stories say, in order, what it is."""
    first = said[0][0]
    forms = dict.fromkeys(form for entity, forms in said for form in (entity.name, *forms))
    descriptors = dict.fromkeys(one for entity, _ in said for one in entity.descriptors)
    same_as = next((entity.same_as for entity, _ in said if entity.same_as), ())
    entity = Entity(first.id, first.name, tuple(descriptors), same_as)
    return KnownThing(entity, tuple(forms), beside)
