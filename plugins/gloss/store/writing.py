"""Write files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: bytes, flushed: bool = False) -> None:
    """Write a file under a passing name and put it in its place at once.

    flushed: it is on the disk before it takes its place, and its place is before this returns;
        else it may be empty after a power cut, which its stamp shows.
    """
    passing = path.with_name(f".{path.name}.{os.getpid()}.gloss")
    try:
        file = passing.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = passing.open("wb")
    try:
        with file:
            file.write(content)
            if flushed:
                file.flush()
                os.fsync(file.fileno())
        passing.replace(path)
    except BaseException:
        passing.unlink(missing_ok=True)  # a full disk has no room for what is of no use
        raise
    if flushed:
        _flush(path.parent)


def _flush(folder: Path) -> None:
    """Put on the disk which files a folder holds, where the system lets it be asked for."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8) whole or not at all, and not where it holds that text already.

    It is an editor's own: a power cut leaves the old version or the new one.
    """
    data = text.encode("utf-8")
    if not same_content(path, data):
        write_atomically(path, data, flushed=True)


def same_content(path: Path, content: bytes) -> bool:
    """Tell whether a file holds exactly this."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def remove(paths: Iterable[str], root: Path) -> int:
    """Remove files under a root, and the folders that this leaves empty; return how many went."""
    gone = 0
    for relative in sorted(paths):
        path = root / relative
        with suppress(FileNotFoundError):
            path.unlink()
            gone += 1
        for folder in path.relative_to(root).parents:
            if folder == Path():
                break
            try:
                (root / folder).rmdir()
            except OSError:  # not empty, or gone
                break
    return gone


def sweep(root: Path) -> None:
    """Remove the half-written files that a killed build left."""
    for passing in root.rglob(".*.gloss"):
        passing.unlink()
