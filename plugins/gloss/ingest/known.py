"""What the articles that stay say of names: their ids are right already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from gloss.article import BESIDE, read_head
from gloss.ingest.shelf import Shelved
from gloss.linking import Known, StoryNames, known_from


def known_names(
    folder: Path, shelf: Mapping[str, Shelved], without: Collection[str | None]
) -> Known:
    """Gather what articles name; ``without`` are those that are about to be written anew."""
    staying = [
        name
        for name, shelved in shelf.items()
        if not shelved.error and not name.endswith(BESIDE) and name not in without
    ]
    return known_from([_names(folder / name) for name in staying])


def _names(path: Path) -> StoryNames:
    head = read_head(path.read_text(encoding="utf-8"), path.name)
    return StoryNames(head.slug, head.names)
