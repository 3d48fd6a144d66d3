"""What was made of each article, kept by the article's content: nothing is read twice.

One SQLite file for each version of the code that reads articles, so that a new version starts
afresh. A record is either there as it was written or not at all: whatever became of the file.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from gloss.store.sealed import seal, unseal

T = TypeVar("T")

# What is the disk's fault; anything else is a file that was damaged.
_OF_THE_DISK = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
}


@dataclass(frozen=True)
class Record:
    """What was made of one article: each part by its name, sealed."""

    key: str
    parts: Mapping[str, bytes]


def record(key: str, parts: Mapping[str, bytes]) -> Record:
    """Return a record of parts as they are to be kept."""
    return Record(key, {part: seal(data, f"{part} {key}") for part, data in parts.items()})


class RecordStore:
    """Records of articles on disk.

    Raises OSError where the disk is full, or the folder cannot be written.
    """

    def __init__(self, folder: Path, version: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.version = folder, version
        self.path = path_in(folder, version)
        for old in folder.glob("articles-*.sqlite*"):
            if not old.name.startswith(self.path.name):
                old.unlink()
        self._database: sqlite3.Connection | None = None

    def keys(self) -> set[str]:
        """Return the keys of all records."""
        rows = self._do(lambda db: db.execute("SELECT DISTINCT key FROM records").fetchall())
        return {key for (key,) in rows}

    def add(self, records: Iterable[Record]) -> None:
        """Add records, all or none."""
        rows = [(r.key, part, data) for r in records for part, data in r.parts.items()]
        query = "INSERT OR REPLACE INTO records VALUES (?, ?, ?)"
        self._do(lambda db: db.executemany(query, rows))

    def load(self, part: str, key: str) -> bytes:
        """Return one part of a record; raises KeyError where it is not there as it was written."""
        return _load(self._do, part, key)

    def forget_all_but(self, keys: set[str]) -> None:
        """Drop the records of articles that are no more."""
        gone = [(key,) for key in self.keys() - keys]
        self._do(lambda db: db.executemany("DELETE FROM records WHERE key = ?", gone))

    def close(self) -> None:
        """Close the file."""
        with suppress(sqlite3.Error):
            if self._database:
                self._database.close()
        self._database = None

    def _do(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        """Ask the database; one that is damaged is made anew, since it is only a cache."""
        try:
            return self._ask(ask)
        except sqlite3.Error as problem:
            _raise_if_of_the_disk(problem, self.path)
        self.close()
        for file in self.path.parent.glob(self.path.name + "*"):
            file.unlink()
        return self._ask(ask)

    def _ask(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        if self._database is None:
            self._database = _opened(self.path)
        with self._database:
            return ask(self._database)


class RecordReader:
    """Records as another process reads them while they stay as they are."""

    def __init__(self, folder: Path, version: str) -> None:
        self._path = path_in(folder, version)
        self._database: sqlite3.Connection | None = None

    def load(self, part: str, key: str) -> bytes:
        """Return one part of a record; raises KeyError where it is not there as it was written."""
        try:
            return _load(self._do, part, key)
        except sqlite3.Error:
            raise KeyError(key) from None

    def close(self) -> None:
        """Close the file."""
        if self._database:
            self._database.close()
        self._database = None

    def _do(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        if self._database is None:
            self._database = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True)
        return ask(self._database)


def path_in(folder: Path, version: str) -> Path:
    """Return where the records of a version are."""
    return folder / f"articles-{version[:16]}.sqlite"


def _load(do: Callable[[Callable[[sqlite3.Connection], Any]], Any], part: str, key: str) -> bytes:
    query = "SELECT data FROM records WHERE key = ? AND part = ?"
    row = do(lambda db: db.execute(query, (key, part)).fetchone())
    if row is None or not isinstance(row[0], bytes):
        raise KeyError(key)
    return unseal(row[0], f"{part} {key}")


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    # Safe when the build is killed; a power cut may cost the cache, which is made again.
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    with database:
        database.execute(
            "CREATE TABLE IF NOT EXISTS records (key TEXT NOT NULL, part TEXT NOT NULL,"
            " data BLOB NOT NULL, PRIMARY KEY (key, part))"
        )
    return database


def _raise_if_of_the_disk(problem: sqlite3.Error, path: Path) -> None:
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _OF_THE_DISK:
        raise OSError(_OF_THE_DISK[code], str(problem), str(path)) from problem
