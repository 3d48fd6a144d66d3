"""Pieces of work kept from one build to the next, by what they are made from."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from gloss.store.sealed import seal, unseal
from gloss.store.writing import write_atomically


class BlockCache(MutableMapping[str, bytes]):
    """A folder of pieces by key; those not asked for longest go first when there are too many.

    version: what every piece depends on beside its key; part of the files' names.
    """

    def __init__(self, folder: Path, version: str, most: int) -> None:
        self._folder, self._version, self._most = folder, version[:16], most

    def _path(self, key: str) -> Path:
        return self._folder / f"{self._version}-{key}"

    def __getitem__(self, key: str) -> bytes:
        path = self._path(key)
        try:
            content = unseal(path.read_bytes(), key)
            os.utime(path)
        except OSError:
            raise KeyError(key) from None
        return content

    def __setitem__(self, key: str, content: bytes) -> None:
        write_atomically(self._path(key), seal(content, key))
        files = list(self._folder.iterdir())
        if len(files) > self._most:
            files.sort(key=lambda file: file.stat().st_mtime_ns)
            for old in files[: -self._most]:
                old.unlink(missing_ok=True)

    def __delitem__(self, key: str) -> None:
        self._path(key).unlink()

    def __iter__(self) -> Iterator[str]:
        return (path.name.partition("-")[2] for path in self._folder.glob(f"{self._version}-*"))

    def __len__(self) -> int:
        return sum(1 for _ in self)
