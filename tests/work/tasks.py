"""Tasks for the executors' tests: other processes import them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path


def prepare(factor: int) -> int:
    return factor


def cannot_prepare(problem: str) -> int:
    raise ValueError(problem)


def slow_first(factor: int, numbers: Sequence[int]) -> list[int]:
    if 0 in numbers:
        time.sleep(0.3)
    return [factor * number for number in numbers]


def slowly(factor: int, numbers: Sequence[int]) -> list[int]:
    time.sleep(0.1)
    return [factor * number for number in numbers]


def fails_at_seven(nothing: None, numbers: Sequence[int]) -> list[int]:
    if 7 in numbers:
        raise ValueError("seven")
    return list(numbers)


def dies_once(nothing: None, work: tuple[int, str]) -> int:
    number, mark = work
    if number == 3 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(nothing: None, number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number
