"""What an edition is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    corrections: those of its own stories, whenever they were made, and those that were made in its
        days, of whichever story; the latest first. Retracted stories stand in no edition but here.
    older, newer: the keys of its neighbours, empty where there is none.
    all_counts: the counts of all editions, by their keys. brought: the story that brought each name
        into the digest, slug by id.
    """

    key: str
    first: str
    last: str
    stories: tuple[StoryFacts, ...]
    over: bool
    corrections: tuple[CorrectedStory, ...]
    older: str
    newer: str
    all_counts: Mapping[str, Mapping[str, int]] = field(repr=False, compare=False)
    brought: Mapping[str, str] = field(repr=False, compare=False)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of its stories name what, by id, those in most stories first."""
        return self.all_counts[self.key]

    @property
    def before(self) -> Mapping[str, int]:
        """The same of the edition before; empty where there is none."""
        return self.all_counts.get(self.older, {})

    @property
    def new(self) -> tuple[str, ...]:
        """Ids of the names that the digest had no story of before."""
        slugs = {story.slug for story in self.stories}
        return tuple(id_ for id_ in self.counts if self.brought[id_] in slugs)

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
