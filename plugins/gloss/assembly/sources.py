"""Which articles there are, and the digest of each, read again only where a file was touched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.store.stamps import Stamp, is_settled


@dataclass(frozen=True)
class Source:
    """One article's file, as it was when it was read.

    key: SHA-256 of the file's name and content: what was made of it is kept under this.
    stamp: size, time of change and time of the inode's change, in nanoseconds.
    settled: the file had been still long enough for its stamp to be trusted next time.
    """

    path: str
    key: str
    stamp: Stamp
    settled: bool


def scan(folder: Path, known: Mapping[str, Source]) -> dict[str, Source]:
    """Return a folder's articles by path, in order; one whose stamp is known is not read."""
    found = {}
    for path, status in _files(folder):
        stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        before = known.get(path)
        if before and before.settled and before.stamp == stamp:
            found[path] = before
        else:
            found[path] = Source(path, key_of(Path(path)), stamp, is_settled(stamp))
    return found


def _files(folder: Path) -> list[tuple[str, os.stat_result]]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(
            (entry.path, entry.stat())
            for entry in entries
            if _is_article(entry.name) and entry.is_file()
        )


def _is_article(name: str) -> bool:
    """Not the version of a corrected article that waits for the editor, nor a hidden file."""
    return name.endswith(".md") and not name.endswith(".new.md") and not name.startswith(".")


def key_of(path: Path) -> str:
    """Return the SHA-256 of a file's name and content."""
    return hashlib.sha256(path.name.encode() + b"\0" + path.read_bytes()).hexdigest()
