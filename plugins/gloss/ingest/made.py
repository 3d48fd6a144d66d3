"""What was made of each story before the editor's corrections were laid over it, kept in the cache.

With it, what a person edits in an article is told from what Gloss wrote, and laid over again
without any model. It may be lost at any time: then the story is annotated once more.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from gloss import __version__
from gloss.corrections import Correction
from gloss.store.codec import decode, encode
from gloss.store.sealed import seal, unseal
from gloss.store.writing import write_atomically
from gloss.story import Annotations, Story

FOLDER = "made"


@dataclass(frozen=True)
class Made:
    """What was made of a story.

    story: as it was annotated, its text corrected. found: its annotations, linked, without
    corrections. corrections: those that were laid over it when its article was written.
    annotator, register, body_digest: as in the article's head.
    """

    story: Story
    found: Annotations
    corrections: tuple[Correction, ...]
    annotator: str
    register: str
    body_digest: str


@dataclass(frozen=True)
class Shelf:
    """Where it is kept; nowhere without a cache."""

    cache: Path | None

    def load(self, name: str) -> Made | None:
        """Return what was made for the article of that name, if it is as it was kept."""
        if self.cache is None:
            return None
        try:
            data = unseal((self.cache / FOLDER / name).read_bytes(), _about(name))
            made: Made = decode(zlib.decompress(data), Made)
        except (OSError, KeyError, ValueError, zlib.error):
            return None
        return made

    def save(self, name: str, made: Made) -> None:
        """Keep what was made."""
        if self.cache is not None:
            data = zlib.compress(encode(made, Made), level=1)
            write_atomically(self.cache / FOLDER / name, seal(data, _about(name)))


def _about(name: str) -> str:
    return f"made 1 {__version__} {name}"
