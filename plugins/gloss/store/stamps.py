"""How a file was when it was looked at, so that one that was not touched is not read again."""

from __future__ import annotations

import os
import time
from pathlib import Path

# A file changed so shortly before it was looked at may change again within the clock's same tick.
STILL_WARM = 2_000_000_000

# Size, time of change and time of the inode's change, in nanoseconds.
Stamp = tuple[int, int, int]


def stamps_in(folder: Path, suffix: str) -> dict[str, Stamp]:
    """Return the files of a folder by name, in order, each with its stamp; not the hidden ones."""
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


def is_settled(stamp: Stamp) -> bool:
    """Tell whether a file has been still long enough for its stamp to be trusted next time."""
    return max(stamp[1:]) < time.time_ns() - STILL_WARM
