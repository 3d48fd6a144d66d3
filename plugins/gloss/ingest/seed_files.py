"""The seeds that are there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.ingest.remembered import UNSETTLED, Remembered, known_or_read
from gloss.seed import digest_of
from gloss.store.file_names import is_passing
from gloss.store.stamps import Stamp, copies_in, stamps_in
from gloss.urls import is_picture

SUFFIX = ".txt"


@dataclass(frozen=True)
class SeedFile(Remembered):
    """A seed file.

    digest: of its bytes. notices: what was put right when it was read.
    agrees_with: the digests of the register and the annotator that it was found to agree with.
    """

    digest: str = ""
    notices: tuple[str, ...] = ()
    agrees_with: str = ""


def scan_seeds(seeds: Path, known: Mapping[str, SeedFile]) -> dict[str, SeedFile]:
    """Return the seeds of a folder by file name, each read again only where it was touched."""
    return known_or_read(seeds, stamps_in(seeds, SUFFIX), known, _read)


# What ``gloss add`` makes seeds of.
ADDED = frozenset({".html", ".htm", ".xml", ".eml", ".docx", ".pdf", ".md"})


def unread_files(seeds: Path) -> Iterator[str]:
    """Tell of what lies in the folder of seeds and is not read: other files, and folders."""
    for path in _all_but_seeds(seeds) if seeds.is_dir() else ():
        if path.is_dir():
            yield from _unread_folder(path)
        else:
            yield f"{path.name}: not read; {_what_to_do(path)}"


def _all_but_seeds(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return sorted(
            folder / entry.name
            for entry in entries
            if not is_passing(entry.name)
            and (not entry.name.lower().endswith(SUFFIX) or entry.is_dir())
        )


def _what_to_do(path: Path) -> str:
    if path.suffix.lower() in ADDED:
        return f"gloss add {path.parent.name}/{path.name} makes a seed of it"
    if is_picture(path.name):
        says = f"write Image: {path.name} under the story's headline"
        return f"a picture goes into content/static/images, and {says}"
    return f"a seed's name ends in {SUFFIX}"


def _unread_folder(folder: Path) -> Iterator[str]:
    count = sum(path.suffix.lower() == SUFFIX for path in folder.rglob("*"))
    files = "1 text file is" if count == 1 else f"{count:,} text files are"
    if count:
        yield f"{folder.name}/: {files} not read; move seeds out of the folder"


def copies(seeds: Path, stories: Path) -> Iterator[str]:
    """Tell of copies that a conflict left of seeds and articles: the originals are used."""
    for folder, suffix in ((seeds, SUFFIX), (stories, ".md")):
        for copy, original in copies_in(folder, suffix).items():
            yield f"{copy}: not read; compare it with {original}, then keep one under that name"


def _read(path: Path, stamp: Stamp) -> SeedFile:
    try:
        return SeedFile(stamp, digest_of(path.read_bytes()))
    except OSError:  # told when it is read
        return SeedFile(UNSETTLED)
