"""What was counted, in the order in which readers are told of it."""

from __future__ import annotations

from collections import Counter


def by_count(counted: Counter[str]) -> tuple[str, ...]:
    """Return what was counted, most frequent first, in the order of the letters where equal."""
    return tuple(sorted(counted, key=lambda form: (-counted[form], form)))
