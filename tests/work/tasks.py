"""Tasks for the executors' tests: other processes import them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

_factor = [0]


def prepare(factor: int) -> None:
    _factor[0] = factor


def cannot_prepare(problem: str) -> None:
    raise ValueError(problem)


def slow_first(numbers: Sequence[int]) -> list[int]:
    if 0 in numbers:
        time.sleep(0.3)
    return [_factor[0] * number for number in numbers]


def slowly(numbers: Sequence[int]) -> list[int]:
    time.sleep(0.1)
    return [_factor[0] * number for number in numbers]


def fails_at_seven(numbers: Sequence[int]) -> list[int]:
    if 7 in numbers:
        raise ValueError("seven")
    return list(numbers)


def dies_once(work: tuple[int, str]) -> int:
    number, mark = work
    if number == 3 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number
