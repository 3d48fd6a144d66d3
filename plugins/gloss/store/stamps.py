"""How a file was when it was looked at, so that one that was not touched is not read again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from gloss.store.file_names import copies_among, is_passing

# A file changed so shortly before it was looked at may change again within the clock's same tick.
STILL_WARM = 2_000_000_000

# Size, time of change and time of the inode's change, in nanoseconds.
Stamp = tuple[int, int, int]


def stamps_in(folder: Path, suffix: str) -> dict[str, Stamp]:
    """Return the files of a folder by name, in order, each with its stamp.

    Hidden files are left out, lock files, and copies that a conflict left beside a file.
    """
    found = {entry.name: _stamp(entry.stat()) for entry in _all_in(folder, suffix)}
    copies = copies_among(found.keys())
    return {name: found[name] for name in sorted(found) if name not in copies}


def copies_in(folder: Path, suffix: str) -> dict[str, str]:
    """Return the copies that a conflict left in a folder, each with the file that it is of."""
    names = {entry.name for entry in _all_in(folder, suffix)}
    return dict(sorted(copies_among(names).items()))


def _all_in(folder: Path, suffix: str) -> Iterator[os.DirEntry[str]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.lower().endswith(suffix) and not is_passing(name) and entry.is_file():
                yield entry


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def is_settled(stamp: Stamp) -> bool:
    """Tell whether a file has been still long enough for its stamp to be trusted next time."""
    return max(stamp[1:]) < time.time_ns() - STILL_WARM
