"""Large files made of pieces: a piece is made again only where what it is made from changed."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from gloss.store.sealed import seal, unseal
from gloss.store.writing import write_atomically

T = TypeVar("T")

# So many things are in a run at least and at most; one in so many may end it between.
LEAST, MOST, EVERY = 96, 1024, 128


@dataclass(frozen=True)
class Portion(Generic[T]):
    """Some things that follow each other; key: stands for all that they are."""

    key: str
    things: Sequence[T]


def portions_of(things: Iterable[T], mark: Callable[[T], str]) -> Iterator[Portion[T]]:
    """Cut things into runs, so that one more or less changes the run that it is in.

    Where a run ends is decided by the marks of the things themselves (content-defined chunking: A.
    Muthitacharoen, B. Chen and D. Mazières, 2001). mark: stands for all that a thing is.
    """
    some: list[T] = []
    marks: list[str] = []
    for thing in things:
        some.append(thing)
        marks.append(mark(thing))
        if len(some) >= MOST or (len(some) >= LEAST and _ends(marks[-1])):
            yield Portion(_key(marks), some)
            some, marks = [], []
    if some:
        yield Portion(_key(marks), some)


def _ends(mark: str) -> bool:
    return zlib.crc32(mark.encode("utf-8", "surrogatepass")) % EVERY == 0


def _key(marks: Iterable[str]) -> str:
    whole = "\n".join(marks).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=12).hexdigest()


@dataclass(frozen=True)
class KeptPieces:
    """The pieces that files were made of last, in a folder; without one nothing is kept.

    version: what every piece depends on beside its key.
    """

    folder: Path | None = None
    version: str = ""

    def joined(self, name: str, pieces: Iterable[tuple[str, Callable[[], bytes]]]) -> bytes:
        """Return a file's pieces end to end: each as it is kept under its key, else made.

        name: of the file, no other's.
        """
        kept = self._load(name)
        made: dict[str, bytes] = {}
        keys = []
        for key, make in pieces:
            keys.append(key)
            if key not in made:
                made[key] = kept[key] if key in kept else make()
        if self.folder and made.keys() != kept.keys():
            self._save(name, made)
        return b"".join(map(made.__getitem__, keys))

    def _load(self, name: str) -> Mapping[str, bytes]:
        with suppress(OSError, KeyError, ValueError, TypeError):
            data = unseal(self._path(name).read_bytes(), f"{name} {self.version}")
            head, _, rest = data.partition(b"\n")
            return dict(_cut(json.loads(head), memoryview(rest)))
        return {}

    def _save(self, name: str, pieces: Mapping[str, bytes]) -> None:
        head = json.dumps([[key, len(piece)] for key, piece in pieces.items()]).encode()
        data = b"\n".join((head, b"".join(pieces.values())))
        write_atomically(self._path(name), seal(data, f"{name} {self.version}"))

    def _path(self, name: str) -> Path:
        return (self.folder or Path()) / name.replace("/", "-")


def _cut(lengths: Iterable[tuple[str, int]], data: memoryview) -> Iterator[tuple[str, bytes]]:
    start = 0
    for key, length in lengths:
        yield key, bytes(data[start : start + length])
        start += length
