"""The day that places a story among others, as a number; and the order in which stories entered."""

from __future__ import annotations

from datetime import date

from gloss.digest.model import StoryFacts
from gloss.edtf import first_day


def day_number(story: StoryFacts) -> int:
    """Return the first day that a story's day can mean, as days since the beginning of our era.

    Of a story without a day of publication it is that of its entry into the digest; days before our
    era are one.
    """
    try:
        return date.fromisoformat(first_day(story.day, story.date)).toordinal()
    except ValueError:
        return 0


def entry_order(story: StoryFacts) -> tuple[str, str, str]:
    """Return what sorts stories as they entered the digest; a new story stands last."""
    return story.date, story.day, story.slug
