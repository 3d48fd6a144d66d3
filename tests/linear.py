"""Hold work to a proportion of what it is given, counted in steps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")


def takes_steps_in_proportion(
    make: Callable[[int], T], step: Callable[[T], object], size: int
) -> bool:
    """Whether four times as much takes about four times the steps, not sixteen times.

    make: makes what the step is given, of a size. size: that of the larger.
    """
    longer, shorter = (_steps(make(n), step) for n in (size, size // 4))
    return longer < 6 * shorter


def _steps(given: T, step: Callable[[T], object]) -> int:
    """Count the lines of Python that run: no clock, so neither the machine nor its load matters."""
    step(given)  # what is loaded once is no part of it
    count = 0

    def note(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        step(given)
    finally:
        sys.settrace(before)
    return count
