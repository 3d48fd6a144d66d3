"""Stretches of a text that do not overlap, and what lies in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from gloss.story import Span


class Stretches:
    """Whether an offset lies in one of some stretches, which do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]

    def __contains__(self, offset: int) -> bool:
        n = bisect_left(self._starts, offset + 1) - 1
        return n >= 0 and offset < self._spans[n].end
