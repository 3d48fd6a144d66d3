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
# A folder or a file without a name, or one that is the folder itself or the one above.
_NAMELESS = re.compile(r"(?:^|/)\.{0,2}(?:/|$)")


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
        if not is_normal(output.path):
            refused.append(Refused(output))
        elif other := taken.take(output):
            refused.append(Refused(output, other))
        else:
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
    path = path.removesuffix("/")
    if _FORBIDDEN.search(path) or _NAMELESS.search(path):
        return False
    return len(path.encode()) <= LONGEST_NAME or all(map(_is_short, path.split("/")))


def _is_short(name: str) -> bool:
    return len(name.encode()) <= LONGEST_NAME


class _Taken:
    """The files and folders that are planned, as a system sees them that knows no capitals."""

    def __init__(self) -> None:
        self._files: dict[str, Output] = {}
        self._folders: dict[str, Output] = {}

    def take(self, output: Output) -> Output | None:
        """Take the place of an output; return what stands in its way, if anything does."""
        path, is_folder = _folded(output.path.removesuffix("/")), output.path.endswith("/")
        home = path.rpartition("/")[0]
        # No file stands where a folder is: what is above one that is known needs no second look.
        above = _parts(home) if home and home not in self._folders else ()
        other = self._files.get(path) or (None if is_folder else self._folders.get(path))
        other = other or next(filter(None, map(self._files.get, above)), None)
        if other is None:
            (self._folders if is_folder else self._files).setdefault(path, output)
            for folder in above:
                self._folders.setdefault(folder, output)
        return other


def _parts(path: str) -> list[str]:
    return list(accumulate(path.removesuffix("/").split("/"), "{}/{}".format))


def _folded(path: str) -> str:
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
