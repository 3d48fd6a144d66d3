"""Long lists in pages that, once full, never change.

The newest page stands at the list's own address and holds what is left over; older ones are
numbered from the oldest, so that a new story rewrites the newest page and its neighbour only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Turn:
    """The way to the neighbouring pages: addresses from the root, empty where there is none."""

    newer: str = ""
    older: str = ""
    newest: str = ""


@dataclass(frozen=True)
class Leaf(Generic[T]):
    """One page of a long list. number: None for the newest page, which has no number."""

    number: int | None
    items: Sequence[T]
    url: str
    turn: Turn


def leaves(newest_first: Sequence[T], size: int, home: str, numbered: str) -> Iterator[Leaf[T]]:
    """Cut a list, newest first, in pages of ``size``.

    The newest holds what is left over: up to twice as many less one.

    home: the newest page's address. numbered: the others', with ``{}`` for the number.
    """
    full = max(len(newest_first) // size - 1, 0)
    first = len(newest_first) - full * size
    older = numbered.format(full) if full else ""
    yield Leaf(None, newest_first[:first], home, Turn(older=older))
    for number in range(full, 0, -1):
        start = first + (full - number) * size
        turn = Turn(
            newer=numbered.format(number + 1) if number < full else home,
            older=numbered.format(number - 1) if number > 1 else "",
            newest=home,
        )
        yield Leaf(number, newest_first[start : start + size], numbered.format(number), turn)


def file_of(url: str) -> str:
    """Return the file that an address names: ``people/`` is ``people/index.html``."""
    return url + "index.html" if url.endswith("/") or not url else url
