"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Write a text file whole or not at all, and not where it holds that text already."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")  # a run that was killed left it: written over
    part.write_bytes(data)
    part.replace(path)
