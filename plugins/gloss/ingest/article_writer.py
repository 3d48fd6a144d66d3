"""Write the articles: what is carried on from the old one, and what is made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from gloss.article import (
    Head,
    digest_of_body,
    digest_of_head,
    digest_of_names,
    digest_of_review,
    write_article,
)
from gloss.article.origin import with_origin
from gloss.article.write import write_body
from gloss.corrections import (
    Correction,
    Lost,
    corrected_head,
    corrections_path,
    digest_of_file,
    for_readers,
    head_values,
    lay_blocks,
    lay_over,
    lost_to_readers,
)
from gloss.corrections.blocks import text_of
from gloss.identity import Link, relabel
from gloss.ingest.article_files import ArticleFile, read_old_head
from gloss.ingest.clock import today
from gloss.ingest.correcting import corrected_story
from gloss.ingest.headings import Slugs, title_of
from gloss.ingest.lead import lead_of
from gloss.ingest.made import Made, Shelf
from gloss.ingest.plan import AnnotationJob, MadeBy
from gloss.ingest.reviewing import review_lines
from gloss.seed import Seed
from gloss.store.writing import write_text
from gloss.story import Annotations, Story


@dataclass(frozen=True)
class Given:
    """What the register gives to every article: what things are called, and ids that are one."""

    called: Mapping[str, str] = field(default_factory=dict)
    merges: Link = field(default_factory=lambda: Link({}, {}))


@dataclass
class ArticleWriter:
    """Where articles are written: the folder, what is in it, and by what they are made.

    notices: what the editor should know of what was written.
    """

    folder: Path
    article_files: Mapping[str, ArticleFile]
    made_by: MadeBy
    shelf: Shelf = field(default_factory=lambda: Shelf(None))
    given: Given = field(default_factory=Given)
    notices: list[str] = field(default_factory=list)
    _slugs: Slugs = field(init=False)
    _given_slugs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        slugs = (article.slug for article in self.article_files.values())
        names = (name.removesuffix(".md") for name in self.article_files)
        self._slugs = Slugs((*slugs, *names))

    @cached_property
    def today(self) -> str:
        """The day on which new stories enter the digest."""
        return today()

    def slug(self, job: AnnotationJob) -> str:
        """Return the address of a job's story; one that enters the digest is given it now."""
        if job.article:
            return self.article_files[job.article].slug
        if job.seed.name not in self._given_slugs:
            story = job.seed.story
            self._given_slugs[job.seed.name] = self._slugs.take(story.headline, story.id)
        return self._given_slugs[job.seed.name]

    def corrections_file(self, job: AnnotationJob) -> Path:
        """Return where a story's corrections are."""
        return corrections_path(self.folder, self.slug(job))

    def write(
        self, job: AnnotationJob, found: Annotations, corrections: tuple[Correction, ...] = ()
    ) -> str:
        """Write a job's article, corrections laid over it; return the file's name.

        found: linked. Raises ValueError where the annotations cannot be written.
        """
        read = corrected_story(job.seed.story, corrections)
        laid = lay_over(read.story.text, found, corrections, self.given.called)
        annotations = relabel(laid.annotations, self.given.merges)
        bare = write_body(read.story.text, annotations)
        body = lay_blocks(bare, read.story.text, corrections)
        shown = read.story.text if body.body == bare else text_of(body.body)
        lost = (*read.lost, *laid.lost, *body.lost, *lost_to_readers(shown, corrections))
        old = read_old_head(self.folder, job.article)
        made = self._made(job.seed, read.story, annotations, lost)
        head = _carried_on(made, old) if old else replace(made, date=self.today)
        head = with_digests(corrected_head(head, head_values(corrections)[0]))
        head = replace(head, slug=self.slug(job), corrections=self._corrections_digest(job))
        head = for_readers(head, shown, read.emended, corrections)
        name = job.article or f"{head.slug}.md"
        write_text(self.folder / name, write_article(read.story, annotations, head, body.body))
        by = (self.made_by.annotator, self.register_digest(job.seed, found))
        kept = Made(read.story, found, corrections, *by, digest_of_body(body.body))
        self.shelf.save(name, kept)
        self.notices += [f"{name}: {one.says}" for one in lost]
        told = (doubt for doubt in found.doubts if doubt.about == "language")
        self.notices += [f"{job.seed.name}: {doubt.says}" for doubt in told]
        return name

    def as_written(self, job: AnnotationJob, corrections: tuple[Correction, ...]) -> Head:
        """Return the values of a job's head as they are without what was edited by hand."""
        story = corrected_story(job.seed.story, corrections).story
        made = self._made(job.seed, story, Annotations(), ())
        return corrected_head(made, head_values(corrections)[0])

    def _corrections_digest(self, job: AnnotationJob) -> str | None:
        return digest_of_file(self.corrections_file(job)) or None

    def _made(
        self, seed: Seed, story: Story, annotations: Annotations, lost: tuple[Lost, ...]
    ) -> Head:
        """Return all that is made of a seed, whatever an article of it says."""
        told = [f"correction: {one.says}" for one in lost]
        made = Head(
            title=title_of(story.headline, story.text),
            slug="",
            date="",
            summary=lead_of(story.text),
            seed=seed.name,
            seed_digest=seed.digest,
            annotator=self.made_by.annotator,
            register=self.register_digest(seed, annotations),
            names=annotations.entities,
            review=(*told, *review_lines(annotations.doubts, story.text)),
            other={key: (value,) for key, value in seed.carried},
        )
        return with_origin(made, story)

    def register_digest(self, seed: Seed, annotations: Annotations) -> str:
        """Return the digest of what the register says on a story."""
        ids = [entity.id for entity in annotations.entities]
        return self.made_by.touch.digest(f"{seed.story.headline}\n\n{seed.story.text}", ids)


def _carried_on(made: Head, old: Head) -> Head:
    """Return what is made of a seed with what was said once: the day, and an editor's own lines."""
    return replace(made, date=old.date, status=old.status, other={**made.other, **old.other})


def with_digests(head: Head) -> Head:
    """Return a head with the digests by which what is changed by hand will show."""
    return replace(
        head,
        head_digest=digest_of_head(head),
        names_digest=digest_of_names(head.names),
        review_digest=digest_of_review(head.review) if head.review else None,
    )
