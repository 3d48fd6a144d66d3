"""The seeds that are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.ingest.memory import Fact, Stamp, known_or_read
from gloss.seed import digest_of

SUFFIX = ".txt"


@dataclass(frozen=True)
class Sown(Fact):
    """A seed file.

    digest: of its bytes. notices: what was put right when it was read.
    settled: the digests of the register and the annotator that it was found to agree with.
    """

    digest: str = ""
    notices: tuple[str, ...] = ()
    settled: str = ""


def seed_files(seeds: Path) -> list[Path]:
    """Return the seed files of a folder, in the order of their names."""
    if not seeds.is_dir():
        return []
    return sorted(
        path
        for path in seeds.iterdir()
        if path.suffix.lower() == SUFFIX and not path.name.startswith(".") and path.is_file()
    )


def look(path: Path, known: Mapping[str, Sown]) -> Sown:
    """Return what is known of a seed file, read again only where it was touched."""
    return known_or_read(path, known, _read)


def _read(path: Path, stamp: Stamp) -> Sown:
    return Sown(stamp, digest_of(path.read_bytes()))
