"""What was made of each article, kept by the article's content: nothing is read twice.

One SQLite file for each version of the code that reads articles, so that a new version starts
afresh. A record is either there whole or not at all, also when the build is killed.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("facts", "terms", "blocks", "annotated")


@dataclass(frozen=True)
class Record:
    """What was made of one article, pickled: facts, search terms, HTML blocks, annotations."""

    key: str
    facts: bytes
    terms: bytes
    blocks: bytes
    annotated: bytes


class RecordStore:
    """Records of articles on disk."""

    def __init__(self, folder: Path, version: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.version = version
        self.path = folder / f"articles-{version[:16]}.sqlite"
        for old in folder.glob("articles-*.sqlite*"):
            if not old.name.startswith(self.path.name):
                old.unlink()
        self._open()

    def _open(self) -> None:
        try:
            self._database = _database(self.path)
        except sqlite3.DatabaseError:  # left broken, by a full disk say: it is only a cache
            for file in self.path.parent.glob(self.path.name + "*"):
                file.unlink()
            self._database = _database(self.path)

    def keys(self) -> set[str]:
        """Return the keys of all records."""
        return {key for (key,) in self._database.execute("SELECT key FROM facts")}

    def add(self, records: Iterable[Record]) -> None:
        """Add records, all or none."""
        rows = list(records)
        with self._database:
            for part in PARTS:
                self._database.executemany(
                    f"INSERT OR REPLACE INTO {part} VALUES (?, ?)",
                    [(row.key, getattr(row, part)) for row in rows],
                )

    def load(self, part: str, keys: Sequence[str]) -> Iterator[Any]:
        """Yield one part of the records, in the order of keys.

        Raises KeyError for a record that is not there.
        """
        query = f"SELECT data FROM {part} WHERE key = ?"
        for key in keys:
            row = self._database.execute(query, (key,)).fetchone()
            if row is None:
                raise KeyError(key)
            yield pickle.loads(row[0])

    def forget_all_but(self, keys: set[str]) -> None:
        """Drop the records of articles that are no more."""
        gone = [(key,) for key in self.keys() - keys]
        with self._database:
            for part in PARTS:
                self._database.executemany(f"DELETE FROM {part} WHERE key = ?", gone)

    def close(self) -> None:
        """Close the file."""
        with suppress(sqlite3.Error):
            self._database.close()


class StoryRecords:
    """The records of the digest's stories by slug, from whichever process asks.

    keys: slug -> key of the article's record.
    folder, version: where the records are, and of which version of the code.
    """

    def __init__(self, store: RecordStore, keys: Mapping[str, str]) -> None:
        self.folder, self.version, self._keys = store.path.parent, store.version, keys
        self._opened: tuple[int, RecordStore] | None = None

    def load(self, part: str, slug: str) -> Any:
        """Return one part of a story's record."""
        if self._opened is None or self._opened[0] != os.getpid():
            # SQLite's connections must not be carried over to another process.
            self._opened = os.getpid(), RecordStore(self.folder, self.version)
        return next(self._opened[1].load(part, [self._keys[slug]]))


def _database(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    # Safe when the build is killed; a power cut may cost the cache, which is made again.
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    with database:
        for part in PARTS:
            database.execute(
                f"CREATE TABLE IF NOT EXISTS {part} (key TEXT PRIMARY KEY, data BLOB NOT NULL)"
            )
    return database
