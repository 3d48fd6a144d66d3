"""Which people of different stories are one: full names first, then surnames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gloss.linking.book import Book, Thing
from gloss.naming.people import name_parts, same_person

FAR_MORE = 5  # times as many stories as the next bearer, to be the one whom a surname means
WELL_KNOWN = 3  # stories, for the only bearer of a name to be meant without shared company
OFTEN_SHARED = 0.25  # what a shared place or people counts, against a shared person or company


def link_full_names(book: Book) -> None:
    """Join "Tom Enders" and "Thomas Enders", but not through a name that could be either of two."""
    by_surname: dict[str, list[Thing]] = defaultdict(list)
    for thing in book.of_kind("person"):
        parts = name_parts(thing.name)
        if len(parts) > 1:
            by_surname[parts[-1]].append(thing)
    for bearers in by_surname.values():
        _join_bearers(book, bearers)


def _join_bearers(book: Book, bearers: Sequence[Thing]) -> None:
    groups: list[list[Thing]] = []
    for thing in sorted(bearers, key=lambda t: (-len(name_parts(t.name)), -t.size, t.id)):
        parts = name_parts(thing.name)
        fits = [g for g in groups if all(same_person(parts, name_parts(o.name)) for o in g)]
        if len(fits) == 1:
            fits[0].append(thing)
        else:
            groups.append([thing])
    for group in groups:
        if len(group) > 1:
            book.join(t.id for t in group)


class Surnames:
    """Who bears a surname, or a first name, in the whole digest."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._last: dict[str, dict[str, list[Thing]]] = defaultdict(dict)
        self._first: dict[str, dict[str, list[Thing]]] = defaultdict(dict)
        for id_, things in book.members().items():
            for thing in things:
                parts = name_parts(thing.name) if thing.kind == "person" else ()
                if len(parts) > 1:
                    self._last[parts[-1]][id_] = things
                    self._first[parts[0]][id_] = things

    def bearers(self, name: str) -> list[str]:
        """Return the ids of those whose surname, or else first name, this is."""
        parts = name_parts(name)
        if len(parts) != 1:
            return []
        return sorted(self._last.get(parts[0]) or self._first.get(parts[0]) or {})

    def meant(self, thing: Thing, story: int) -> str | None:
        """Return the id of the person whom a story means by a surname, or None if in doubt."""
        bearers = self.bearers(thing.name)
        around = self.book.named_in(story) - {thing.id}
        members = self._last.get(name_parts(thing.name)[0]) or self._first.get(
            name_parts(thing.name)[0], {}
        )
        ranked = sorted(
            ((self._shared(members[id_], around), _size(members[id_]), id_) for id_ in bearers),
            reverse=True,
        )
        if not ranked:
            return None
        shared, size, best = ranked[0]
        if len(ranked) == 1:
            return best if shared >= 1 or size >= WELL_KNOWN else None
        next_shared, next_size, _ = ranked[1]
        clear = shared >= 1 and (shared >= 2 * next_shared or size >= FAR_MORE * next_size)
        return best if clear else None

    def _shared(self, bearer: Sequence[Thing], around: set[str]) -> float:
        shared = self.book.company(bearer) & around
        return sum(OFTEN_SHARED if id_.startswith(("place:", "group:")) else 1.0 for id_ in shared)


def _size(things: Sequence[Thing]) -> int:
    return sum(t.size for t in things)
