"""Hold a step of the annotator to time in proportion to its text, on any machine."""

from __future__ import annotations

import time
from collections.abc import Callable

from gloss.annotate.language import Reading

LEAST = 0.02  # seconds: less cannot be told from noise


def takes_time_in_proportion(
    reading: Callable[[int], Reading], step: Callable[[Reading], object], size: int
) -> bool:
    """Whether a text four times as long takes four times as long, not sixteen times.

    reading: makes a text of a size. size: that of the longer text.
    """
    longer, shorter = (_seconds(reading(n), step) for n in (size, size // 4))
    return longer < 7 * max(shorter, LEAST)


def _seconds(reading: Reading, step: Callable[[Reading], object]) -> float:
    """The least time of two."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        step(reading)
        taken.append(time.process_time() - start)
    return min(taken)
