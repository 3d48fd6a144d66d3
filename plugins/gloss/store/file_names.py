"""Names of files as systems and programs make them: two spellings of one, copies, lock files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

# What programs that keep folders alike put before the ending of the copy of a file that was changed
# in two places.
_COPY = re.compile(
    r"(?P<before>.+?)(?:"
    r" \([^()]*conflicted copy[^()]*\)"  # Dropbox, Nextcloud, ownCloud
    r"| \([^()]*[Cc]ase [Cc]onflict[^()]*\)"  # Dropbox
    r"|\.sync-conflict-[\w-]+"  # Syncthing
    r"|_conflict-[\w-]+"  # Nextcloud, older
    r"| \[Conflict[^\]]*\]"  # Google Drive
    r"|-conflict-[\w-]+"  # OneDrive, Seafile
    r")(?P<ending>\.\w+)"
)
# Hidden files, and what office programs write beside a file that is open.
_PASSING = (".", "~$", "~lock")
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}


def in_one_form(name: str) -> str:
    """Return a name with its accents written in one way (NFC): some systems take them apart."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def is_passing(name: str) -> bool:
    """Tell whether a file is hidden, or a program's mark that another one is open."""
    return name.startswith(_PASSING)


def is_device(name: str) -> bool:
    """Tell whether Windows would take a name for a device's, where no file can be."""
    return name.partition(".")[0].casefold() in _DEVICES


def copies_among(names: Collection[str]) -> dict[str, str]:
    """Return the copies that a conflict left beside a file, each with the name of that file."""
    return {name: original for name, original in _copies(names) if original in names}


def _copies(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    for name in names:
        if found := _COPY.fullmatch(name):
            yield name, found["before"] + found["ending"]
