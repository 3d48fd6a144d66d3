"""What is compared across stories, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gloss.story import Annotations, Doubt, Entity, Span, Story


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


@dataclass(frozen=True)
class KnownThing:
    """A thing that the digest knows already.

    forms: names it goes by.
    companions: ids of what it was named with.
    stories: how many name it.
    """

    entity: Entity
    forms: tuple[str, ...] = ()
    companions: frozenset[str] = frozenset()
    stories: int = 1


@dataclass(frozen=True)
class Known:
    """All that the digest knows already, by id: these ids stay."""

    things: Mapping[str, KnownThing] = field(default_factory=dict)


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
    things: dict[str, KnownThing] = {}
    for names in stories:
        ids = frozenset(e.id for e in names.entities)
        for entity in names.entities:
            old = things.get(entity.id, KnownThing(entity, stories=0))
            forms = dict.fromkeys((*old.forms, entity.name, *names.forms.get(entity.id, ())))
            things[entity.id] = KnownThing(
                _described(old.entity, entity),
                tuple(forms),
                (old.companions | ids) - {entity.id},
                old.stories + 1,
            )
    return Known(things)


def _described(old: Entity, new: Entity) -> Entity:
    said = tuple(dict.fromkeys((*old.descriptors, *new.descriptors)))
    return Entity(old.id, old.name, said, old.same_as or new.same_as)
