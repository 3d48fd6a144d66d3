"""The company that people keep: what is named in the same stories."""

from __future__ import annotations

from functools import lru_cache

from gloss.identity.across.thing_index import COMPANY_FROM, ThingIndex, tells_little

LITTLE = 0.25  # what a place, a people or a thing that is in every other story says
OFTEN = 0.1  # the share of stories from which on company says little
SOME = 5  # stories are not yet often, however few there are
KEPT = 4096  # people whose company is kept in mind, some megabytes


def often(index: ThingIndex) -> float:
    """Return in how many stories a thing stands that says little as company."""
    return max(SOME, OFTEN * len(index.stories))


class Cooccurrence:
    """Who is named with what, by the ids that things have become."""

    def __init__(self, index: ThingIndex) -> None:
        self.members = index.members()
        self.sizes = {id_: sum(t.size for t in same) for id_, same in self.members.items()}
        self.named = [frozenset(index.named_in(number)) for number in range(len(index.stories))]
        self._index = index
        self._often = often(index)
        self._of = lru_cache(maxsize=KEPT)(self._company_of)

    def shared(self, person: str, story: int, but: str) -> float:
        """Return how much speaks for somebody: what else is named in a story and was with them."""
        return sum(
            LITTLE if self._says_little(id_) else 1.0 for id_ in self._both(person, story, but)
        )

    def telling(self, person: str, story: int, but: str) -> int:
        """Return how much of it says much by itself: little things add up to nothing."""
        return sum(not self._says_little(id_) for id_ in self._both(person, story, but))

    def _both(self, person: str, story: int, but: str) -> frozenset[str]:
        return self._of(person) & self.named[story] - {person, but}

    def _company_of(self, person: str) -> frozenset[str]:
        things = self.members[person]
        numbers = [n for thing in things for n in thing.stories[:COMPANY_FROM]]
        known = {self._index.one(id_) for thing in things for id_ in thing.companions}
        return frozenset(known.union(*(self.named[n] for n in numbers)))

    def _says_little(self, id_: str) -> bool:
        return tells_little(id_) or self.sizes.get(id_, 0) > self._often
