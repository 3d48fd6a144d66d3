"""Which people of different stories are one: full names first, then surnames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from gloss.linking.book import COMPANY_FROM, Book, Thing
from gloss.linking.namesakes import fields_of
from gloss.naming.people import (
    father_and_son,
    generation,
    handle,
    name_parts,
    same_generation,
    same_person,
)

FAR_MORE = 5  # times as many stories as the next bearer, to be the one whom a surname means
WELL_KNOWN = 3  # stories, for the only bearer of a name to be meant without shared company
AT_ONE = 2  # things that two people of like names share, for them to be one
LITTLE = 0.25  # what a place, a people or a thing that is in every other story says
OFTEN = 0.1  # the share of stories from which on company says little
KEPT = 4096  # people whose company is kept in mind, some megabytes
_SAYS_LITTLE = ("place:", "group:", "person:")
SOME = 5  # stories are not yet often, however few there are


def link_full_names(book: Book) -> None:
    """Join "Tom Enders" and "Thomas Enders", but not through a name that could be either of two."""
    by_surname: dict[str, list[Thing]] = defaultdict(list)
    for thing in book.of_kind("person"):
        parts = name_parts(thing.name)
        if len(parts) > 1:
            by_surname[parts[-1]].append(thing)
    for bearers in by_surname.values():
        if len(bearers) > 1:
            _join_bearers(book, bearers)


def _join_bearers(book: Book, bearers: Sequence[Thing]) -> None:
    groups: list[list[Thing]] = []
    for thing in sorted(bearers, key=lambda t: (-len(name_parts(t.name)), -t.size, t.id)):
        fits = [g for g in groups if all(_may_be_one(thing, other) for other in g)]
        alike = [g for g in fits if all(_of_one_generation(thing, other) for other in g)]
        fits = alike or fits  # "Donald Trump" is the father's, though it might be the son's
        sure = [g for g in fits if all(_is_supported(book, thing, other) for other in g)]
        if len(fits) == 1 and sure:
            fits[0].append(thing)
            continue
        if len(fits) == 1:
            book.unsure[thing.id] = fits[0][0].id
        groups.append([thing])
    for group in groups:
        if len(group) > 1:
            book.join(t.id for t in group)


def _may_be_one(thing: Thing, other: Thing) -> bool:
    """Tell whether two full names may be one person's, by their letters."""
    if not same_generation(generation(thing.name), generation(other.name)):
        return False
    return same_person(name_parts(thing.name), name_parts(other.name))


def _of_one_generation(thing: Thing, other: Thing) -> bool:
    return generation(thing.name) == generation(other.name)


def _is_supported(book: Book, thing: Thing, other: Thing) -> bool:
    """Tell whether more than its letters speaks for a nickname: what both do, or where."""
    parts, others = name_parts(thing.name), name_parts(other.name)
    if father_and_son(parts, generation(thing.name), others, generation(other.name)):
        return False  # the two have their work and their company in common
    first, second = parts[0], others[0]
    if first.startswith(second) or second.startswith(first):  # "Tim" and "Timothy", "T."
        return True
    if fields_of(thing.entity.descriptors) & fields_of(other.entity.descriptors):
        return True
    often = max(SOME, OFTEN * len(book.stories))
    shared = book.company([thing]) & book.company([other])
    telling = {i for i in shared if not i.startswith(_SAYS_LITTLE)}
    return sum(book.things[id_].size <= often for id_ in telling) >= AT_ONE


class Surnames:
    """Who bears a surname, or a first name, in the whole digest."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._often = max(SOME, OFTEN * len(book.stories))
        self._members = book.members()
        self._sizes = {id_: sum(t.size for t in same) for id_, same in self._members.items()}
        self._named = [frozenset(book.named_in(number)) for number in range(len(book.stories))]
        self._company = lru_cache(maxsize=KEPT)(self._company_of)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._first: dict[str, set[str]] = defaultdict(set)
        self._handle: dict[str, set[str]] = defaultdict(set)
        for id_, things in self._members.items():
            for thing in things:
                parts = name_parts(thing.name) if thing.kind == "person" else ()
                if len(parts) > 1:
                    self._last[parts[-1]].add(id_)
                    self._first[parts[0]].add(id_)
                    self._handle[handle(parts)].add(id_)

    def bearers(self, name: str) -> list[str]:
        """Return the ids of those whose surname this is."""
        return sorted(self._last.get(_only_word(name), ()))

    def meant(self, thing: Thing, story: int) -> str | None:
        """Return the id of the person whom a story means by one word, or None if in doubt.

        Whom the story names in full as well is not meant: within it, they were told apart.
        """
        if bearers := self.bearers(thing.name):
            apart = [id_ for id_ in bearers if id_ in self._named[story]]
            ranked = self._ranked([id_ for id_ in bearers if id_ not in apart], thing, story)
            best = self._of_surname(ranked, thing, story) if ranked else None
            known = best and all(self._sizes[best] > self._sizes[id_] for id_ in apart)
            return best if known else None
        if len(same := self._handle.get(_only_word(thing.name), set())) == 1:
            return next(iter(same))
        called = self._first.get(_only_word(thing.name), set()) - self._named[story]
        ranked = self._ranked(sorted(called), thing, story)
        if not ranked:
            return None
        shared, size, first = ranked[0]
        others = max((size for _, size, _ in ranked[1:]), default=0)
        known = size >= WELL_KNOWN and size >= FAR_MORE * others
        return first if known and shared else None

    def _of_surname(
        self, ranked: Sequence[tuple[float, int, str]], thing: Thing, story: int
    ) -> str | None:
        shared, size, best = ranked[0]
        if len(ranked) == 1:
            told = self._telling(best, self._named[story] - {thing.id})
            return best if told or size >= WELL_KNOWN else None
        next_shared, next_size, _ = ranked[1]
        told = shared >= 1 and shared >= 2 * next_shared
        return best if told or (shared and size >= FAR_MORE * next_size) else None

    def _ranked(self, ids: Sequence[str], thing: Thing, story: int) -> list[tuple[float, int, str]]:
        around = self._named[story] - {thing.id}
        rows = [(self._shared(id_, around), self._sizes[id_], id_) for id_ in ids]
        return sorted(rows, reverse=True)

    def _shared(self, bearer: str, around: frozenset[str]) -> float:
        shared = self._company(bearer) & around - {bearer}
        return sum(LITTLE if self._says_little(id_) else 1.0 for id_ in shared)

    def _telling(self, bearer: str, around: frozenset[str]) -> int:
        """Return how much of the company says much by itself: little things add up to nothing."""
        shared = self._company(bearer) & around - {bearer}
        return sum(not self._says_little(id_) for id_ in shared)

    def _company_of(self, bearer: str) -> frozenset[str]:
        """Return the ids of what is named with somebody."""
        things = self._members[bearer]
        numbers = [n for thing in things for n in thing.stories[:COMPANY_FROM]]
        known = {self.book.one(id_) for thing in things for id_ in thing.companions}
        return frozenset(known.union(*(self._named[n] for n in numbers)))

    def _says_little(self, id_: str) -> bool:
        return id_.startswith(("place:", "group:")) or self._sizes.get(id_, 0) > self._often


def _only_word(name: str) -> str:
    parts = name_parts(name)
    return parts[0] if len(parts) == 1 else ""
