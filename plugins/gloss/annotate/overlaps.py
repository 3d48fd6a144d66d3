"""What wins where two marks meet: small pure functions over spans."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.story import Mention, Moment


def settle(
    mentions: Sequence[Mention], moments: Sequence[Moment]
) -> tuple[list[Mention], list[Moment]]:
    """Drop the weaker of a name and a time that overlap: the longer wins, and a time on a tie."""
    lost_names = {
        m for m in mentions for t in moments if _meet(m, t) and m.end - m.start <= t.end - t.start
    }
    kept = [m for m in mentions if m not in lost_names]
    return kept, [t for t in moments if not any(_meet(m, t) for m in kept)]


def _meet(a: Mention | Moment, b: Mention | Moment) -> bool:
    return a.start < b.end and b.start < a.end
