"""Sketches: the least hashes of a text's runs of words, eight hexadecimal digits each.

By them texts that are alike find each other (bottom-k: E. Cohen and H. Kaplan, 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import unpack


def hashes_of(sketch: str) -> Sequence[int]:
    """Return the hashes of a sketch, in its order."""
    return unpack(f">{len(sketch) // 8}I", bytes.fromhex(sketch))


def in_several(groups: Iterable[Sequence[int]]) -> frozenset[int]:
    """Return the hashes that more than one of some groups has."""
    seen, again = set[int](), set[int]()
    for hashes in groups:
        again.update(seen.intersection(hashes))
        seen.update(hashes)
    return frozenset(again)
