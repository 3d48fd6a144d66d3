"""The steps from seeds to articles, in order."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.errors import in_a_line
from gloss.ingest.annotating import Failure, Tools, annotate_many
from gloss.ingest.article_files import scan_articles
from gloss.ingest.article_writer import ArticleWriter
from gloss.ingest.ingest_report import IngestReport
from gloss.ingest.known import known_names
from gloss.ingest.linking import link_all
from gloss.ingest.memory import Memory, load_memory, save_memory
from gloss.ingest.plan import AnnotationJob, MadeBy, Plan, make_plan
from gloss.ingest.seed_files import copies, scan_seeds, unread_files
from gloss.register import Register, RegisterError, Touch, load_register
from gloss.seed import MAX_BYTES
from gloss.store.fingerprint import code_digest
from gloss.store.writing import sweep
from gloss.story import Annotations
from gloss.work import Progress, executor_for

MEMORY = "seeds"
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
    seed_files = scan_seeds(seeds, known.seeds)
    made_by = MadeBy(
        annotator=settings.annotator,
        register=_digest(register_path),
        touch=Touch(register),
        max_bytes=settings.max_bytes,
        everything=settings.everything,
        register_is_whole=not wrong,
    )
    plan = make_plan(seeds, seed_files, article_files, made_by)
    plan.notices += [*register.notices, *unread_files(seeds), *copies(seeds, stories)]
    began = time.monotonic()
    written = _carry_out(
        plan, ArticleWriter(stories, article_files, made_by), register, settings, progress
    )
    save_memory(memory, Memory(plan.seed_files, article_files), known)
    return IngestReport(
        errors=tuple(plan.errors),
        notices=tuple(plan.notices),
        written=tuple(written),
        corrected=tuple(plan.corrected),
        unchanged=plan.unchanged,
        seconds=time.monotonic() - began,
    )


def _digest(register_path: Path) -> str:
    data = register_path.read_bytes() if register_path.is_file() else b""
    return hashlib.sha256(data).hexdigest()[:16]


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
    try:
        found = annotate_many(
            [writer.story(job) for job in plan.jobs],
            Tools(register, settings.tagger, settings.model),
            executor_for(settings.processes, settings.cluster),
            progress or Progress(),
        )
    except (ModuleNotFoundError, FileNotFoundError) as problem:
        _say_missing(plan, str(problem))
        return []
    done = _sorted_out(plan, plan.jobs, found)
    known = known_names(writer.folder, writer.article_files, {job.old for job, _ in done})
    linked = link_all([(writer.story(job), each) for job, each in done], known, register)
    for slug, says in linked.unusable:
        plan.errors.append(f"{slug}: the names of its article cannot be used: {says}")
    return _write(plan, writer, _sorted_out(plan, [job for job, _ in done], linked.stories))


def _say_missing(plan: Plan, problem: str) -> None:
    """Without the annotator, new and changed seeds are errors; other articles stay good."""
    waiting = [job.seed.name for job in plan.jobs if job.seed_changed]
    plan.errors += [f"{name}: cannot be annotated: {problem}" for name in waiting]
    others = len(plan.jobs) - len(waiting)
    if others:
        plan.notices.append(
            f"{others} articles were made by another version or register, and stay: {problem}"
        )


def _sorted_out(
    plan: Plan, jobs: Sequence[AnnotationJob], found: Sequence[Annotations | Failure]
) -> list[tuple[AnnotationJob, Annotations]]:
    """Keep what was made; note of the other seeds why they could not be used."""
    done = []
    for job, result in zip(jobs, found, strict=True):
        if isinstance(result, Failure):
            plan.errors.append(f"{job.seed.name}: {result.says}")
            plan.seed_files.pop(job.seed.name, None)
        else:
            done.append((job, result))
    return done


def _write(
    plan: Plan, writer: ArticleWriter, done: Sequence[tuple[AnnotationJob, Annotations]]
) -> list[str]:
    written = []
    for job, found in done:
        try:
            written.append(writer.write(job, found))
        except OSError:
            raise  # the disk's fault, not the story's
        except Exception as problem:
            plan.errors.append(f"{job.seed.name}: could not be written: {in_a_line(problem)}")
            plan.seed_files.pop(job.seed.name, None)
    plan.notices += writer.notices
    return written
