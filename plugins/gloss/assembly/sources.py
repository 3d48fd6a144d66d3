"""Which articles there are, and the digest of each, read again only where a file was touched."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gloss.assembly.problems import Problem
from gloss.store.stamps import Stamp, is_settled, stamps_in


@dataclass(frozen=True, slots=True)
class Source:
    """One article's file, as it was when it was read.

    key: SHA-256 of the file's name and content: what was made of it is kept under this.
    stamp: size, time of change and time of the inode's change, in nanoseconds.
    settled: the file had been still long enough for its stamp to be trusted next time.
    good: the key of the last version of it that could be read, empty where none could.
    """

    path: str
    key: str
    stamp: Stamp
    settled: bool
    good: str = ""


def scan(folder: Path, known: Mapping[str, Source]) -> tuple[dict[str, Source], list[Problem]]:
    """Return a folder's articles by path, in order, and those that cannot be read.

    One whose stamp is known is not read.
    """
    found, problems = {}, []
    for path, stamp in _files(folder):
        before = known.get(path)
        if before and before.settled and before.stamp == stamp:
            found[path] = before
            continue
        try:
            key = key_of(Path(path))
        except OSError as problem:
            problems.append(Problem(path, f"cannot be read: {problem.strerror}"))
            if before:
                found[path] = replace(before, settled=False)
            continue
        good = before.good if before else ""
        found[path] = Source(path, key, stamp, is_settled(stamp), good)
    return found, problems


def with_good(sources: Mapping[str, Source], read: Collection[str]) -> dict[str, Source]:
    """Return sources with what can be used of each: it as it is, or its last good version.

    read: the keys of all versions that could be read and are kept.
    """
    good = {
        path: next((key for key in (source.key, source.good) if key in read), "")
        for path, source in sources.items()
    }
    return {path: replace(source, good=good[path]) for path, source in sources.items()}


def _files(folder: Path) -> list[tuple[str, Stamp]]:
    stamps = stamps_in(folder, ".md")
    return [(str(folder / name), stamp) for name, stamp in stamps.items() if _is_article(name)]


def _is_article(name: str) -> bool:
    """Not the version of a corrected article that waits for the editor."""
    return name.endswith(".md") and not name.endswith(".new.md")


def key_of(path: Path) -> str:
    """Return the SHA-256 of a file's name and content."""
    return hashlib.sha256(path.name.encode() + b"\0" + path.read_bytes()).hexdigest()
