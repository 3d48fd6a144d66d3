"""Whether any file was touched since a build: told by stamps, before what builds is loaded.

All files that a build reads, and all that it wrote, are looked at, not read: their names, sizes and
times make one mark. A file that was changed so shortly before that it may change again within the
clock's same tick is read, too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from gloss.store.stamps import is_settled
from gloss.store.writing import write_atomically

# Folders whose files say nothing.
_PASSING = frozenset({"__pycache__", ".git"})


@dataclass(frozen=True)
class Watched:
    """The files and folders that a build reads, and the folder that it writes.

    about: stands for all else that the build depends on.
    """

    read: tuple[Path, ...]
    written: Path
    about: str


@dataclass(frozen=True)
class Read:
    """The files that a build reads as they are: a mark of them all, and those that are warm."""

    mark: str
    warm: tuple[str, ...]


def stands(watched: Watched, path: Path, read: Read | None = None) -> tuple[str, ...] | None:
    """Return the lines kept in a file if nothing was touched since; None where anything was.

    What was written is looked at only where all that is read is as it was.

    read: how that is, where it was looked at already.
    """
    read = read or look_at_read(watched)
    try:
        kept = json.loads(path.read_bytes())
        if kept["read"] != _digest_of(watched.about, read.mark):
            return None
        warm = {file: _digest(Path(file)) for file in kept["warm"]}
        if kept["warm"] == warm and kept["written"] == _mark_of_written(watched):
            return tuple(kept["lines"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def look_at_read(watched: Watched) -> Read:
    """Look at the files that a build reads."""
    digest, warm = blake2b(digest_size=16), []
    for path, status in _files(watched.read):
        stamp = status.st_size, status.st_mtime_ns, status.st_ctime_ns
        digest.update(f"{path}\0{stamp}\n".encode("utf-8", "surrogateescape"))
        if not is_settled(stamp):
            warm.append(path)
    return Read(digest.hexdigest(), tuple(warm))


def keep_standing(
    watched: Watched, lines: Sequence[str], path: Path, read: Read | None = None
) -> None:
    """Keep how everything is now, with what an unchanged build says."""
    read = read or look_at_read(watched)
    kept = {
        "read": _digest_of(watched.about, read.mark),
        "written": _mark_of_written(watched),
        "warm": {file: _digest(Path(file)) for file in read.warm},
        "lines": [*lines],
    }
    write_atomically(path, json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _digest_of(*texts: str) -> str:
    whole = "\0".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(whole, digest_size=16).hexdigest()


def _mark_of_written(watched: Watched) -> str:
    digest = blake2b(digest_size=16)
    for path, status in _files([watched.written]):
        stamp = status.st_size, status.st_mtime_ns
        digest.update(f"{path}\0{stamp}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    """Every file, and every one in each folder, in the order of names."""
    for path in paths:
        if path.is_dir():
            yield from _inside(str(path))
        elif path.exists():
            yield str(path), path.stat()


def _inside(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in _PASSING:
                yield from _inside(entry.path)
        else:
            yield entry.path, entry.stat()


def _digest(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()
