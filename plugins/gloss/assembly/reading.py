"""Read articles into records: what the digest, the search and the story's own page need of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gloss.article import ArticleError, read_article
from gloss.assembly.problems import Problem
from gloss.assembly.sources import Source
from gloss.digest.facts import facts_of
from gloss.digest.model import StoryFacts
from gloss.errors import in_a_line
from gloss.formats.web_annotation import Annotated, annotated
from gloss.objects import uncollected
from gloss.search import StoryTerms, terms_of
from gloss.store.codec import encode
from gloss.store.fingerprint import code_digest, fingerprint
from gloss.store.records import Record, RecordStore, record
from gloss.story import Block
from gloss.work import NOTHING, Executor, Progress, chunks_of

CHUNK = 32

# What is kept of an article: for the digest, the search, its own page and its Web Annotations.
PARTS: Mapping[str, Any] = {
    "facts": StoryFacts,
    "terms": StoryTerms,
    "blocks": tuple[Block, ...],
    "annotated": Annotated,
}


# The parts of Gloss whose code what is kept depends on.
CODE = (
    *("story", "edtf", "lexicon", "speakers", "urls", "site", "output", "register", "naming"),
    *("gazetteer", "article", "digest", "formats", "search", "store"),
)


def reading_version() -> str:
    """Return what, beside an article, its record depends on: Gloss's code, to the letter."""
    return fingerprint(code_digest(*CODE))


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
    with uncollected():
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
    values = {
        "facts": facts,
        "terms": terms_of(article, facts),
        "blocks": article.blocks,
        "annotated": annotated(article),
    }
    return record(source.key, {part: encode(values[part], kind) for part, kind in PARTS.items()})
