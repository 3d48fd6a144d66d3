"""What is remembered of seeds and articles between builds.

It may be lost at any time: all that is in it can be read from the seeds and the articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gloss import __version__
from gloss.ingest.article_files import ArticleFile
from gloss.ingest.seed_files import SeedFile
from gloss.store.sealed import load_sealed, save_sealed

MEMORY = "seeds"
ABOUT = f"seeds 1 {__version__}"


@dataclass(frozen=True)
class Memory:
    """The files as they were when they were read, by name."""

    seeds: Mapping[str, SeedFile] = field(default_factory=dict)
    articles: Mapping[str, ArticleFile] = field(default_factory=dict)


def load_memory(path: Path | None) -> Memory:
    """Return what is remembered; nothing where it cannot be trusted."""
    memory: Memory | None = load_sealed(path, Memory, ABOUT) if path else None
    return memory or Memory()


def save_memory(path: Path | None, memory: Memory, before: Memory) -> None:
    """Remember, where there is anything new to what was remembered before."""
    if path and memory != before:
        save_sealed(path, memory, Memory, ABOUT)
