"""Millions of small objects: no cycle among them, and many of the texts among them are one.

To look for a cycle takes a third of the time; equal texts of all stories, a third of the memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from sys import intern
from typing import Annotated

# A text that many objects have: of what is read from a store, it is held once.
Shared = Annotated[str, intern]


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
