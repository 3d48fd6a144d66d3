"""Millions of small objects, and no cycle among them: to look for one takes a third of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave reference cycles for later."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def kept_for_long() -> Iterator[None]:
    """Leave what is made, which all stays, out of every later search for cycles as well.

    A process that was forked would otherwise copy the memory of all that it looks at. Where that
    ends, ``gc.unfreeze`` takes it back.
    """
    with uncollected():
        try:
            yield
        finally:
            gc.freeze()
