"""What is compared across stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gloss.story import Annotations, Entity, Story


@dataclass(frozen=True)
class StoryNames:
    """The things that one story names.

    forms: the names each goes by in the story, by id, the fullest first.
    published: EDTF day or None.
    """

    story: str
    entities: tuple[Entity, ...]
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    published: str | None = None


@dataclass(frozen=True)
class KnownThing:
    """A thing that the digest knows already.

    forms: names it goes by.
    companions: ids of what it was named with.
    descriptors: what stories said it is.
    """

    entity: Entity
    forms: tuple[str, ...] = ()
    companions: frozenset[str] = frozenset()
    descriptors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """All that the digest knows already: its ids stay."""

    things: Mapping[str, KnownThing] = field(default_factory=dict)


def story_names(story: Story, found: Annotations) -> StoryNames:
    """Gather what one story names, in the order of first mention."""
    forms: dict[str, list[str]] = {entity.id: [entity.name] for entity in found.entities}
    for mention in found.mentions:
        text = story.text[mention.start : mention.end]
        if text not in forms[mention.entity]:
            forms[mention.entity].append(text)
    return StoryNames(
        story.id,
        found.entities,
        {entity: tuple(texts) for entity, texts in forms.items()},
        story.published,
    )


def known_from(stories: Sequence[StoryNames]) -> Known:
    """Return what committed stories say, as they stand: their ids are right already."""
    things: dict[str, KnownThing] = {}
    for names in stories:
        ids = frozenset(e.id for e in names.entities)
        for entity in names.entities:
            old = things.get(entity.id, KnownThing(entity))
            things[entity.id] = KnownThing(
                old.entity,
                tuple(dict.fromkeys((*old.forms, *names.forms.get(entity.id, (entity.name,))))),
                (old.companions | ids) - {entity.id},
                tuple(dict.fromkeys((*old.descriptors, *entity.descriptors))),
            )
    return Known(things)
