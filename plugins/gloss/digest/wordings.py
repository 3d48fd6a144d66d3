"""How words of one thing that was said are compared: whatever stands between them, in any case."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from zlib import crc32

from gloss.digest.plain import plain

# Fewer words are said again by anybody: "We will see."
LEAST = 5
# So much of the longer wording both have in common, or so much of the shorter one where it is long.
ALIKE, CONTAINED, LONG = 0.75, 0.9, 8
# So many digests of so many words in a row are kept: alike wordings have some of them alike.
SKETCH, IN_A_ROW = 8, 3


def sketch_of(said: str) -> str:
    """Return digests by which wordings find each other, end to end; of few words none.

    They are the least of those of all words in a row (bottom-k: E. Cohen and H. Kaplan, 2007).
    """
    words = plain(said).split()
    if len(words) < LEAST:
        return ""
    starts = range(len(words) - IN_A_ROW + 1)
    every = {crc32(" ".join(words[at : at + IN_A_ROW]).encode("utf-8", "replace")) for at in starts}
    return "".join(f"{row:08x}" for row in sorted(every)[:SKETCH])


def are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two wordings are of one thing that was said."""
    few = min(len(set(one)), len(set(other)))
    if len(set(one) & set(other)) < ALIKE * few:
        return False  # told without looking at their order, which takes longer
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    shorter, longer = sorted((len(one), len(other)))
    return shared >= ALIKE * longer or (shorter >= LONG and shared >= CONTAINED * shorter)
