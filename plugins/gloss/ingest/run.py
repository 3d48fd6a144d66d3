"""The steps from seeds to articles, in order."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.corrections import corrections_path, digest_of_file
from gloss.ingest.annotating import Failure, Tools, annotate_many
from gloss.ingest.article_files import put_into_utf_8, scan_articles
from gloss.ingest.article_writer import ArticleWriter, Given
from gloss.ingest.carrying_out import Workshop
from gloss.ingest.ingest_report import IngestReport
from gloss.ingest.linking import Found, KnownNames, Linked, link_all, merges_of
from gloss.ingest.made import Shelf
from gloss.ingest.memory import MEMORY, Memory, load_memory, save_memory
from gloss.ingest.plan import MadeBy, Plan, make_plan
from gloss.ingest.register_edit import SeedWords, load_edit, save_told
from gloss.ingest.seed_files import copies, scan_seeds, unread_files
from gloss.register import Register, RegisterError, Touch, load_register
from gloss.seed import MAX_BYTES
from gloss.store.fingerprint import code_digest
from gloss.store.writing import sweep
from gloss.story import Annotations, Story
from gloss.work import Progress, executor_for

# The rooms that decide what is marked in a story.
ANNOTATING = (
    *("annotate", "edtf", "gazetteer", "identity", "languages", "lexicon", "naming"),
    *("speakers", "story"),
)


@dataclass(frozen=True)
class IngestSettings:
    """How seeds are read and annotated (docs/settings.md has the names that Pelican knows).

    everything: annotate every story anew, but for those that a person corrected.
    cache: a folder for what is remembered between builds; None remembers nothing.
    processes: how many to annotate with, None for all cores. cluster: a Dask scheduler's address.
    """

    max_bytes: int = MAX_BYTES
    tagger: str = "gloss"
    model: str | None = None
    processes: int | None = None
    cluster: str | None = None
    cache: Path | None = None
    everything: bool = False

    @property
    def annotator(self) -> str:
        """What an article was annotated by: the version, and the tools where they are others."""
        tagger = "" if self.tagger == "gloss" else f" tagger={self.tagger}"
        return annotator_version() + tagger + (f" model={self.model}" if self.model else "")


def annotator_version() -> str:
    """Return twelve hexadecimal digits that stand for the code and the data that annotate.

    They are written into every article. Where they change, the next build annotates all stories
    anew, but for those that a person corrected.
    """
    return code_digest(*ANNOTATING)[:12]


def ingest(
    seeds: Path,
    stories: Path,
    register_path: Path,
    settings: IngestSettings | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Write an article for each seed that is new or changed, and leave every other file alone.

    A seed that cannot be used is an error in the report; it keeps no other from being used.

    Raises ToolError where the settings name a tagger or pipeline that is none, ConnectionError
    where they name a cluster that does not answer: then no story can be annotated.
    """
    settings = settings or IngestSettings()
    try:
        register, wrong = load_register(register_path), False
    except RegisterError as problem:
        if problem.rest is None:
            return IngestReport(errors=problem.problems)
        register, wrong = problem.rest, True
    memory = settings.cache / MEMORY if settings.cache else None
    known = load_memory(memory)
    article_files = scan_articles(stories, known.articles)
    if told := list(put_into_utf_8(stories, article_files)):
        article_files = scan_articles(stories, known.articles)
    seed_files = scan_seeds(seeds, known.seeds)
    touch = Touch(register)
    made_by = MadeBy(
        annotator=settings.annotator,
        register=_digest(register_path),
        touch=touch,
        max_bytes=settings.max_bytes,
        corrections=_digests_of_corrections(stories),
        everything=settings.everything,
        register_is_whole=not wrong,
        edit=load_edit(settings.cache, _digest(register_path), touch),
        words=SeedWords(settings.cache),
    )
    plan = make_plan(seeds, seed_files, article_files, made_by)
    plan.notices += [*told, *(slip for one in article_files.values() for slip in one.slips)]
    plan.notices += [*register.notices, *unread_files(seeds), *copies(seeds, stories)]
    began = time.monotonic()
    writer = ArticleWriter(stories, article_files, made_by, Shelf(settings.cache), _given(register))
    written = _carry_out(plan, writer, register, settings, progress)
    made_by.words.save({seed.digest for seed in plan.seed_files.values()})
    save_memory(memory, Memory(plan.seed_files, article_files), known)
    if made_by.register_is_whole:
        save_told(settings.cache, made_by.register, touch, made_by.edit)
    return IngestReport(
        errors=tuple(plan.errors),
        notices=tuple(plan.notices),
        written=tuple(written),
        kept=tuple(plan.kept),
        unchanged=plan.unchanged,
        seconds=time.monotonic() - began,
    )


def _digest(register_path: Path) -> str:
    data = register_path.read_bytes() if register_path.is_file() else b""
    return hashlib.sha256(data).hexdigest()[:16]


def _digests_of_corrections(stories: Path) -> dict[str, str]:
    folder = corrections_path(stories, "").parent
    return {path.stem: digest_of_file(path) for path in sorted(folder.glob("*.yaml"))}


def _given(register: Register) -> Given:
    called = {entry.id: entry.name for entry in register.entries.values()}
    return Given(called, merges_of(register))


def _carry_out(
    plan: Plan,
    writer: ArticleWriter,
    register: Register,
    settings: IngestSettings,
    progress: Progress | None,
) -> list[str]:
    """Annotate, link and write what is planned; return the names of the files written."""
    if not plan.jobs:
        return []
    sweep(writer.folder)
    sweep(corrections_path(writer.folder, "").parent)

    def annotate(stories: Sequence[Story]) -> list[Annotations | Failure]:
        return annotate_many(
            stories,
            Tools(register, settings.tagger, settings.model),
            executor_for(settings.processes, settings.cluster),
            progress or Progress(),
        )

    def link(found: Sequence[Found], known: KnownNames) -> Linked:
        return link_all(found, known, register)

    return Workshop(plan, writer, annotate, link, settings.cache).carry_out()
