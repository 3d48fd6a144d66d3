"""Read articles into records: what the digest, the search and the story's own page need of each."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

from gloss.article import ArticleError, read_article
from gloss.assembly.problems import Problem
from gloss.assembly.sources import Source
from gloss.digest.facts import facts_of
from gloss.errors import in_a_line
from gloss.formats.web_annotation import annotated
from gloss.search import terms_of
from gloss.store.fingerprint import code_digest, fingerprint
from gloss.store.records import Record, RecordStore
from gloss.work import NOTHING, Executor, Progress, chunks_of

CHUNK = 32


def reading_version() -> str:
    """Return what, beside an article, its record depends on: Gloss's code, to the letter."""
    parts = ("story", "edtf", "urls", "article", "digest", "formats", "search", "store")
    return fingerprint(code_digest(*parts))


def read_sources(
    sources: Sequence[Source], store: RecordStore, executor: Executor, progress: Progress
) -> list[Problem]:
    """Read the articles that the store does not hold yet; return those that cannot be read."""
    held = store.keys()
    new = [source for source in sources if source.key not in held]
    problems: list[Problem] = []
    results = executor.run(read_chunk, chunks_of(new, CHUNK), NOTHING) if new else iter(())
    for chunk in progress.over(results, len(new), "Reading articles"):
        store.add(item for item in chunk if isinstance(item, Record))
        problems += [item for item in chunk if isinstance(item, Problem)]
    return problems


def read_chunk(nothing: None, sources: Sequence[Source]) -> list[Record | Problem]:
    """Read a few articles."""
    del nothing
    return [_read(source) for source in sources]


def _read(source: Source) -> Record | Problem:
    path = Path(source.path)
    try:
        return record_of(source)
    except (ArticleError, UnicodeDecodeError) as error:
        return Problem(source.path, str(error))
    except Exception as error:  # whatever it is costs no other article
        return Problem(source.path, f"{path.name}: cannot be read: {in_a_line(error)}")


def record_of(source: Source) -> Record:
    """Read an article; raises ArticleError, or UnicodeDecodeError, where it is none."""
    path = Path(source.path)
    article = read_article(path.read_bytes().decode(), path.name)
    facts = facts_of(article)
    return Record(
        key=source.key,
        facts=pickle.dumps(facts, protocol=5),
        terms=pickle.dumps(terms_of(article, facts), protocol=5),
        blocks=pickle.dumps(article.blocks, protocol=5),
        annotated=pickle.dumps(annotated(article), protocol=5),
    )
