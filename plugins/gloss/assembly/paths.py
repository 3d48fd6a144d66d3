"""Where files may be written: every planned path is looked at before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from gloss.output import Output

# What a file's name may hold at most on the file systems in use, in bytes of UTF-8.
LONGEST_NAME = 255
# Control characters and surrogates, and what Windows keeps for itself in a name.
_FORBIDDEN = re.compile('[\0-\x1f\x7f\ud800-\udfff\\\\:*?"<>|]')


@dataclass(frozen=True)
class Refused:
    """An output that is not written, and why: ``other`` is written there, or the path is none."""

    output: Output
    other: Output | None = None


def parted(planned: Iterable[Output]) -> tuple[list[Output], list[Refused]]:
    """Part what can be written from what cannot.

    A path must be relative and normal, and no other's: not even where capitals count for nothing,
    nor may one be a file where another needs a folder. What every site has comes before what a
    story or a name asks for; else what is planned first.
    """
    taken = _Taken()
    written, refused = [], []
    for output in sorted(planned, key=lambda output: bool(output.source)):
        other = taken.other(output) if is_normal(output.path) else None
        if other or not is_normal(output.path):
            refused.append(Refused(output, other))
        else:
            taken.add(output)
            written.append(output)
    return written, refused


def respelt(old: Iterable[str], planned: Iterable[str]) -> list[str]:
    """Return the old paths that now are spelt otherwise, themselves or a folder of theirs.

    Where capitals count for nothing old and new are one place, which keeps the spelling that it
    has: the old must go before the new is written, and never after it.
    """
    old = list(old)
    if not old:
        return []
    spelt = {_folded(part): part for path in planned for part in _parts(path)}
    return [p for p in old if any(spelt.get(_folded(part), part) != part for part in _parts(p))]


def is_normal(path: str) -> bool:
    """Tell whether a path stays under its folder on every system, written in one way only."""
    names = path.removesuffix("/").split("/")
    return not _FORBIDDEN.search(path) and all(map(_is_name, names))


def _is_name(name: str) -> bool:
    return name not in ("", ".", "..") and len(name.encode()) <= LONGEST_NAME


class _Taken:
    """The files and folders that are planned, as a system sees them that knows no capitals."""

    def __init__(self) -> None:
        self._files: dict[str, Output] = {}
        self._folders: dict[str, Output] = {}

    def add(self, output: Output) -> None:
        *folders, last = _ways(output.path)
        (self._folders if output.path.endswith("/") else self._files).setdefault(last, output)
        for folder in folders:
            self._folders.setdefault(folder, output)

    def other(self, output: Output) -> Output | None:
        """Return what stands in the way of an output."""
        *folders, last = _ways(output.path)
        inside = None if output.path.endswith("/") else self._folders.get(last)
        above = (self._files.get(folder) for folder in folders)
        return self._files.get(last) or inside or next(filter(None, above), None)


def _ways(path: str) -> list[str]:
    """Return the folders of a path from the root on, and the path itself, as one compares them."""
    return _parts(_folded(path))


def _parts(path: str) -> list[str]:
    return list(accumulate(path.removesuffix("/").split("/"), "{}/{}".format))


def _folded(path: str) -> str:
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
