"""Write files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file under a passing name and put it in its place at once.

    There is no ``fsync``: after a power cut a file may be empty, which its stamp shows.
    """
    passing = path.with_name(f".{path.name}.{os.getpid()}.gloss")
    try:
        passing.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        passing.write_bytes(content)
    passing.replace(path)


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8) whole or not at all, and not where it holds that text already."""
    data = text.encode("utf-8")
    if not same_content(path, data):
        write_atomically(path, data)


def same_content(path: Path, content: bytes) -> bool:
    """Tell whether a file holds exactly this."""
    with suppress(OSError):
        return path.stat().st_size == len(content) and path.read_bytes() == content
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
