"""Write the articles: what is carried on from the old one, and what is made once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from gloss.article import Head, read_head, write_article
from gloss.ingest.files import write_atomically
from gloss.ingest.plan import Job, Making
from gloss.ingest.shelf import Shelved
from gloss.ingest.titles import slug_of, summary_of, title_of
from gloss.story import Annotations, Doubt, Story

# More doubts than this are counted, not told: nobody reads a head of a hundred lines.
MOST_DOUBTS = 12


@dataclass
class Desk:
    """Where articles are written: the folder, what is in it, and by what they are made."""

    folder: Path
    shelf: Mapping[str, Shelved]
    making: Making
    _slugs: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._slugs |= {shelved.slug for shelved in self.shelf.values()}
        self._slugs |= {name.removesuffix(".md") for name in self.shelf}

    @cached_property
    def today(self) -> str:
        """The day on which new stories enter the digest."""
        return today()

    def story(self, job: Job) -> Story:
        """Return a job's story; what a person put right in the head of its article counts."""
        old = self._old_head(job)
        if old is None or job.seed_changed:
            return job.seed.story
        return replace(
            job.seed.story,
            published=old.published,
            source=old.source,
            url=old.url,
            author=old.author,
            lang=old.lang,
        )

    def write(self, job: Job, annotations: Annotations) -> str:
        """Write a job's article; return the file's name.

        Raises ValueError where the annotations cannot be written.
        """
        story = self.story(job)
        head = self._head(job, story, annotations)
        text = write_article(story, annotations, head)
        name = job.article or f"{head.slug}.md"
        write_atomically(self.folder / name, text)
        self._slugs.add(head.slug)
        return name

    def _head(self, job: Job, story: Story, annotations: Annotations) -> Head:
        old = self._old_head(job)
        made = Head(
            title=title_of(story.headline, story.text),
            slug=old.slug if old else slug_of(story.headline, story.id, self._slugs),
            date=old.date if old else self.today,
            summary=summary_of(story.text),
            seed=job.seed.name,
            seed_digest=job.seed.digest,
            annotator=self.making.annotator,
            register=self._register(story, annotations),
            review=tuple(_review(annotations.doubts)),
        )
        if old is None:
            return made
        made = replace(made, status=old.status, other=old.other)
        return made if job.seed_changed else replace(made, title=old.title, summary=old.summary)

    def _register(self, story: Story, annotations: Annotations) -> str:
        ids = [entity.id for entity in annotations.entities]
        return self.making.touch.digest(f"{story.headline}\n\n{story.text}", ids)

    def _old_head(self, job: Job) -> Head | None:
        if job.old is None:
            return None
        return read_head((self.folder / job.old).read_text(encoding="utf-8"), job.old)


def _review(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    """Tell the first doubts in a line each; who is who comes first, since only a person can say."""
    ordered = sorted(doubts, key=lambda doubt: doubt.about != "identity")
    yield from (f"{doubt.about}: {doubt.says}" for doubt in ordered[:MOST_DOUBTS])
    if len(doubts) > MOST_DOUBTS:
        yield f"and {len(doubts) - MOST_DOUBTS} more"


def today() -> str:
    """Return the day of SOURCE_DATE_EPOCH, else today's (UTC).

    It is taken once, when an article is first written; no build asks the clock again.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()
