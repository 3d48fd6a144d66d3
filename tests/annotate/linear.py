"""Hold a step of the annotator to work in proportion to its text, counted in steps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from gloss.annotate.reading import Reading


def takes_steps_in_proportion(
    reading: Callable[[int], Reading], step: Callable[[Reading], object], size: int
) -> bool:
    """Whether a text four times as long takes about four times the steps, not sixteen times.

    reading: makes a text of a size. size: that of the longer text.
    """
    longer, shorter = (_steps(reading(n), step) for n in (size, size // 4))
    return longer < 6 * shorter


def _steps(reading: Reading, step: Callable[[Reading], object]) -> int:
    """Count the lines of Python that run: no clock, so neither the machine nor its load matters."""
    step(reading)  # what is loaded once is no part of it
    count = 0

    def note(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        step(reading)
    finally:
        sys.settrace(before)
    return count
