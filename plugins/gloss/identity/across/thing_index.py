"""All things of a digest and its new stories, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gloss.identity.nouns import Known, StoryNames
from gloss.story import Entity, Kind, kind_of

A_TOPIC_SAYS = 0.25  # of a story's say in a kind: a topic is what no kind was found for
COMPANY_FROM = 40  # stories of a thing that are looked at for its company: more say no more


@dataclass
class Thing:
    """Everything that is known of one id."""

    entity: Entity
    forms: Counter[str] = field(default_factory=Counter)
    stories: list[int] = field(default_factory=list)  # new stories, by number
    known: bool = False
    known_stories: int = 0
    companions: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def name(self) -> str:
        return self.entity.name

    @property
    def kind(self) -> Kind:
        return kind_of(self.entity.id)

    @property
    def slug(self) -> str:
        return self.entity.id.partition(":")[2]

    @property
    def size(self) -> int:
        """How many stories name it."""
        return len(self.stories) + self.known_stories


class ThingIndex:
    """All things by id, and which of them are one."""

    def __init__(self, stories: Sequence[StoryNames], known: Known) -> None:
        self.stories = stories
        self.things: dict[str, Thing] = {}
        self.unsure: dict[str, str] = {}  # who may be whom, by a nickname alone
        self._one: dict[str, str] = {}
        for id_, old in known.things.items():
            self.things[id_] = Thing(
                old.entity,
                Counter(old.forms),
                known=True,
                known_stories=old.stories,
                companions=old.companions,
            )
        for number, names in enumerate(stories):
            for entity in names.entities:
                thing = self.things.setdefault(entity.id, Thing(entity))
                thing.stories.append(number)
                thing.forms.update(names.forms.get(entity.id) or {entity.name: 1})

    def of_kind(self, kind: Kind) -> list[Thing]:
        """Return the things of a kind, the best known first."""
        found = [t for t in self.things.values() if t.kind == kind]
        return sorted(found, key=lambda t: (not t.known, -t.size, -len(t.name.split()), t.id))

    def one(self, id_: str) -> str:
        """Return the id that an id has become."""
        while id_ in self._one:
            id_ = self._one[id_]
        return id_

    def join(self, ids: Iterable[str]) -> None:
        """Make things one, under the best known's id; two that the digest keeps apart stay two."""
        roots = sorted({self.one(id_) for id_ in ids}, key=self._rank)
        for other in roots[1:]:
            if not self.things[other].known:
                self._one[other] = roots[0]

    def _rank(self, id_: str) -> tuple[bool, float, bool, int, str]:
        """Known first, then what most stories name; of equals a work, an event or the like."""
        thing = self.things[id_]
        weight = thing.size * (A_TOPIC_SAYS if thing.kind == "topic" else 1.0)
        broad = thing.kind in ("org", "place")  # a work or an event wants a telling word to be one
        return not thing.known, -weight, broad, -len(thing.name.split()), id_

    def members(self) -> dict[str, list[Thing]]:
        """Return all things by the id that they have become."""
        found: dict[str, list[Thing]] = {}
        for id_, thing in self.things.items():
            found.setdefault(self.one(id_), []).append(thing)
        return found

    def companions(self, things: Iterable[Thing]) -> set[str]:
        """Return the ids of what is named with any of the things."""
        found: set[str] = set()
        for thing in things:
            found |= {self.one(id_) for id_ in thing.companions}
            for number in thing.stories[:COMPANY_FROM]:
                found |= self.named_in(number)
        return found

    def named_in(self, number: int) -> set[str]:
        """Return the ids of what a story names."""
        return {self.one(e.id) for e in self.stories[number].entities}


def tells_little(id_: str) -> bool:
    """Tell whether a thing says little as company: a place, or a people."""
    return id_.startswith(("place:", "group:"))


def share_company(index: ThingIndex, thing: Thing, other: str) -> bool:
    """Tell whether two things are named with a third that is no place or people."""
    with_one = index.companions([thing])
    with_other = index.companions([index.things[other]])
    shared = with_one & with_other - {index.one(thing.id), other}
    return not all(map(tells_little, shared))
