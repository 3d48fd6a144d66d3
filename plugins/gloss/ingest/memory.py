"""What is remembered of files between builds, so that one that was not touched is not read again.

It may be lost at any time: all that is in it can be read from the seeds and the articles.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from gloss import __version__
from gloss.ingest.files import write_atomically

# A file changed so shortly before it was looked at may change again within the clock's same tick.
STILL_WARM = 2_000_000_000

Stamp = tuple[int, int, int]
UNSETTLED: Stamp = (-1, -1, -1)


def stamps_in(folder: Path, suffix: str) -> dict[str, Stamp]:
    """Return the files of a folder by name, in order, each with what changes when it does.

    That is its size, the time of its change and that of its inode. Hidden files are left out.
    """
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return dict(
            sorted(
                (entry.name, _stamp(entry.stat()))
                for entry in entries
                if entry.name.lower().endswith(suffix)
                and not entry.name.startswith(".")
                and entry.is_file()
            )
        )


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


@dataclass(frozen=True)
class Fact:
    """What is remembered of a file, and how the file was then."""

    stamp: Stamp


F = TypeVar("F", bound=Fact)


def known_or_read(
    path: Path, stamp: Stamp, known: Mapping[str, F], read: Callable[[Path, Stamp], F]
) -> F:
    """Return what is known of a file, read again only where it was touched."""
    fact = known.get(path.name)
    if fact and fact.stamp == stamp:
        return fact
    return read(path, stamp if max(stamp[1:]) < time.time_ns() - STILL_WARM else UNSETTLED)


def load(path: Path | None, kinds: Mapping[str, type[Fact]]) -> dict[str, dict[str, Any]]:
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


def _fact(made: type[Fact], values: list[Any]) -> Fact:
    return made(*(tuple(v) if isinstance(v, list) else v for v in values))


def save(
    path: Path | None, facts: Mapping[str, Mapping[str, Fact]], before: Mapping[str, Any]
) -> None:
    """Remember, where there is anything new to what was remembered before."""
    if path is None or facts == before:
        return
    data: dict[str, Any] = {"version": __version__}
    for kind, known in facts.items():
        data[kind] = {name: _values(fact) for name, fact in known.items()}
    write_atomically(path, json.dumps(data, ensure_ascii=False))


def _values(fact: Fact) -> list[Any]:
    return [getattr(fact, f.name) for f in fields(fact)]
