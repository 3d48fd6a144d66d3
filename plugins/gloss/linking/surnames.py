"""Whom a story means that gives a surname or a first name alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gloss.linking.book import Book, Thing
from gloss.linking.company import Company
from gloss.linking.roles import offices_of
from gloss.naming.people import handle, is_woman, name_parts, surnames

FAR_MORE = 5  # times as many stories as the next bearer, to be the one whom a surname means
WELL_KNOWN = 3  # stories, for the only bearer of a name to be meant without shared company
PRESIDENT = "president"


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
        self._offices = _offices(book, self._company)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._first: dict[str, set[str]] = defaultdict(set)
        self._handle: dict[str, set[str]] = defaultdict(set)
        for parts, id_ in _full_names(self._company):
            for last in surnames(parts):
                self._last[last].add(id_)
            self._first[parts[0]].add(id_)
            self._handle[handle(parts)].add(id_)
        # Whom stories call by the surname alone, as an office tells, is the better known for it.
        self._called: Counter[str] = Counter()
        self._called = Counter(self._called_by_office())

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
            return self._of_office(thing, story) or self._of_surname(thing, story)
        if len(same := self._handle.get(_folded(thing.name), set())) == 1:
            return next(iter(same))
        return self._of_first_name(thing, story)

    def _of_office(self, thing: Thing, story: int) -> str | None:
        """Return the only bearer known by an office that the story gives, if he may be meant."""
        offices = self._offices_in(story, thing)
        free = self._not_apart(thing, story) if offices else ()
        holders = [id_ for id_ in free if offices & self._offices[id_]]
        if len(holders) != 1 or not self._company.shared(holders[0], story, thing.id):
            return None
        return holders[0]

    def _of_surname(self, thing: Thing, story: int) -> str | None:
        offices = self._offices_in(story, thing)
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

    def _offices_in(self, story: int, thing: Thing) -> set[str]:
        entities = self._book.stories[story].entities
        return set().union(*(offices_of(e.descriptors) for e in entities if e.id == thing.id))

    def _may_hold(self, offices: set[str], bearer: str) -> bool:
        """Tell whether an office does not speak against somebody: "President Obama" is not
        Michelle Obama, whom no story calls president.
        """
        if PRESIDENT not in offices or PRESIDENT in self._offices[bearer]:
            return True
        return not any(is_woman(thing.name) for thing in self._company.members[bearer])

    def _called_by_office(self) -> Iterator[str]:
        """Yield, for each story that gives a surname with an office, whom it means."""
        for number, story in enumerate(self._book.stories):
            for entity in story.entities:
                thing = self._book.things[entity.id]
                if self.is_short(thing) and (meant := self._of_office(thing, number)):
                    yield meant


def _folded(name: str) -> str:
    return " ".join(name_parts(name))


def _offices(book: Book, company: Company) -> defaultdict[str, set[str]]:
    """Return the offices that stories give to people, by id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id_, things in company.members.items():
        for thing in things:
            if thing.known:
                found[id_] |= offices_of(thing.entity.descriptors)
    for story in book.stories:
        for entity in story.entities:
            found[book.one(entity.id)] |= offices_of(entity.descriptors)
    return found


def _full_names(company: Company) -> list[tuple[tuple[str, ...], str]]:
    """Return the parts of people's full names, and whose they are: "Skog Berg" is none where there
    is an Ida Skog Berg.
    """
    names = [
        (name_parts(thing.name), id_)
        for id_, things in company.members.items()
        for thing in things
        if thing.kind == "person"
    ]
    alone = set().union(*(surnames(parts) for parts, _ in names if len(parts) > 1))
    return [(p, id_) for p, id_ in names if len(p) > 1 and " ".join(p) not in alone]
