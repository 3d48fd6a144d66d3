"""What was written last time, so that only what changed is written now and what went is removed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gloss.assembly.sources import Source
from gloss.store.sealed import load_sealed, save_sealed
from gloss.urls import SECTIONS, is_of_a_year

# What the files are, and in which form: another form is not read.
# A page of a month of the archive behind its first.
PAGE = re.compile(r"/page-\d+\.html$")
ABOUT, PENDING = "manifest 4", "pending 4"


@dataclass(frozen=True, slots=True)
class Written:
    """One file as it was written.

    mark: a fingerprint of what it shows. stamp: its size and time of change (nanoseconds): where
        they differ, somebody else has been at it.
    output: the path of what it was made by, a bundle's or a page's, and key: a fingerprint of what
        that was made from; empty where it is a file by itself.
    """

    mark: str
    stamp: tuple[int, int] = (0, 0)
    key: str = ""
    output: str = ""


@dataclass
class Manifest:
    """Sources as they were read, outputs as they were written.

    inputs: a fingerprint of all that the last whole build was made from.
    counts: what the closing line says of it.
    died: the build after it did not come to its end.
    """

    inputs: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    outputs: dict[str, Written] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    died: bool = False


def load_manifest(path: Path, root: Path) -> Manifest:
    """Load what the last build left.

    Where that is not known (the cache was emptied, the project copied), all that lies in the
    digest's folders under ``root`` is taken for an earlier build's: a withdrawn story must go.
    A build that was killed left the list of what it was about to write beside the manifest: those
    files of the output folder ``root`` are ours too, whatever is in them.
    """
    manifest = load_sealed(path, Manifest, ABOUT)
    found = manifest if manifest is not None else _unknown(root)
    pending = load_sealed(_pending(path), tuple[str, ...], PENDING)
    if pending is not None:
        found.died, found.inputs = True, ""
        for output in _files(pending, root):
            found.outputs.setdefault(output, Written(""))
    return found


def _unknown(root: Path) -> Manifest:
    lying = _files((f"{section}/" for section in SECTIONS), root)
    years = (folder.name for folder in root.glob("*/") if is_of_a_year(folder.name))
    archive = (path for path in _files((f"{year}/" for year in years), root) if _is_page(path))
    return Manifest(outputs={path: Written("") for path in (*lying, *archive)})


def _is_page(path: str) -> bool:
    """Beside the archive's pages, a folder named after a year may hold an editor's own files."""
    return path.endswith("/index.html") or PAGE.search(path) is not None


def _files(pending: Iterable[str], root: Path) -> Iterator[str]:
    """The announced files, and what lies in the announced folders."""
    for path in pending:
        if path.endswith("/"):
            inside = (root / path).rglob("*")
            yield from sorted(p.relative_to(root).as_posix() for p in inside if p.is_file())
        else:
            yield path


def save_manifest(manifest: Manifest, path: Path) -> None:
    """Save the manifest, once all that it speaks of is written."""
    save_sealed(path, manifest, Manifest, ABOUT)
    _pending(path).unlink(missing_ok=True)


def announce(outputs: Iterable[str], path: Path) -> None:
    """Note which new files are about to be written, in case this build does not live to the end.

    A folder, with a slash at its end, stands for whatever files a bundle is made of.
    """
    save_sealed(_pending(path), tuple(outputs), tuple[str, ...], PENDING)


def _pending(path: Path) -> Path:
    return path.with_suffix(".pending")


def stamp_of(path: str) -> tuple[int, int] | None:
    """Return a file's size and time of change, None where there is no file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked tens of thousands of times
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
