"""Which editions there are, and which stories stand in each."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.digest.editions.corrected import CorrectedStory, corrected_stories
from gloss.digest.editions.days import edition_day
from gloss.digest.editions.model import Edition
from gloss.digest.editions.named import counted, first_named
from gloss.digest.editions.periods import days_of, period_of
from gloss.digest.model import Digest, StoryFacts
from gloss.digest.on_demand import OnDemand
from gloss.site import Period


def editions_of(digest: Digest, every: Period) -> tuple[Edition, ...]:
    """Return the digest's editions, the newest first."""
    groups = _grouped(digest, every)
    keys = sorted(groups)
    counts = OnDemand(groups, lambda key: counted(groups[key]))
    today = max(map(_latest_day, digest.stories.values()), default="")
    brought = first_named(digest)
    corrected = corrected_stories(digest)
    around = zip(["", *keys], keys, [*keys[1:], ""], strict=False)
    made = []
    for older, key, newer in around:
        first, last = days_of(key)
        made.append(
            Edition(
                key=key,
                first=first,
                last=last,
                stories=tuple(groups[key]),
                over=last < today,
                corrections=tuple(c for c in corrected if _is_of(c, first, last)),
                older=older,
                newer=newer,
                all_counts=counts,
                brought=brought,
            )
        )
    return tuple(reversed(made))


def _grouped(digest: Digest, every: Period) -> dict[str, Sequence[StoryFacts]]:
    """The stories by their period; a copy of another story tells nothing by itself."""
    groups: dict[str, list[StoryFacts]] = {}
    for story in digest.stories.values():
        if story.slug not in digest.copies:
            groups.setdefault(period_of(edition_day(story), every), []).append(story)
    return {key: sorted(some, key=_is_undated) for key, some in groups.items()}


def _is_undated(story: StoryFacts) -> bool:
    return story.published is None


def _latest_day(story: StoryFacts) -> str:
    """The latest day that is known of a story: what is over is told by stories, by no clock."""
    return max(edition_day(story), story.date, story.corrected or "")


def _is_of(correction: CorrectedStory, first: str, last: str) -> bool:
    return any(first <= day <= last for day in (edition_day(correction.story), correction.day))
