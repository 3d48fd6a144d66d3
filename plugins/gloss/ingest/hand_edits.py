"""Keep what was edited in articles by hand as corrections, before their stories are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.article import digest_of_body
from gloss.corrections import Correction, add_corrections, load_corrections, remove_corrections
from gloss.ingest.article_writer import ArticleWriter
from gloss.ingest.correcting import (
    EditedArticle,
    HandEdits,
    corrected_story,
    hand_edits,
    read_edited,
)
from gloss.ingest.made import Made
from gloss.ingest.plan import AnnotationJob, Plan
from gloss.ingest.written_before import in_git, proved
from gloss.story import Annotations, Story

UNTOLD = (
    "edited by hand, and it is not known any more what was written before that: it stays as it is. "
    "Take its line Body-Digest out to keep all that the annotator would say otherwise as your "
    "corrections, or delete it to have it made anew"
)


@dataclass
class HandEditKeeper:
    """What edited articles are looked through with.

    annotated: annotates stories, and yields what was found by the seed's name. corrections: what
    is said of each story, by the seed's name; what is kept goes there, too. costing_one: lets what
    goes wrong with one story cost no other. edited: the articles as they were looked at.
    """

    plan: Plan
    writer: ArticleWriter
    annotated: Callable[
        [Sequence[AnnotationJob], Sequence[Story]], Iterator[tuple[str, Annotations]]
    ]
    corrections: dict[str, tuple[Correction, ...]]
    costing_one: Callable[[AnnotationJob], AbstractContextManager[None]]
    edited: dict[str, EditedArticle] = field(default_factory=dict)
    untold: set[str] = field(default_factory=set)

    def kept(self, jobs: Sequence[AnnotationJob]) -> list[AnnotationJob]:
        """Keep as corrections what was edited in articles; return the jobs that can be done.

        An article that holds what no correction can say stays as it is, and so does one of which
        it cannot be told what was edited, since nothing can annotate here, and one with a slip in
        a mark, which would be taken for words.
        """
        edited = [job for job in jobs if job.edited and job.article]
        made = self._as_written(edited)
        kept = [job for job in edited if self._is_kept(job, made.get(job.seed.name))]
        return [job for job in jobs if not job.edited or job in kept]

    def _said(self, job: AnnotationJob) -> tuple[Correction, ...]:
        return self.corrections[job.seed.name]

    def _as_written(self, jobs: Sequence[AnnotationJob]) -> dict[str, Made | None]:
        """Return of what each edited article was written; None where only its head was edited."""
        made: dict[str, Made | None] = {}
        unknown = []
        for job in jobs:
            article = read_edited(self._path(job))
            kept = self._kept_before(job, article)
            if kept or not article.marks_are_edited:
                made[job.seed.name] = kept
            elif not self._is_untold(job, article):
                unknown.append(job)
        stories = [corrected_story(job.seed.story, self._said(job)).story for job in unknown]
        for name, found in self.annotated(unknown, stories):
            job = next(job for job in unknown if job.seed.name == name)
            story = stories[unknown.index(job)]
            made[name] = Made(story, found, self._said(job), "", "", "")
        return made

    def _path(self, job: AnnotationJob) -> Path:
        return self.writer.folder / (job.article or "")

    def _kept_before(self, job: AnnotationJob, article: EditedArticle) -> Made | None:
        """Return of what an article was written, as the cache has it, or git."""
        before = self.writer.shelf.load(self._path(job).name)
        if before and before.body_digest == article.head.body_digest:
            return before
        if not article.marks_are_edited:
            return None
        return in_git(self._path(job), article.head, self._said(job))

    def _is_untold(self, job: AnnotationJob, article: EditedArticle) -> bool:
        """Tell whether a build before this one could not tell what was edited in it."""
        before = self.writer.shelf.load(self._path(job).name)
        if not before or before.body_digest != self._untold(article):
            return False
        self.untold.add(self._path(job).name)
        return True

    def _is_kept(self, job: AnnotationJob, made: Made | None) -> bool:
        article = read_edited(self._path(job))
        self.edited[self._path(job).name] = article
        edits = self._what_is_edited(job, article, made)
        if edits is None:
            return False
        path = self.writer.corrections_file(job)
        with self.costing_one(job):
            remove_corrections(path, edits.gone)
            day = self.writer.today
            new = [replace(c, on=c.on or day) for c in edits.new]
            added = add_corrections(path, new, made.corrections if made else ())
            self.corrections[job.seed.name] = load_corrections(path)
            self._say_kept(job, path, len(added) + len(edits.gone))
            return True
        return False

    def _what_is_edited(
        self, job: AnnotationJob, article: EditedArticle, made: Made | None
    ) -> HandEdits | None:
        """Return what was edited by hand; None where the article stays as it is."""
        name, edits = self._path(job).name, None
        is_unknown = made is None and article.marks_are_edited
        if name in self.untold:
            self._keep_untold(name)
        elif is_unknown or self.writer.article_files[name].slips:
            self.plan.kept.append(name)
        else:
            edits = self._edits(job, article, made)
            if edits is None:
                self._keep_untold(name)
            elif not edits.whole:
                self._keep_as_it_is(job, made)
        return edits if edits and edits.whole else None

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
        if base is None:  # the next build need not annotate it to know
            self.writer.shelf.save(
                self._path(job).name, replace(made, body_digest=self._untold(article))
            )
            return None
        return hand_edits(article, written, base)

    def _keep_untold(self, name: str) -> None:
        """Leave an article alone of which nobody can tell any more what an editor changed."""
        self.plan.kept.append(name)
        self.plan.notices.append(f"{name}: {UNTOLD}")

    def _untold(self, article: EditedArticle) -> str:
        """What stands on the shelf in the place of a digest, for an article as it is."""
        return f"untold {self.writer.made_by.annotator} {digest_of_body(article.body)}"

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
