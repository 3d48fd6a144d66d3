"""A file to be written that no template makes: a feed, data, a calendar, a piece of the index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class File:
    """One file under the output folder.

    path: such as ``people/leon-li/timeline.ics``.
    key: plain data that the content depends on entirely: it is made again only when the key (or
        Gloss's version) changed.
    make: makes the content; pure.
    """

    path: str
    key: Any
    make: Callable[[], bytes]
