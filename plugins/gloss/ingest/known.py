"""What the articles that stay say of names: their ids are right already.

It is kept from one build to the next, since it takes ten thousand articles to link one new story.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from gloss.article import BESIDE, read_head, split_article
from gloss.identity import StoryNames
from gloss.ingest.article_files import ArticleFile
from gloss.ingest.remembered import UNSETTLED
from gloss.store.codec import decode, encode
from gloss.store.fingerprint import code_digest
from gloss.store.records import RecordStore, record

# A mark as the writer of articles makes it; an editor's are made alike.
_MARK = re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\]\(([a-z]+:[^\s()]+)\)")
_ESCAPE = re.compile(r"\\(.)")
# The parts of Gloss that read an article's names.
CODE = ("article", "identity", "ingest", "story")
PART = "names"


def known_names(
    folder: Path,
    article_files: Mapping[str, ArticleFile],
    without: Collection[str | None],
    cache: Path | None = None,
) -> list[StoryNames]:
    """Return what each article names; ``without`` are those that are about to be written anew.

    cache: a folder for what is kept; None reads every article.
    """
    staying = {
        name: article
        for name, article in article_files.items()
        if not article.error and not name.endswith(BESIDE) and name not in without
    }
    if cache is None:
        return [_names(folder / name) for name in staying]
    store = RecordStore(cache / PART, code_digest(*CODE))
    try:
        return list(_kept(folder, staying, store))
    finally:
        store.close()


def _kept(
    folder: Path, articles: Mapping[str, ArticleFile], store: RecordStore
) -> Iterator[StoryNames]:
    """Yield what is kept of each article, read again only where it was touched."""
    keys = {name: f"{name} {article.stamp}" for name, article in articles.items()}
    store.forget_all_but(set(keys.values()))
    new = []
    for name, key in keys.items():
        try:
            names: StoryNames = decode(store.load(PART, key), StoryNames)
        except (KeyError, ValueError):
            names = _names(folder / name)
            if articles[name].stamp != UNSETTLED:
                new.append(record(key, {PART: encode(names, StoryNames)}))
        yield names
    store.add(new)


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
