"""What an editor has settled is not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gloss.check.findings import Finding
from gloss.corrections import (
    Correction,
    CorrectionsError,
    corrections_path,
    find_all,
    load_corrections,
)
from gloss.story import Article, Span


@dataclass(frozen=True)
class Settled:
    """What is settled in one story."""

    text: str
    corrections: tuple[Correction, ...] = ()

    def holds(self, about: str, start: int = 0, end: int = 0) -> bool:
        """Tell whether a doubt about a stretch, or about the whole story, is settled."""
        return any(self._is_of(c, start, end) for c in self.corrections if c.value == about)

    def _is_of(self, correction: Correction, start: int, end: int) -> bool:
        if not correction.at:
            return True
        places = (place for anchor in correction.at for place in find_all(self.text, anchor))
        return any(_meets(place, start, end) for place in places)


def _meets(place: Span, start: int, end: int) -> bool:
    return place.start < end and start < place.end


def settled_in(stories: Path, article: Article) -> tuple[Settled, list[Finding]]:
    """Return what is settled in a story, and what is wrong with its file of corrections."""
    path = corrections_path(stories, article.slug)
    try:
        said = load_corrections(path)
    except CorrectionsError as problem:
        wrong = Finding("articles that cannot be read", path.name, str(problem))
        return Settled(article.story.text), [wrong]
    kept = tuple(c for c in said if c.about == "settled")
    return Settled(article.story.text, kept), []
