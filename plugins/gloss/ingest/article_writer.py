"""Write the articles: what is carried on from the old one, and what is made once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from gloss.article import Head, read_head, write_article
from gloss.article.marks import short_id
from gloss.article.origin import with_origin
from gloss.ingest.article_files import ArticleFile
from gloss.ingest.headings import Slugs, title_of
from gloss.ingest.kept_corrections import (
    carried_on,
    keeps_values,
    lost_names,
    with_digests,
)
from gloss.ingest.lead import lead_of
from gloss.ingest.plan import AnnotationJob, MadeBy
from gloss.speakers import SHOWN
from gloss.store.writing import write_text
from gloss.story import Annotations, Doubt, Story

# More doubts than this are counted, not told: nobody reads a head of a hundred lines.
MOST_DOUBTS = 12


@dataclass
class ArticleWriter:
    """Where articles are written: the folder, what is in it, and by what they are made.

    notices: what the editor should know of what was written.
    """

    folder: Path
    article_files: Mapping[str, ArticleFile]
    made_by: MadeBy
    notices: list[str] = field(default_factory=list)
    _slugs: Slugs = field(init=False)

    def __post_init__(self) -> None:
        slugs = (article.slug for article in self.article_files.values())
        names = (name.removesuffix(".md") for name in self.article_files)
        self._slugs = Slugs((*slugs, *names))

    @cached_property
    def today(self) -> str:
        """The day on which new stories enter the digest."""
        return today()

    def story(self, job: AnnotationJob) -> Story:
        """Return a job's story; what a person put right in the head of its article counts."""
        old = self._old_head(job)
        if old is None or not keeps_values(old, job.seed_changed):
            return job.seed.story
        return with_origin(job.seed.story, old)

    def write(self, job: AnnotationJob, annotations: Annotations) -> str:
        """Write a job's article; return the file's name.

        Raises ValueError where the annotations cannot be written.
        """
        made, old = self._made(job, annotations), self._old_head(job)
        head = carried_on(made, old, job.seed_changed) if old else self._entered(made, job)
        name = job.article or f"{head.slug}.md"
        sure = tuple(report for report in annotations.reports if report.sure >= SHOWN)
        found = replace(annotations, entities=head.names, reports=sure)
        write_text(self.folder / name, write_article(self.story(job), found, head))
        if old and name == job.old:
            self.notices += [f"{name}: {says}" for says in lost_names(old, head)]
        told = (doubt for doubt in annotations.doubts if doubt.about == "language")
        self.notices += [f"{job.seed.name}: {doubt.says}" for doubt in told]
        return name

    def _entered(self, made: Head, job: AnnotationJob) -> Head:
        """Give a story that enters the digest its address and day."""
        slug = self._slugs.take(job.seed.story.headline, job.seed.story.id)
        return replace(made, slug=slug, date=self.today)

    def _made(self, job: AnnotationJob, annotations: Annotations) -> Head:
        """Return all that is made of the seed, whatever an article of it says."""
        story = job.seed.story
        made = Head(
            title=title_of(story.headline, story.text),
            slug="",
            date="",
            summary=lead_of(story.text),
            seed=job.seed.name,
            seed_digest=job.seed.digest,
            annotator=self.made_by.annotator,
            register=self._register(story, annotations),
            names=annotations.entities,
            review=tuple(_review(annotations.doubts)),
        )
        return with_digests(with_origin(made, story))

    def _register(self, story: Story, annotations: Annotations) -> str:
        ids = [entity.id for entity in annotations.entities]
        return self.made_by.touch.digest(f"{story.headline}\n\n{story.text}", ids)

    def _old_head(self, job: AnnotationJob) -> Head | None:
        if job.old is None:
            return None
        return read_head((self.folder / job.old).read_text(encoding="utf-8"), job.old)


def _review(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    """Tell the first doubts in a line each; who is who comes first, since only a person can say."""
    ordered = sorted(doubts, key=lambda doubt: doubt.about not in ("identity", "language"))
    for doubt in ordered[:MOST_DOUBTS]:
        perhaps = f", perhaps by={short_id(doubt.perhaps)}" if doubt.perhaps else ""
        yield f"{doubt.about}: {doubt.says}{perhaps}"
    if len(doubts) > MOST_DOUBTS:
        yield f"and {len(doubts) - MOST_DOUBTS} more"


def today() -> str:
    """Return the day of SOURCE_DATE_EPOCH, else today's (UTC).

    It is taken once, when an article is first written; no build asks the clock again.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()
