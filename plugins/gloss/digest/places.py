"""Where things stand in a text: the stretch that holds an offset, the names within stretches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from gloss.story import Mention, Span


class Stretches:
    """Spans in order, to be asked which one holds an offset; a text without words is one."""

    def __init__(self, spans: list[Span]) -> None:
        spans = spans or [Span(0, 0)]
        self.spans = spans
        self._starts = [span.start for span in spans]

    def at(self, offset: int) -> int:
        """Return the index of the span that holds the offset, or of the one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def holding(self, start: int, end: int) -> Span:
        """Return the stretch from the span that holds start to the one that holds end - 1."""
        first, last = self.spans[self.at(start)], self.spans[self.at(max(end - 1, start))]
        return Span(min(first.start, start), max(last.end, end))


def names_in(mentions: Sequence[Mention], spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the names that stand wholly in the spans, each once, in the order of the text."""
    inside: dict[str, None] = {}
    for span in spans:
        first = bisect_right(mentions, span.start - 1, key=lambda mention: mention.start)
        for mention in mentions[first:]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end:
                inside[mention.entity] = None
    return tuple(inside)
