"""Do what is planned: annotate what has to be, lay the editor's corrections over it, write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.article import Head, digest_of_body
from gloss.corrections import (
    Correction,
    CorrectionsError,
    add_corrections,
    load_corrections,
    remove_corrections,
)
from gloss.errors import in_a_line, what_is_missing
from gloss.ingest.annotating import Failure
from gloss.ingest.article_writer import ArticleWriter
from gloss.ingest.correcting import (
    EditedArticle,
    HandEdits,
    corrected_story,
    hand_edits,
    read_edited,
)
from gloss.ingest.known import known_names
from gloss.ingest.linking import Linked
from gloss.ingest.made import Made
from gloss.ingest.plan import AnnotationJob, Plan
from gloss.ingest.written_before import in_git, proved
from gloss.speakers import SHOWN
from gloss.story import Annotations, Story

# Annotate stories, then link them with what the articles say that stay.
Annotate = Callable[[Sequence[Story]], list[Annotations | Failure]]
Join = Callable[..., Linked]

UNTOLD = (
    "edited by hand, and it is not known any more what was written before that: it stays as it is. "
    "Take its line Body-Digest out to keep all that the annotator would say otherwise as your "
    "corrections, or delete it to have it made anew"
)


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
    edited: dict[str, EditedArticle] = field(default_factory=dict)

    def carry_out(self) -> list[str]:
        """Do all jobs; return the names of the files written."""
        jobs = [job for job in self.plan.jobs if self._has_corrections(job)]
        jobs = self._hand_edits_kept(jobs)
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
        return now != self.edited[job.article] if job.edited else now.is_edited

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
        known = known_names(self.writer.folder, self.writer.article_files, old, self.cache)
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

    def _hand_edits_kept(self, jobs: Sequence[AnnotationJob]) -> list[AnnotationJob]:
        """Keep as corrections what was edited in articles; return the jobs that can be done.

        An article that holds what no correction can say stays as it is, and so does one of which
        it cannot be told what was edited, since nothing can annotate here, and one with a slip in
        a mark, which would be taken for words.
        """
        edited = [job for job in jobs if job.edited and job.article]
        made = self._as_written(edited)
        kept = [job for job in edited if self._is_kept(job, made.get(job.seed.name))]
        return [job for job in jobs if not job.edited or job in kept]

    def _as_written(self, jobs: Sequence[AnnotationJob]) -> dict[str, Made | None]:
        """Return of what each edited article was written; None where only its head was edited."""
        made: dict[str, Made | None] = {}
        unknown = []
        for job in jobs:
            article = read_edited(self.writer.folder / (job.article or ""))
            before = self.writer.shelf.load(job.article or "")
            if before and before.body_digest == article.head.body_digest:
                made[job.seed.name] = before
            elif not article.marks_are_edited:
                made[job.seed.name] = None
            elif kept := self._in_git(job, article.head):
                made[job.seed.name] = kept
            else:
                unknown.append(job)
        stories = [corrected_story(job.seed.story, self._said(job)).story for job in unknown]
        for name, found in self._annotated(unknown, stories):
            job = next(job for job in unknown if job.seed.name == name)
            story = stories[unknown.index(job)]
            made[name] = Made(story, found, self._said(job), "", "", "")
        return made

    def _in_git(self, job: AnnotationJob, head: Head) -> Made | None:
        return in_git(self.writer.folder / (job.article or ""), head, self._said(job))

    def _is_kept(self, job: AnnotationJob, made: Made | None) -> bool:
        article = read_edited(self.writer.folder / (job.article or ""))
        self.edited[job.article or ""] = article
        slips = self.writer.article_files[job.article or ""].slips
        if slips or (made is None and article.marks_are_edited):
            self.plan.kept.append(job.article or "")
            return False
        edits = self._edits(job, article, made)
        if edits is None:
            self._keep_untold(job)
            return False
        if not edits.whole:
            self._keep_as_it_is(job, made)
            return False
        path = self.writer.corrections_file(job)
        with self._costing_one(job):
            remove_corrections(path, edits.gone)
            day = self.writer.today
            new = [replace(c, on=c.on or day) for c in edits.new]
            added = add_corrections(path, new, made.corrections if made else ())
            self.corrections[job.seed.name] = load_corrections(path)
            self._say_kept(job, path, len(added) + len(edits.gone))
            return True
        return False

    def _edits(
        self, job: AnnotationJob, article: EditedArticle, made: Made | None
    ) -> HandEdits | None:
        """Return what was edited by hand; None where another annotator's word is not told apart.

        Of an article without a digest all that differs is taken for the editor's.
        """
        written = self.writer.as_written(job, self._said(job))
        edits = hand_edits(article, written, made)
        if made is None or made.body_digest or article.head.body_digest is None:
            return edits
        base = proved(edits, made, article.head)
        return hand_edits(article, written, base) if base else None

    def _keep_untold(self, job: AnnotationJob) -> None:
        """Leave an article alone of which nobody can tell any more what an editor changed."""
        self.plan.kept.append(job.article or "")
        self.plan.notices.append(f"{job.article}: {UNTOLD}")

    def _say_kept(self, job: AnnotationJob, path: Path, count: int) -> None:
        if count:
            what = "1 correction" if count == 1 else f"{count} corrections"
            where = f"{path.parent.name}/{path.name}"
            self.plan.notices.append(f"{job.article}: edited by hand, kept as {what} in {where}")

    def _keep_as_it_is(self, job: AnnotationJob, made: Made | None) -> None:
        """Leave an article alone that no corrections make; remember of what it was written."""
        name = job.article or ""
        self.plan.kept.append(name)
        if job.seed_changed:
            self.plan.notices.append(
                f"{name}: holds what no correction can say, and its seed {job.seed.name} has "
                "changed: delete it to take the new version"
            )
        article = read_edited(self.writer.folder / name)
        if made and made.body_digest != article.head.body_digest:
            digest = article.head.body_digest or digest_of_body("")
            self.writer.shelf.save(name, replace(made, body_digest=digest))

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
