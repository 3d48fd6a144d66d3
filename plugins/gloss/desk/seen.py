"""Which stories the editor has seen: kept beside the cache, a slug a line.

It may be lost at any time: then all stories are new once more.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from gloss.store.lock import held
from gloss.store.writing import write_text

FILE = "seen.txt"


def load_seen(cache: Path | None) -> frozenset[str]:
    """Return the slugs of the stories that were seen."""
    if cache is None:
        return frozenset()
    try:
        return frozenset((cache / FILE).read_text(encoding="utf-8").split("\n")) - {""}
    except (OSError, ValueError):
        return frozenset()


def see(cache: Path | None, known: Collection[str], slugs: Collection[str]) -> None:
    """Keep that stories were seen; of those that are gone nothing is kept."""
    if cache is None:
        return
    with held(cache / FILE):
        seen = (load_seen(cache) | set(slugs)) & set(known)
        write_text(cache / FILE, "".join(f"{slug}\n" for slug in sorted(seen)))
