"""Files of the whole digest for programs, packed by gzip: such texts say much again and again."""

from __future__ import annotations

import gzip
from collections.abc import Callable

# Beyond this a file takes twice as long for a few hundredths of its size.
LEVEL = 5


def packed(make: Callable[[], bytes]) -> bytes:
    """Return what is made as gzip (RFC 1952) has it, without a time: the same each time."""
    return gzip.compress(make(), LEVEL, mtime=0)
