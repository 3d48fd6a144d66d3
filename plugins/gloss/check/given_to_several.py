"""Quotations that two stories give to different people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gloss.article.marks import short_id
from gloss.check.findings import Finding
from gloss.check.passages import shortened
from gloss.digest.also_said import also_said
from gloss.digest.model import Said, StoryFacts


def given_to_several(published: Iterable[tuple[str, StoryFacts]]) -> Iterator[Finding]:
    """Find words that stories quote alike and give to different people; each with its file."""
    stories = list(published)
    files = {story.slug: name for name, story in stories}
    for told in also_said(story for _, story in stories):
        quoted = [one for one in told if isinstance(one, Said) and one.by]
        if len({one.by for one in quoted}) > 1:
            first = quoted[0]
            other = next(one for one in quoted if one.by != first.by)
            words = shortened(" ".join(first.words))
            here, there = (short_id(one.by or "") for one in (first, other))
            place = f"{files[other.story]}#{other.anchor}"
            says = f"“{words}” is by={here} here and by={there} in {place}; put one of them right"
            yield Finding(
                "quotations given to several people", f"{files[first.story]}#{first.anchor}", says
            )
