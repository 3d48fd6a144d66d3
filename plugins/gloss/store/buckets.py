"""Values by text, kept in a few thousand records: one is read, and written, with its neighbours."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any
from zlib import crc32

from gloss.store.records import Record, RecordStore, record

COUNT = 4096  # of a hundred thousand values some twenty are neighbours
PART = "bucket"

Bucket = dict[str, Any]  # plain JSON


class Buckets:
    """A table of values by text in a store of records.

    kept: the numbers of the buckets that the store should have: one that it lacks was lost.
    """

    def __init__(self, store: RecordStore, name: str, kept: Collection[int] = ()) -> None:
        self.kept = set(kept)
        self._store, self._name = store, name
        self._buckets: dict[int, Bucket] = {}
        self._changed: set[int] = set()

    def of(self, key: str) -> Bucket:
        """Return a text's value with its neighbours'; raises KeyError where they were lost."""
        number = _number(key)
        if number not in self._buckets:
            kept = number in self.kept
            data = self._store.load(PART, self._key(number)) if kept else b"{}"
            self._buckets[number] = json.loads(data)
        return self._buckets[number]

    def to_change(self, key: str) -> Bucket:
        """Return the same, to be changed."""
        bucket = self.of(key)
        self._changed.add(_number(key))
        return bucket

    def records(self) -> Iterator[Record]:
        """Yield the buckets that were changed, as they are to be kept."""
        for number in sorted(self._changed):
            data = json.dumps(self._buckets[number], separators=(",", ":")).encode()
            yield record(self._key(number), {PART: data})
        self.kept |= self._changed
        self._changed.clear()

    def _key(self, number: int) -> str:
        return f"{self._name} {number}"


def _number(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % COUNT
