"""Do what is planned: annotate what has to be, lay the editor's corrections over it, write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.corrections import (
    Correction,
    CorrectionsError,
    load_corrections,
)
from gloss.errors import in_a_line, what_is_missing
from gloss.ingest.annotating import Failure
from gloss.ingest.article_writer import ArticleWriter
from gloss.ingest.correcting import (
    corrected_story,
    read_edited,
)
from gloss.ingest.hand_edits import HandEditKeeper
from gloss.ingest.known import known_names
from gloss.ingest.linking import Linked
from gloss.ingest.plan import AnnotationJob, Plan
from gloss.objects import uncollected
from gloss.speakers import SHOWN
from gloss.story import Annotations, Story

# Annotate stories, then link them with what the articles say that stay.
Annotate = Callable[[Sequence[Story]], list[Annotations | Failure]]
Join = Callable[..., Linked]


@dataclass
class Workshop:
    """What the jobs of a plan are done with.

    cache: a folder for what is kept of what articles name.
    """

    plan: Plan
    writer: ArticleWriter
    annotate: Annotate
    link: Join
    cache: Path | None = None
    corrections: dict[str, tuple[Correction, ...]] = field(default_factory=dict)
    _edits: HandEditKeeper = field(init=False)

    def __post_init__(self) -> None:
        self._edits = HandEditKeeper(
            self.plan, self.writer, self._annotated, self.corrections, self._costing_one
        )

    def carry_out(self) -> list[str]:
        """Do all jobs; return the names of the files written."""
        jobs = [job for job in self.plan.jobs if self._has_corrections(job)]
        jobs = self._edits.kept(jobs)
        written = []
        for job, found in self._found(jobs):
            with self._costing_one(job):
                if self._was_edited_meanwhile(job):
                    says = "edited while its story was annotated: the next build goes on with it"
                    self.plan.notices.append(f"{job.article}: {says}")
                    self.plan.seed_files.pop(job.seed.name, None)
                else:
                    written.append(self.writer.write(job, found, self._said(job)))
        self.plan.notices += self.writer.notices
        return written

    def _was_edited_meanwhile(self, job: AnnotationJob) -> bool:
        """Tell whether a person changed an article since it was looked at; it is not lost."""
        if job.article is None:
            return False
        now = read_edited(self.writer.folder / job.article)
        return now != self._edits.edited[job.article] if job.edited else now.is_edited

    def _said(self, job: AnnotationJob) -> tuple[Correction, ...]:
        return self.corrections[job.seed.name]

    def _has_corrections(self, job: AnnotationJob) -> bool:
        """Read what the editor says of a story; a file that is wrong leaves its article alone."""
        try:
            self.corrections[job.seed.name] = load_corrections(self.writer.corrections_file(job))
        except CorrectionsError as problem:
            self._failed(job, str(problem))
            return False
        return True

    def _found(self, jobs: Sequence[AnnotationJob]) -> Iterator[tuple[AnnotationJob, Annotations]]:
        """Yield what is to be said of each story, made before or made now, in the order of jobs."""
        stories = {
            job.seed.name: corrected_story(job.seed.story, self._said(job)).story for job in jobs
        }
        made = {job.seed.name: self._made_before(job, stories[job.seed.name]) for job in jobs}
        new = [job for job in jobs if made[job.seed.name] is None]
        found = dict(self._annotated(new, [stories[job.seed.name] for job in new]))
        for job in jobs:
            said = made[job.seed.name] or found.get(job.seed.name)
            if said is not None:
                yield job, said

    def _made_before(self, job: AnnotationJob, story: Story) -> Annotations | None:
        """Return what was made of the same story by the same annotator and register."""
        made_by = self.writer.made_by
        made = self.writer.shelf.load(job.article) if job.article else None
        if made is None or made_by.everything or made.annotator != made_by.annotator:
            return None
        register = self.writer.register_digest(job.seed, made.found)
        if made.story != story or (made.register != register and made_by.register_is_whole):
            return None
        return made.found

    def _annotated(
        self, jobs: Sequence[AnnotationJob], stories: Sequence[Story]
    ) -> Iterator[tuple[str, Annotations]]:
        """Annotate and link stories; yield what was found, by the seed's name."""
        if not jobs:
            return
        try:
            found = self.annotate(stories)
        except (ModuleNotFoundError, FileNotFoundError) as problem:
            self._say_missing(jobs, what_is_missing(problem))
            return
        done = list(self._sorted_out(zip(jobs, stories, strict=True), found))
        old = {job.article for job, _, _ in done}
        articles = self.writer.folder, self.writer.article_files
        with uncollected(), known_names(*articles, old, self.cache) as known:
            linked = self.link([(story, said) for _, story, said in done], known)
        for slug, says in linked.unusable:
            self.plan.errors.append(f"{slug}: the names of its article cannot be used: {says}")
        pairs = ((job, story) for job, story, _ in done)
        for job, _, said in self._sorted_out(pairs, linked.stories):
            sure = tuple(report for report in said.reports if report.sure >= SHOWN)
            yield job.seed.name, replace(said, reports=sure)

    def _sorted_out(
        self,
        jobs: Iterator[tuple[AnnotationJob, Story]],
        found: Sequence[Annotations | Failure],
    ) -> Iterator[tuple[AnnotationJob, Story, Annotations]]:
        """Keep what was made; note of the other seeds why they could not be used."""
        for (job, story), result in zip(jobs, found, strict=True):
            if isinstance(result, Failure):
                self._failed(job, result.says)
            else:
                yield job, story, result

    def _say_missing(self, jobs: Sequence[AnnotationJob], problem: str) -> None:
        """Without the annotator, new and changed seeds are errors; other articles stay good."""
        waiting = [job.seed.name for job in jobs if job.seed_changed]
        self.plan.errors += [f"{name}: cannot be annotated: {problem}" for name in waiting]
        others = len(jobs) - len(waiting)
        if others:
            what = "1 article was" if others == 1 else f"{others} articles were"
            self.plan.notices.append(
                f"{what} made by another version or register, or edited, and stay: {problem}"
            )

    def _failed(self, job: AnnotationJob, says: str) -> None:
        self.plan.errors.append(f"{job.seed.name}: {says}")
        self.plan.seed_files.pop(job.seed.name, None)

    @contextmanager
    def _costing_one(self, job: AnnotationJob) -> Iterator[None]:
        """Let what goes wrong with one story cost no other; the disk's fault is not the story's."""
        try:
            yield
        except OSError:
            raise
        except Exception as problem:
            self._failed(job, f"could not be written: {in_a_line(problem)}")
