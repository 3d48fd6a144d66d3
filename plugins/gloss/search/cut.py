"""Ordered rows into files of even size, so that a change in one row touches few files.

Where a file ends is decided by the rows themselves (content-defined chunking): once it holds a
third of the wished size, the first row whose key hashes to a multiple of ``EVERY`` closes it. A row
more or less moves the borders near by, not all that follow.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

EVERY = 16

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def cut(keys: Sequence[str], sizes: Iterable[int], size: int) -> Iterator[Sequence[str]]:
    """Yield the keys of rows, each so large, in runs of about ``size`` together.

    A row larger than that has a run to itself.
    """
    start = held = 0
    for at, large in enumerate(sizes):
        if start < at and (held + large > size or (held * 3 >= size and closes(keys[at]))):
            yield keys[start:at]
            start, held = at, 0
        held += large
    if keys:
        yield keys[start:]


def closes(key: str) -> bool:
    """Whether a run may end before this key."""
    return zlib.crc32(key.encode()) % EVERY == 0


def as_json(value: Any) -> bytes:
    """Return JSON without blanks, the same for the same value."""
    return _encode(value).encode()


def name_of(content: bytes) -> str:
    """Return a file's name made of its content: eight characters, forty bits."""
    return hashlib.blake2b(content, digest_size=5).hexdigest()[:10]


def in_order(words: Iterable[str]) -> list[str]:
    """Return words in JavaScript's order: by UTF-16 units, which differs beyond U+FFFF only."""
    plain = sorted(words)
    beyond = any(max(word) > "\uffff" for word in plain if not word.isascii())
    return sorted(plain, key=units) if beyond else plain


def units(word: str) -> bytes:
    """Return what words are compared by."""
    return word.encode("utf-16-be", "surrogatepass")
