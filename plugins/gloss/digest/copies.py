"""Stories that say again what another says: copies of a wire story, and its updates.

What they say again is in lists and counts once. Two stories are compared by the shingles that they
share, of which a sketch is kept (bottom-k: E. Cohen and H. Kaplan, 2007): of a story of up to
``gist.SKETCH`` shingles all of them, so that for those the measure is exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gloss.digest.days import day_number, entry_order
from gloss.digest.gist import SKETCH, Gist
from gloss.digest.model import StoryFacts
from gloss.digest.sketches import in_several

# So much of the shorter story stands in the longer one, and of both together is shared by both.
CONTAINED, RESEMBLING = 0.6, 0.3
# Shingles of the shorter one: with fewer, two lines alike by their form are one story.
LEAST = 40
# Days between the two: what is alike and apart by more is a form that is filled again and again.
DAYS = 7
# By so many least hashes a story is looked up: of two that resemble each other as much as they
# must, fewer than one pair in a thousand shares none of them.
LOOKED_UP = 20


@dataclass(frozen=True)
class Likeness:
    """How much two stories share, 0 to 1.

    resemblance: of all shingles of the two, those of both. contained: of the shorter one's, those
    of both (A. Broder, 1997).
    """

    resemblance: float
    contained: float

    @property
    def repeats(self) -> bool:
        """Whether one says again what the other says."""
        return self.contained >= CONTAINED and self.resemblance >= RESEMBLING


def likeness(one: Gist, other: Gist) -> Likeness:
    """Return how much two stories share, as far as their sketches show it."""
    ours, theirs = set(one.hashes()), set(other.hashes())
    both = sorted(ours | theirs)[:SKETCH]
    resemblance = len(ours & theirs & set(both)) / len(both) if both else 0.0
    shared = resemblance / (1 + resemblance) * (one.shingles + other.shingles)
    least = min(one.shingles, other.shingles)
    return Likeness(resemblance, min(shared / least, 1.0) if least else 0.0)


def find_copies(stories: Iterable[StoryFacts]) -> dict[str, str]:
    """Return the slug of each story that repeats one, with that of the first which it repeats.

    The first is that which entered the digest first, so that no new story moves it. A story that
    the editor keeps apart from another is not folded under it.
    """
    firsts: dict[str, str] = {}
    seen: defaultdict[int, list[StoryFacts]] = defaultdict(list)
    entered = sorted((s for s in stories if s.gist.shingles >= LEAST), key=entry_order)
    shared = in_several(story.gist.hashes(LOOKED_UP) for story in entered)
    for story in entered:
        keys = [key for key in story.gist.hashes(LOOKED_UP) if key in shared]
        near = {other.slug: other for key in keys for other in seen[key] if _near(story, other)}
        first = _first(story, [one for one in near.values() if not _apart(story, one, firsts)])
        if first:
            firsts[story.slug] = firsts.get(first.slug, first.slug)
        for key in keys:
            seen[key].append(story)
    return firsts


def _apart(story: StoryFacts, other: StoryFacts, firsts: Mapping[str, str]) -> bool:
    """Tell whether the editor keeps two apart, or one from what the other is folded under."""
    theirs = {other.slug, firsts.get(other.slug, other.slug)}
    return story.slug in other.apart or not theirs.isdisjoint(story.apart)


def _near(one: StoryFacts, other: StoryFacts) -> bool:
    return abs(day_number(one) - day_number(other)) <= DAYS


def _first(story: StoryFacts, near: list[StoryFacts]) -> StoryFacts | None:
    """The story that it repeats most of, if any; the first of several equal ones."""
    measured = [(likeness(story.gist, other.gist), other) for other in near]
    repeated = [(-found.resemblance, at) for at, (found, _) in enumerate(measured) if found.repeats]
    return measured[min(repeated)[1]][1] if repeated else None
