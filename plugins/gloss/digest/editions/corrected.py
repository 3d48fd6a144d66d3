"""What was put right: in the stories of an edition, and anywhere in its days."""

from __future__ import annotations

from dataclasses import dataclass

from gloss.digest.editions.model import Edition
from gloss.digest.model import Digest, StoryFacts


@dataclass(frozen=True)
class CorrectedStory:
    """A correction that was declared: of which story, and on which day (ISO 8601)."""

    story: StoryFacts
    day: str


def corrections_in(edition: Edition, digest: Digest) -> list[CorrectedStory]:
    """Return the corrections that an edition tells of, the latest first.

    They are those of its own stories, whenever they were made, and those that were made in its
    days, of whichever story.
    """
    own = {story.slug for story in edition.stories}
    found = [
        CorrectedStory(story, story.corrected)
        for story in digest.stories.values()
        if story.corrected
        and (story.slug in own or edition.first <= story.corrected <= edition.last)
    ]
    return sorted(found, key=lambda correction: (correction.day, correction.story.slug))[::-1]
