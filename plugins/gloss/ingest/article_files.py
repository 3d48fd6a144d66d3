"""The articles that are there, as far as their seeds are concerned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.article import (
    BESIDE,
    ArticleError,
    body_is_corrected,
    head_is_corrected,
    names_are_corrected,
    read_head,
    split_article,
)
from gloss.errors import in_a_line
from gloss.ingest.remembered import UNSETTLED, Remembered, known_or_read
from gloss.store.stamps import Stamp, stamps_in


@dataclass(frozen=True)
class ArticleFile(Remembered):
    """An article: by what it was made, and whether a person changed it since.

    annotator, register: as in its head. ids: of the things it names.
    corrected: its body is; retouched: its head is, its names included.
    error: why it cannot be read, else empty.
    """

    slug: str = ""
    seed: str = ""
    seed_digest: str = ""
    annotator: str = ""
    register: str = ""
    corrected: bool = False
    ids: tuple[str, ...] = ()
    error: str = ""
    retouched: bool = False


def scan_articles(stories: Path, known: Mapping[str, ArticleFile]) -> dict[str, ArticleFile]:
    """Return the articles of a folder by file name, the new versions beside others included."""
    return {
        name: known_or_read(stories / name, stamp, known, _read)
        for name, stamp in stamps_in(stories, ".md").items()
    }


def _read(path: Path, stamp: Stamp) -> ArticleFile:
    try:
        text = path.read_text(encoding="utf-8")
        head = read_head(text, path.name)
    except UnicodeDecodeError as problem:
        return ArticleFile(
            stamp, error=f"{path.name}:1: not UTF-8 ({problem.reason}); expected UTF-8"
        )
    except ArticleError as problem:
        seed = re.search(r"^Seed:[ ]*(\S.*)", text, re.MULTILINE)
        return ArticleFile(stamp, seed=seed[1].strip() if seed else "", error=str(problem))
    except Exception as problem:
        return ArticleFile(UNSETTLED, error=f"{path.name}: cannot be read: {in_a_line(problem)}")
    return ArticleFile(
        stamp,
        slug=head.slug,
        seed=head.seed or "",
        seed_digest=head.seed_digest or "",
        annotator=head.annotator or "",
        register=head.register or "",
        corrected=body_is_corrected(head, split_article(text)[1]),
        ids=tuple(entity.id for entity in head.names),
        retouched=head_is_corrected(head) or names_are_corrected(head),
    )


def new_version_of(article: str) -> str:
    """Return the name of the file for the new version of an article."""
    return article.removesuffix(".md") + BESIDE
