"""Files to be written that no template makes: a feed, data, a calendar, the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


@dataclass(frozen=True)
class Bundle:
    """Files that can only be made together, such as those of the search.

    folder: such as ``search/``; nothing but the bundle and single pages stands there.
    key: plain data that all of the files depend on entirely.
    make: makes the files; pure, and called by one process while others make pages.
    """

    folder: str
    key: Any
    make: Callable[[], Iterable[File]]
