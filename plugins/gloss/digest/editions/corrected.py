"""What was put right: in the stories of an edition, and anywhere in its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gloss.digest.model import Digest, StoryFacts


@dataclass(frozen=True)
class CorrectedStory:
    """A correction or retraction that was declared: of which story, on which day, in which words.

    day: ISO 8601. says: empty where the story has but the day of its correction.
    """

    story: StoryFacts
    day: str
    says: str
    retracted: bool = False


def corrected_stories(digest: Digest) -> list[CorrectedStory]:
    """Return all that was put right or retracted in a digest, the latest first."""
    every = chain(digest.stories.values(), digest.retracted.values())
    found = [one for story in every for one in _of(story)]
    return sorted(found, key=lambda one: (one.day, one.story.slug, one.says))[::-1]


def _of(story: StoryFacts) -> Iterator[CorrectedStory]:
    told = {one.day for one in story.declared}
    for one in story.declared:
        yield CorrectedStory(story, one.day, one.says)
    if story.corrected and story.corrected not in told:
        yield CorrectedStory(story, story.corrected, "")
    if story.retraction:
        yield CorrectedStory(story, story.retraction.day, story.retraction.says, retracted=True)
