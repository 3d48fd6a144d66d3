"""What the articles that stay say of names: their ids are right already."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gloss.article import BESIDE, read_head, split_article
from gloss.identity import Known, StoryNames, known_from
from gloss.ingest.article_files import ArticleFile
from gloss.ingest.known_index import PART, KnownIndex
from gloss.ingest.linking import KnownNames

# A mark as the writer of articles makes it; an editor's are made alike.
_MARK = re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\]\(([a-z]+:[^\s()]+)\)")
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True)
class AllNames:
    """What articles name, looked at in full."""

    names: Sequence[StoryNames] = ()

    def bearing_on(self, stories: Sequence[StoryNames]) -> Known:
        """Return all that is known, whatever the stories name."""
        del stories
        return known_from(self.names)

    def everything(self) -> Sequence[StoryNames]:
        """Return what each article names."""
        return self.names


@contextmanager
def known_names(
    folder: Path,
    article_files: Mapping[str, ArticleFile],
    without: Collection[str | None],
    cache: Path | None = None,
) -> Iterator[KnownNames]:
    """Give what articles name; ``without`` are those that are about to be written anew.

    cache: a folder for what is kept; None reads every article.
    """
    usable = {
        name: article.stamp
        for name, article in article_files.items()
        if not article.error and not name.endswith(BESIDE)
    }

    def read(name: str) -> StoryNames:
        return names_in(folder / name)

    if cache is None:
        yield AllNames([read(name) for name in usable if name not in without])
        return
    with closing(KnownIndex(cache / PART, usable, frozenset(filter(None, without)), read)) as index:
        yield index


def names_in(path: Path) -> StoryNames:
    """Read what an article names."""
    text = path.read_text(encoding="utf-8")
    head = read_head(text, path.name)
    return StoryNames(head.slug, head.names, _forms(split_article(text)[1]))


def _forms(body: str) -> Mapping[str, Mapping[str, int]]:
    """Return how often a body calls each thing by which name: "GAO" tells who the GAO is."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for words, entity in _MARK.findall(body):
        forms[entity][_ESCAPE.sub(r"\1", words)] += 1
    return forms
