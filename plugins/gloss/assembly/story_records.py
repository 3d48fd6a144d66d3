"""What is kept of the stories that are shown, read where it is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gloss.assembly.reading import PARTS, record_of
from gloss.assembly.sources import Source, key_of
from gloss.store.codec import decode
from gloss.store.records import RecordReader
from gloss.store.sealed import unseal


class StoryRecords:
    """The records of the digest's stories by slug, from whichever process asks.

    folder, version: where the records are, and of which version of the code.
    sources: slug -> the article.
    """

    def __init__(self, folder: Path, version: str, sources: Mapping[str, Source]) -> None:
        self.folder, self.version, self._sources = folder, version, sources
        self._opened: tuple[int, RecordReader] | None = None

    def load(self, part: str, slug: str) -> Any:
        """Return one part of a story's record."""
        if self._opened is None or self._opened[0] != os.getpid():
            # SQLite's connections must not be carried over to another process.
            self._opened = os.getpid(), RecordReader(self.folder, self.version)
        return part_of(self._sources[slug], part, self._opened[1])

    def close(self) -> None:
        """Let go of the file, if this process has opened it."""
        if self._opened and self._opened[0] == os.getpid():
            self._opened[1].close()
        self._opened = None


def part_of(source: Source, part: str, records: Any) -> Any:
    """Return one part of what is kept of an article; made again where it is damaged.

    Raises KeyError where only its last good version could be shown, and that is damaged.
    """
    try:
        data = records.load(part, source.good)
    except KeyError:
        if key_of(Path(source.path)) != source.good:
            raise
        data = unseal(record_of(source).parts[part], f"{part} {source.good}")
    return decode(data, PARTS[part])
