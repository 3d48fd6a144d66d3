"""The two orders of stories: by the day of entry into the digest, and by that of publication.

A copy of another story stands in neither: it is told with that.
"""

from __future__ import annotations

from collections.abc import Sequence

from gloss.digest.model import Digest, StoryFacts


def by_entry(digest: Digest) -> Sequence[StoryFacts]:
    """Return the stories that entered last first; of one day, those published last first.

    Of one day of entry those without a day of publication stand last, so that none leads for ever.
    """
    return sorted(_firsts(digest), key=_entered, reverse=True)


def by_date(digest: Digest) -> Sequence[StoryFacts]:
    """Return the stories published last first; behind them those that do not say when, by entry."""
    return sorted(_firsts(digest), key=lambda story: story.published is None)


def _firsts(digest: Digest) -> list[StoryFacts]:
    return [story for slug, story in digest.stories.items() if slug not in digest.copies]


def _entered(story: StoryFacts) -> tuple[str, str, str]:
    return story.date, story.published or "", story.slug
