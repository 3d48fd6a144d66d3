"""What an edition is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gloss.digest.editions.corrected import CorrectedStory
from gloss.digest.model import StoryFacts

# In an edition of so few stories it counts how often they name something.
FEW = 3


@dataclass(frozen=True)
class Edition:
    """The stories of some days.

    key: the period (``2018-W38``). first, last: its first and last day (ISO 8601).
    stories: the newest first, those without a day of publication last.
    over: the digest knows of a later day, so that the edition is complete.
    counts: how many of its stories name what, by id, those in most stories first.
    before: the same of the edition before; empty where there is none.
    new: ids of the names that the digest had no story of before.
    corrections: those of its own stories, whenever they were made, and those that were made in its
        days, of whichever story; the latest first. Retracted stories stand in no edition but here.
    older, newer: the keys of its neighbours, empty where there is none.
    """

    key: str
    first: str
    last: str
    stories: tuple[StoryFacts, ...]
    over: bool
    counts: Mapping[str, int]
    before: Mapping[str, int]
    new: tuple[str, ...]
    corrections: tuple[CorrectedStory, ...]
    older: str
    newer: str

    @property
    def is_by_entry(self) -> bool:
        """Whether no story in it says when it was published."""
        return not any(story.published for story in self.stories)

    @property
    def counts_stories(self) -> bool:
        """Whether names are counted by stories: where these are few, nothing is in several."""
        return len(self.stories) > FEW

    @property
    def is_compared(self) -> bool:
        """Whether its counts stand beside those of the edition before."""
        return self.counts_stories and bool(self.older)
