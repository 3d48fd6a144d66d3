"""Whom a story means that gives a surname or a first name alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.linking.book import Book, Thing
from gloss.linking.company import Company
from gloss.linking.roles import offices_of
from gloss.naming.people import full_names, handle, is_woman, name_parts, surnames

FAR_MORE = 5  # times as many stories as the next bearer, to be the one whom a surname means
WELL_KNOWN = 3  # stories, for the only bearer of a name to be meant without shared company
PRESIDENT = "president"

_Named = tuple[int, str]  # the number of a story, and the id of what it names


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

    def __init__(self, book: Book) -> None:
        self._book = book
        self._company = Company(book)
        self._offices_in = _offices_in(book)
        self._offices = _offices(book, self._company, self._offices_in)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._first: dict[str, set[str]] = defaultdict(set)
        self._handle: dict[str, set[str]] = defaultdict(set)
        for parts, id_ in _full_names(self._company):
            for last in surnames(parts):
                self._last[last].add(id_)
            self._first[parts[0]].add(id_)
            self._handle[handle(parts)].add(id_)
        self._by_office = dict(self._meant_by_office())
        # Whom stories call by the surname alone, as an office tells, is the better known for it.
        self._called = Counter(self._by_office.values())

    def is_short(self, thing: Thing) -> bool:
        """Tell whether a new name may be somebody's surname or first name alone."""
        if thing.kind != "person" or thing.known:
            return False
        return len(name_parts(thing.name)) == 1 or bool(self.bearers(thing.name))

    def bearers(self, name: str) -> list[str]:
        """Return the ids of those whose surname this is."""
        return sorted(self._last.get(_folded(name), ()))

    def meant(self, thing: Thing, story: int) -> str | None:
        """Return the id of the person whom a story means by a short name, or None if in doubt.

        Whom the story names in full as well is not meant: within it, they were told apart.
        """
        if self.bearers(thing.name):
            return self._by_office.get((story, thing.id)) or self._of_surname(thing, story)
        if len(same := self._handle.get(_folded(thing.name), set())) == 1:
            return next(iter(same))
        return self._of_first_name(thing, story)

    def _meant_by_office(self) -> Iterator[tuple[_Named, str]]:
        """Yield whom a surname means that a story gives an office with: the only bearer whom some
        story gives it, too, if the two have company in common.
        """
        for (story, id_), offices in self._offices_in.items():
            thing = self._book.things[id_]
            if not self.is_short(thing):
                continue
            holders = [i for i in self._not_apart(thing, story) if offices & self._offices[i]]
            if len(holders) == 1 and self._company.shared(holders[0], story, id_):
                yield (story, id_), holders[0]

    def _of_surname(self, thing: Thing, story: int) -> str | None:
        offices = self._offices_in.get((story, thing.id), set())
        free = [i for i in self._not_apart(thing, story) if self._may_hold(offices, i)]
        ranked = self._ranked(free, thing, story)
        if not ranked or not self._is_told(ranked, thing, story):
            return None
        best = ranked[0]
        apart = set(self.bearers(thing.name)) & self._company.named[story]
        return best.id if all(best.size > self._size(id_) for id_ in apart) else None

    def _is_told(self, ranked: Sequence[_Bearer], thing: Thing, story: int) -> bool:
        """Tell whether enough speaks for the first of the bearers, and against the next."""
        best = ranked[0]
        if len(ranked) == 1:
            told = self._company.telling(best.id, story, thing.id)
            return bool(told) or best.size >= WELL_KNOWN
        following = ranked[1]
        if best.shared >= 1 and best.shared >= 2 * following.shared:
            return True
        return bool(best.shared) and best.size >= FAR_MORE * following.size

    def _of_first_name(self, thing: Thing, story: int) -> str | None:
        called = self._first.get(_folded(thing.name), set()) - self._company.named[story]
        ranked = self._ranked(called, thing, story)
        if not ranked:
            return None
        best = ranked[0]
        others = max((bearer.size for bearer in ranked[1:]), default=0)
        known = best.size >= WELL_KNOWN and best.size >= FAR_MORE * others
        return best.id if known and best.shared else None

    def _not_apart(self, thing: Thing, story: int) -> list[str]:
        """Return the bearers of a surname whom the story does not name in full."""
        named = self._company.named[story]
        return [id_ for id_ in self.bearers(thing.name) if id_ not in named]

    def _ranked(self, ids: Iterable[str], thing: Thing, story: int) -> list[_Bearer]:
        shared = self._company.shared
        found = (_Bearer(shared(id_, story, thing.id), self._size(id_), id_) for id_ in ids)
        return sorted(found, reverse=True)

    def _size(self, id_: str) -> int:
        return self._company.sizes[id_] + self._called[id_]

    def _may_hold(self, offices: set[str], bearer: str) -> bool:
        """Tell whether an office does not speak against somebody: "President Obama" is not
        Michelle Obama, whom no story calls president.
        """
        if PRESIDENT not in offices or PRESIDENT in self._offices[bearer]:
            return True
        return not any(is_woman(thing.name) for thing in self._company.members[bearer])


def _folded(name: str) -> str:
    return " ".join(name_parts(name))


def _offices_in(book: Book) -> dict[_Named, set[str]]:
    """Return the offices that each story gives to those whom it gives one."""
    return {
        (number, entity.id): offices
        for number, story in enumerate(book.stories)
        for entity in story.entities
        if (offices := offices_of(entity.descriptors))
    }


def _offices(
    book: Book, company: Company, in_stories: Mapping[_Named, set[str]]
) -> defaultdict[str, set[str]]:
    """Return the offices that any story gives to people, by the ids that they have become."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id_, things in company.members.items():
        for thing in things:
            if thing.known:
                found[id_] |= offices_of(thing.entity.descriptors)
    for (_, id_), offices in in_stories.items():
        found[book.one(id_)] |= offices
    return found


def _full_names(company: Company) -> list[tuple[tuple[str, ...], str]]:
    """Return the parts of people's full names, and whose they are."""
    names = [
        (name_parts(thing.name), id_)
        for id_, things in company.members.items()
        for thing in things
        if thing.kind == "person"
    ]
    full = full_names(parts for parts, _ in names)
    return [(parts, id_) for parts, id_ in names if parts in full]
