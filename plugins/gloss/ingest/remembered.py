"""What is remembered of a file, so that one that was not touched is not read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gloss.store.stamps import Stamp, is_settled

UNSETTLED: Stamp = (-1, -1, -1)


@dataclass(frozen=True)
class Remembered:
    """What is remembered of a file, and how the file was then."""

    stamp: Stamp


F = TypeVar("F", bound=Remembered)


def known_or_read(
    folder: Path,
    stamps: Mapping[str, Stamp],
    known: Mapping[str, F],
    read: Callable[[Path, Stamp], F],
) -> dict[str, F]:
    """Return what is known of a folder's files by name, each read again only where it was touched.

    stamps: how the files are now.
    """

    def look(name: str, stamp: Stamp) -> F:
        fact = known.get(name)
        if fact and fact.stamp == stamp:
            return fact
        return read(folder / name, stamp if is_settled(stamp) else UNSETTLED)

    return {name: look(name, stamp) for name, stamp in stamps.items()}
