"""The articles of a digest and their corrections, read again only where they were touched."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from gloss.article import ArticleError, read_article
from gloss.corrections import (
    Correction,
    CorrectionsError,
    corrections_path,
    lay_over,
    load_corrections,
)
from gloss.desk.questions import Question, questions_of
from gloss.digest.facts import facts_of
from gloss.digest.model import StoryFacts
from gloss.errors import in_a_line
from gloss.store.stamps import Stamp, is_settled, stamps_in
from gloss.story import Annotations, Article

_Stamps = tuple[Stamp, Stamp | None]


@dataclass(frozen=True)
class StoryFile:
    """An article, and what its file of corrections says; problem: why that cannot be read."""

    article: Article
    said: tuple[Correction, ...] = ()
    problem: str = ""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of it, and not answered yet."""
        return () if self.problem else tuple(questions_of(self.article, self.said))

    @cached_property
    def facts(self) -> StoryFacts:
        """What the digest keeps of it."""
        return facts_of(self.article)

    @cached_property
    def annotations(self) -> Annotations:
        """What is said of it, with its corrections laid over, as the next build will."""
        article = self.article
        return lay_over(article.story.text, article.annotations, self.said).annotations


@dataclass
class Reader:
    """Reads a folder of articles, and keeps what it read of each as long as both files stay."""

    stories: Path
    _kept: dict[str, tuple[_Stamps, StoryFile | str]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def all(self) -> list[StoryFile | str]:
        """Return each article, in the order of the files' names; or why it cannot be read."""
        with self._lock:
            corrections = stamps_in(corrections_path(self.stories, "").parent, ".yaml")
            articles = stamps_in(self.stories, ".md")
            self._kept = {name: kept for name, kept in self._kept.items() if name in articles}
            return [self._one(name, stamp, corrections) for name, stamp in articles.items()]

    def readable(self) -> list[StoryFile]:
        """Return the articles that can be read, in the order of the files' names."""
        return [one for one in self.all() if isinstance(one, StoryFile)]

    def _one(self, name: str, stamp: Stamp, corrections: dict[str, Stamp]) -> StoryFile | str:
        kept = self._kept.get(name)
        if kept and kept[0] == self._stamps(stamp, kept[1], corrections):
            return kept[1]
        read = self.read(name)
        stamps = self._stamps(stamp, read, corrections)
        if all(is_settled(one) for one in stamps if one):
            self._kept[name] = stamps, read
        else:
            self._kept.pop(name, None)
        return read

    @staticmethod
    def _stamps(stamp: Stamp, read: StoryFile | str, corrections: dict[str, Stamp]) -> _Stamps:
        beside = None if isinstance(read, str) else corrections.get(f"{read.article.slug}.yaml")
        return stamp, beside

    def read(self, name: str) -> StoryFile | str:
        """Read an article and its corrections as they are now; or return why it cannot be read."""
        try:
            article = read_article((self.stories / name).read_text(encoding="utf-8"), name)
        except (ArticleError, UnicodeDecodeError, OSError) as problem:
            return f"{name}: {in_a_line(problem)}"
        article = replace(article, blocks=())  # of no use here, and half of what it holds
        try:
            said = load_corrections(corrections_path(self.stories, article.slug))
        except (CorrectionsError, OSError) as problem:
            return StoryFile(article, problem=str(problem))
        return StoryFile(article, said)
