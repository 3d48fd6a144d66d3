"""What the articles that stay say of names: their ids are right already."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

from gloss.article import BESIDE, read_head, split_article
from gloss.identity import StoryNames
from gloss.ingest.article_files import ArticleFile

# A mark as the writer of articles makes it; an editor's are made alike.
_MARK = re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\]\(([a-z]+:[^\s()]+)\)")
_ESCAPE = re.compile(r"\\(.)")


def known_names(
    folder: Path, article_files: Mapping[str, ArticleFile], without: Collection[str | None]
) -> list[StoryNames]:
    """Return what each article names; ``without`` are those that are about to be written anew."""
    staying = [
        name
        for name, article in article_files.items()
        if not article.error and not name.endswith(BESIDE) and name not in without
    ]
    return [_names(folder / name) for name in staying]


def _names(path: Path) -> StoryNames:
    text = path.read_text(encoding="utf-8")
    head = read_head(text, path.name)
    return StoryNames(head.slug, head.names, _forms(split_article(text)[1]))


def _forms(body: str) -> Mapping[str, Mapping[str, int]]:
    """Return how often a body calls each thing by which name: "GAO" tells who the GAO is."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for words, entity in _MARK.findall(body):
        forms[entity][_ESCAPE.sub(r"\1", words)] += 1
    return forms
