"""Words dealt out to ranges, so that of most ranges nothing need be looked at when words change.

A range is the first letter and about a fifth of what may follow it. All words of one come before
those of the next, in the order of files. Values of filters stand in ranges of their own.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable

from gloss.search.facets import FACETS, is_value, range_of_value

# What the second letter is at least, in the second range of a first letter, the third and so on.
_SECOND = "fkpu"
_BEYOND = "zz"
# Letters and figures, filters, and what is beyond.
MOST_RANGES = 36 * (len(_SECOND) + 1) + len(FACETS) + 1
_known: dict[str, str] = {}


def range_of(word: str) -> str:
    """Return the name of a word's range; names sort as their words do.

    >>> [range_of(word) for word in ("7", "able", "about", "art", "київ")]
    ['370', '610', '610', '613', 'zz']
    """
    start = word[:2]
    try:
        return _known[start]
    except KeyError:
        if is_value(word):
            return range_of_value(word)
        first = f"{ord(start[0]):02x}{bisect(_SECOND, start[1:])}"
        return _known.setdefault(start, first if start[0] <= "\x7f" else _BEYOND)


def by_range(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their ranges."""
    dealt: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        dealt[range_of(word)].append(word)
    return dealt
