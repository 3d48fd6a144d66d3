"""Every file that no template makes, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from gloss.assembly.job import BuildJob
from gloss.assembly.pictures import picture_files
from gloss.assembly.printer import Printer
from gloss.assembly.scripts import made_from, publish
from gloss.assembly.sources import key_of
from gloss.assembly.story_records import StoryRecords
from gloss.assembly.templates import Theme
from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.formats.beside import beside_files
from gloss.formats.cards import card_files
from gloss.formats.citation_files import citation_files
from gloss.formats.data import data_files, dealt
from gloss.formats.datapackage import package_files
from gloss.formats.feeds import feed_files
from gloss.formats.graph import graph_files
from gloss.formats.timeline_files import timeline_files
from gloss.formats.web_annotation import annotation_files
from gloss.output import Bundle, File, Output
from gloss.search import Searched, StoryTerms, index_files, most_kept
from gloss.store.block_cache import BlockCache
from gloss.store.fingerprint import fingerprint
from gloss.store.pieces import KeptPieces


def plan_files(digest: Digest, printer: Printer, job: BuildJob, marks: Marks) -> Iterator[Output]:
    """Yield the files of the site that are not pages, the largest first."""
    site, records, pages = printer.site, printer.records, job.pages
    whole = digest_of_digest(digest)
    kept = BlockCache(records.folder / "search", records.version, 2 * most_kept(digest))
    searched = Searched(digest, marks, pages)
    make = partial(index_files, TermsOf(records, digest), searched, kept, printer.say)
    yield Bundle("search/", (whole, pages), make)
    tables = dealt(digest)
    pieces = KeptPieces(records.folder / "pieces", records.version)
    yield from data_files(digest, marks, tables, pieces)
    yield from package_files(tables, site)
    yield from citation_files(digest, site, whole)
    yield from graph_files(digest, site)
    yield from feed_files(digest, site, marks, records.load)
    yield from timeline_files(digest, site, marks)
    yield from beside_files(digest, marks, printer.say)
    yield from annotation_files(digest, marks, records.load)
    yield from card_files(digest, site)
    yield from picture_files(digest, job.images)
    yield from theme_files(job.theme)


class TermsOf(Mapping[str, StoryTerms]):
    """The counted words of every listed story, read when asked for."""

    def __init__(self, records: StoryRecords, digest: Digest) -> None:
        self._records, self._digest = records, digest

    def __getitem__(self, slug: str) -> StoryTerms:
        terms: StoryTerms = self._records.load("terms", slug)
        return terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._digest.stories)

    def __len__(self) -> int:
        return len(self._digest.stories)


def digest_of_digest(digest: Digest) -> str:
    """Return a fingerprint of the whole collection: of its articles and of the register."""
    return fingerprint(
        [(story.slug, story.digest) for story in digest.stories.values()],
        [(n.id, n.name, n.description, n.declared) for n in digest.names.values()],
        list(digest.redirects.items()),
    )


def theme_files(theme: Theme) -> Iterator[File]:
    """Yield the theme's static files, published under ``theme/``."""
    if theme.static is None:
        return
    root = Path(theme.static)
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            name = f"theme/{path.relative_to(root).as_posix()}"
            yield File(name, [key_of(p) for p in made_from(path)], partial(publish, path))
