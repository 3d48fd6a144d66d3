"""What lies in the folder of seeds and is in no article: without any annotator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gloss.article import BESIDE
from gloss.errors import in_a_line
from gloss.ingest.article_files import ArticleFile, scan_articles
from gloss.ingest.memory import MEMORY, load_memory
from gloss.ingest.seed_files import copies, scan_seeds, unread_files
from gloss.seed import MAX_BYTES, SeedError, read_seed
from gloss.store.file_names import in_one_form


@dataclass(frozen=True)
class Waiting:
    """Seeds that the next build reads, and what it cannot use.

    seeds: the names of new and changed ones. faults: a line each, with the file and, where there is
    one, the line of it.
    """

    seeds: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def waiting_in(seeds: Path, stories: Path, cache: Path | None) -> Waiting:
    """Look through the seeds that are new or changed since the last build."""
    known = load_memory(cache / MEMORY if cache else None)
    articles = scan_articles(stories, known.articles)
    made = {
        in_one_form(article.seed): article.seed_digest
        for name, article in articles.items()
        if article.seed and not name.endswith(BESIDE)
    }
    found = scan_seeds(seeds, known.seeds)
    new = {name: one for name, one in found.items() if made.get(in_one_form(name)) != one.digest}
    faults = {name: _fault(seeds / name) for name in new}
    return Waiting(
        tuple(name for name in new if not faults[name]),
        (
            *filter(None, faults.values()),
            *_in_articles(articles),
            *unread_files(seeds),
            *copies(seeds, stories),
        ),
    )


def _fault(path: Path) -> str:
    """Say why a seed cannot be used; nothing where it can."""
    try:
        read_seed(path, MAX_BYTES)
    except SeedError as problem:
        return str(problem)
    except Exception as problem:  # whatever it is costs no other seed
        return f"{path.name}: cannot be read: {in_a_line(problem)}"
    return ""


def _in_articles(articles: dict[str, ArticleFile]) -> Iterator[str]:
    for article in articles.values():
        yield from (article.error,) if article.error else ()
        yield from article.slips
