"""All things of a digest and its new stories, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gloss.identity.nouns import Known, KnownThing, StoryNames
from gloss.naming.person_names import is_initial, name_parts
from gloss.story import Entity, Kind, kind_of

A_TOPIC_SAYS = 0.25  # of a story's say in a kind: a topic is what no kind was found for
COMPANY_FROM = 40  # stories of a thing that are looked at for its company: more say no more


@dataclass
class Thing:
    """Everything that is known of one id.

    stories: the new ones that name it, by number. before: what the digest knew of it already.
    settled: whether the register says what it is.
    """

    entity: Entity
    forms: Counter[str] = field(default_factory=Counter)
    stories: list[int] = field(default_factory=list)
    before: KnownThing | None = None
    settled: bool = False

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def known(self) -> bool:
        """Whether the digest knew it already."""
        return self.before is not None

    @property
    def companions(self) -> frozenset[str]:
        """The ids of what it was named with already."""
        return self.before.companions if self.before else frozenset()

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
        return len(self.stories) + (self.before.stories if self.before else 0)

    @property
    def has_initial(self) -> bool:
        """Whether somebody's first name is given by its letter alone."""
        return self.kind == "person" and is_initial((name_parts(self.name) or ("",))[0])

    def is_kept_apart_from(self, other: Thing) -> bool:
        """Tell whether the register has both, or a story names both and so tells them apart."""
        if self.settled and other.settled:
            return True
        less, more = sorted((self, other), key=lambda thing: thing.size)
        together = more.known and more.id in less.companions
        return together or not set(self.stories).isdisjoint(other.stories)


class ThingIndex:
    """All things by id, and which of them are one."""

    def __init__(
        self, stories: Sequence[StoryNames], known: Known, settled: Mapping[str, str]
    ) -> None:
        self.stories = stories
        self.things: dict[str, Thing] = {}
        # Who may be whom, by a nickname or an initial alone.
        self.unsure: dict[str, Sequence[Thing]] = {}
        self._one: dict[str, str] = {}
        self._known = known
        for id_, old in known.things.items():
            self.things[id_] = Thing(old.entity, Counter(old.forms), before=old)
        for number, names in enumerate(stories):
            for entity in names.entities:
                thing = self.things.setdefault(entity.id, Thing(entity))
                thing.stories.append(number)
                thing.forms.update(names.forms.get(entity.id) or {entity.name: 1})
        for id_ in self.things.keys() & settled.keys():
            self.things[id_].settled = True
        # Whom the register knows, and no story here names.
        self.unnamed = [
            Thing(Entity(id_, name), settled=True)
            for id_, name in settled.items()
            if id_ not in self.things and kind_of(id_) == "person"
        ]

    def size(self, id_: str) -> int:
        """Return how many stories name an id, those included whose things are not looked at."""
        return self.things[id_].size if id_ in self.things else self._known.stories(id_)

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
        """Make things one, under the best known's id; two that the register or the digest keeps
        apart stay two.
        """
        roots = {self.one(id_) for id_ in ids}
        if len(roots) < 2:
            return
        first, *others = sorted(roots, key=self._rank)
        for other in others:
            if not self.things[other].known and not self.things[other].settled:
                self._one[other] = first

    def _rank(self, id_: str) -> tuple[bool, bool, bool, float, bool, int, int, str]:
        """The register's first, then what is known, then what most stories name; an initial after
        a name in full. Of equals a work, an event or the like, since it wants a telling word, or
        what has an address elsewhere.
        """
        thing = self.things[id_]
        weight = thing.size * (A_TOPIC_SAYS if thing.kind == "topic" else 1.0)
        broad = thing.kind in ("org", "place") and not thing.entity.same_as
        full = -len(thing.name.split()), -len(thing.name) if thing.kind == "person" else 0
        names = thing.has_initial, -weight, broad, *full, id_
        return not thing.settled, not thing.known, *names

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


def is_open(things: Collection[Thing]) -> bool:
    """Tell whether any of several things may still become another: what is known stays, and only
    of what a new story names is anything asked.
    """
    return len(things) > 1 and any(thing.stories for thing in things)


def tells_little(id_: str) -> bool:
    """Tell whether a thing says little as company: a place, or a people."""
    return id_.startswith(("place:", "group:"))


def share_company(index: ThingIndex, thing: Thing, other: str) -> bool:
    """Tell whether two things are named with a third that is no place or people."""
    with_one = index.companions([thing])
    with_other = index.companions([index.things[other]])
    shared = with_one & with_other - {index.one(thing.id), other}
    return not all(map(tells_little, shared))
