"""People's full names by what a story may shorten them to: surname, first name, handle."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from gloss.naming.person_names import Parts, handle, nicknames, surnames

Bearer = TypeVar("Bearer", bound=Hashable)


class NameIndex(Generic[Bearer]):
    """The bearers of full names, each listed once under a word, in the order they came in."""

    def __init__(self, named: Iterable[tuple[Parts, Bearer]]) -> None:
        self._surname: dict[str, dict[Bearer, None]] = {}
        self._first: dict[str, dict[Bearer, None]] = {}
        self._handle: dict[str, dict[Bearer, None]] = {}
        for parts, bearer in named:
            for surname in surnames(parts):
                self._surname.setdefault(surname, {})[bearer] = None
            self._first.setdefault(parts[0], {})[bearer] = None
            self._handle.setdefault(handle(parts), {})[bearer] = None

    def by_surname(self, word: str) -> list[Bearer]:
        """Return those whose surname this is, or the last words of it."""
        return list(self._surname.get(word, ()))

    def by_first_name(self, word: str) -> list[Bearer]:
        """Return those whose first name is written like this."""
        return list(self._first.get(word, ()))

    def by_handle(self, word: str) -> list[Bearer]:
        """Return those whose whole name is this in one word ("johnkasich")."""
        return list(self._handle.get(word, ()))

    def by_nickname(self, word: str) -> list[Bearer]:
        """Return those whose first name this shortens ("bob" of Robert)."""
        return [b for first, same in self._first.items() if word in nicknames(first) for b in same]

    def called(self, word: str) -> list[Bearer]:
        """Return the bearers of a surname, or else of a first name, a handle or a nickname."""
        return (
            self.by_surname(word)
            or self.by_first_name(word)
            or self.by_handle(word)
            or self.by_nickname(word)
        )
