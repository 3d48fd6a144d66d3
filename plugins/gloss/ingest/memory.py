"""What is remembered of files between builds, so that one that was not touched is not read again.

It may be lost at any time: all that is in it can be read from the seeds and the articles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from gloss import __version__
from gloss.store.stamps import Stamp, is_settled
from gloss.store.writing import write_text

UNSETTLED: Stamp = (-1, -1, -1)


@dataclass(frozen=True)
class Remembered:
    """What is remembered of a file, and how the file was then."""

    stamp: Stamp


F = TypeVar("F", bound=Remembered)


def known_or_read(
    path: Path, stamp: Stamp, known: Mapping[str, F], read: Callable[[Path, Stamp], F]
) -> F:
    """Return what is known of a file, read again only where it was touched."""
    fact = known.get(path.name)
    if fact and fact.stamp == stamp:
        return fact
    return read(path, stamp if is_settled(stamp) else UNSETTLED)


def load(path: Path | None, kinds: Mapping[str, type[Remembered]]) -> dict[str, dict[str, Any]]:
    """Return what is remembered, by kind and file name; nothing where it cannot be trusted."""
    empty: dict[str, dict[str, Any]] = {kind: {} for kind in kinds}
    try:
        data = json.loads(path.read_text(encoding="utf-8")) if path else {}
        if data.get("version") != __version__:
            return empty
        return {
            kind: {name: _fact(made, values) for name, values in data[kind].items()}
            for kind, made in kinds.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return empty


def _fact(made: type[Remembered], values: list[Any]) -> Remembered:
    return made(*(tuple(v) if isinstance(v, list) else v for v in values))


def save(
    path: Path | None, facts: Mapping[str, Mapping[str, Remembered]], before: Mapping[str, Any]
) -> None:
    """Remember, where there is anything new to what was remembered before."""
    if path is None or facts == before:
        return
    data: dict[str, Any] = {"version": __version__}
    for kind, known in facts.items():
        data[kind] = {name: _values(fact) for name, fact in known.items()}
    write_text(path, json.dumps(data, ensure_ascii=False))


def _values(fact: Remembered) -> list[Any]:
    return [getattr(fact, f.name) for f in fields(fact)]
