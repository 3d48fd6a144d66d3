"""Whom a story means that gives a surname or a first name alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gloss.identity.across.cooccurrence import Cooccurrence
from gloss.identity.across.offices import NamedThing, Offices
from gloss.identity.across.thing_index import Thing, ThingIndex
from gloss.identity.name_index import NameIndex
from gloss.lexicon import words
from gloss.naming.person_names import Parts, full_names, gender_of_first_name, name_parts

FAR_MORE = 5  # times as many stories as the next bearer, to be the one whom a surname means
WELL_KNOWN = 3  # stories, for the only bearer of a name to be meant without shared company


@dataclass(frozen=True, order=True)
class _Bearer:
    """What speaks for one bearer of a name, to be ranked: company first, then fame.

    shared: what is named in the story and was with them. size: how many stories name them.
    """

    shared: float
    size: int
    id: str


class Surnames:
    """Who bears a surname, or a first name, in the whole digest."""

    def __init__(self, index: ThingIndex) -> None:
        self._index = index
        self._together = Cooccurrence(index)
        self._offices = Offices(index, self._together)
        self._names = NameIndex(_full_names(self._together))
        self._by_office = dict(self._meant_by_office())
        # Whom stories call by the surname alone, as an office tells, is the better known for it.
        self._called = Counter(self._by_office.values())

    def is_short(self, thing: Thing) -> bool:
        """Tell whether a new name may be somebody's surname or first name alone."""
        if thing.kind != "person" or thing.known or thing.settled:
            return False
        return len(name_parts(thing.name)) == 1 or bool(self.bearers(thing.name))

    def bearers(self, name: str) -> list[str]:
        """Return the ids of those whose surname this is."""
        return sorted(self._names.by_surname(_folded(name)))

    def meant(self, thing: Thing, story: int) -> str | None:
        """Return the id of the person whom a story means by a short name, or None if in doubt.

        Whom the story names in full as well is not meant: within it, they were told apart.
        """
        if self.bearers(thing.name):
            return self._by_office.get((story, thing.id)) or self._of_surname(thing, story)
        if len(same := self._names.by_handle(_folded(thing.name))) == 1:
            return same[0]
        return self._of_first_name(thing, story)

    def _meant_by_office(self) -> Iterator[tuple[NamedThing, str]]:
        """Yield whom a surname means that a story gives an office with: the only bearer whom some
        story gives it, too, if the two have company in common.
        """
        for story, id_ in self._offices:
            thing = self._index.things[id_]
            if not self.is_short(thing):
                continue
            given, free = self._offices.given(story, id_), self._not_apart(thing, story)
            holders = [bearer for bearer in free if given & self._offices.held(bearer)]
            if len(holders) == 1 and self._together.shared(holders[0], story, id_):
                yield (story, id_), holders[0]

    def _of_surname(self, thing: Thing, story: int) -> str | None:
        offices = self._offices.given(story, thing.id)
        free = [i for i in self._not_apart(thing, story) if self._may_hold(offices, i)]
        ranked = self._ranked(free, thing, story)
        if not ranked or not self._is_told(ranked, thing, story):
            return None
        best = ranked[0]
        apart = set(self.bearers(thing.name)) & self._together.named[story]
        return best.id if all(best.size > self._size(id_) for id_ in apart) else None

    def _is_told(self, ranked: Sequence[_Bearer], thing: Thing, story: int) -> bool:
        """Tell whether enough speaks for the first of the bearers, and against the next."""
        best = ranked[0]
        if len(ranked) == 1:
            told = self._together.telling(best.id, story, thing.id)
            return bool(told) or best.size >= WELL_KNOWN
        following = ranked[1]
        if best.shared >= 1 and best.shared >= 2 * following.shared:
            return True
        return bool(best.shared) and best.size >= FAR_MORE * following.size

    def _of_first_name(self, thing: Thing, story: int) -> str | None:
        called = set(self._names.by_first_name(_folded(thing.name))) - self._together.named[story]
        ranked = self._ranked(called, thing, story)
        if not ranked:
            return None
        best = ranked[0]
        others = max((bearer.size for bearer in ranked[1:]), default=0)
        known = best.size >= WELL_KNOWN and best.size >= FAR_MORE * others
        return best.id if known and best.shared else None

    def _not_apart(self, thing: Thing, story: int) -> list[str]:
        """Return the bearers of a surname whom the story does not name in full."""
        named = self._together.named[story]
        return [id_ for id_ in self.bearers(thing.name) if id_ not in named]

    def _ranked(self, ids: Iterable[str], thing: Thing, story: int) -> list[_Bearer]:
        shared = self._together.shared
        found = (_Bearer(shared(id_, story, thing.id), self._size(id_), id_) for id_ in ids)
        return sorted(found, reverse=True)

    def _size(self, id_: str) -> int:
        return self._together.sizes[id_] + self._called[id_]

    def _may_hold(self, offices: set[str], bearer: str) -> bool:
        """Tell whether an office does not speak against somebody: "President Obama" is not
        Michelle Obama, whom no story calls president.
        """
        president = words("roles")["presidents"] & offices
        if not president or president & self._offices.held(bearer):
            return True
        members = self._together.members[bearer]
        return not any(gender_of_first_name(thing.name) == "woman" for thing in members)


def _folded(name: str) -> str:
    return " ".join(name_parts(name))


def _full_names(together: Cooccurrence) -> list[tuple[Parts, str]]:
    """Return the parts of people's full names, and whose they are."""
    names = [
        (name_parts(thing.name), id_)
        for id_, things in together.members.items()
        for thing in things
        if thing.kind == "person"
    ]
    full = full_names(parts for parts, _ in names)
    return [(parts, id_) for parts, id_ in names if parts in full]
