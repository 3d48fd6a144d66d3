"""Tables as they are compiled: a line each, begun by the key that it is found by.

Plain text in the order of its keys, so that one city is found without reading the others (some
twenty microseconds, where to load them all takes half a second), and nothing in it can be run.
``gloss.gazetteer.compile`` writes them, once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from gloss.gazetteer.compiled import tables

Fields = tuple[str, ...]


class KeyedTable:
    """A file of the tables' folder: UTF-8, fields between tabs, the key first."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def _text(self) -> bytes:
        """The file behind a line feed, so that one stands before every line."""
        return b"\n" + (tables() / self.name).read_bytes()

    def rows(self) -> Iterator[tuple[str, Fields]]:
        """Yield each key with the fields behind it."""
        for line in self._text.decode().splitlines()[1:]:
            key, *fields = line.split("\t")
            yield key, tuple(fields)

    def of(self, key: str) -> Iterator[Fields]:
        """Yield the fields of each line of a key, in the order of the file."""
        start = key.encode("utf-8", "replace") + b"\t"
        at = bisect_left(_Lines(self._text), start) + 1
        while self._text.startswith(start, at):
            end = self._text.index(b"\n", at)
            yield tuple(self._text[at + len(start) : end].decode().split("\t"))
            at = end + 1


class _Lines:
    """For each offset of a text the line that stands there; at a line feed, the one behind it."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text) - 1

    def __getitem__(self, offset: int) -> bytes:
        start = self._text.rfind(b"\n", 0, offset + 1) + 1
        return self._text[start : self._text.index(b"\n", start)]


def write_table(path: Path, rows: Iterator[tuple[str, Fields]]) -> None:
    """Write rows in the order of their keys; those of one key stay in the order given."""
    lines = ("\t".join((key, *fields)).encode() for key, fields in rows)
    by_key = sorted(lines, key=lambda line: line.partition(b"\t")[0] + b"\t")
    path.write_bytes(b"".join(line + b"\n" for line in by_key))
