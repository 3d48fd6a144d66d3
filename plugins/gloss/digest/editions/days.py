"""The day that puts a story into an edition."""

from __future__ import annotations

from datetime import date

from gloss.digest.model import StoryFacts
from gloss.edtf import first_day


def edition_day(story: StoryFacts) -> str:
    """Return the day that decides a story's edition: of publication, else of its entry.

    A story that says but its month or year stands where that begins.
    """
    entered = first_day(story.date, date.min.isoformat())
    return first_day(story.published, entered)
