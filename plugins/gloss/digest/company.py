"""The company of a name: those that stand in most of its stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from heapq import nlargest
from itertools import chain

from gloss.digest.model import Companion, Name, StoryFacts
from gloss.digest.on_demand import OnDemand

# So many names are shown beside a name.
COMPANIONS = 12


def companions_of(
    names: Mapping[str, Name], stories: Mapping[str, StoryFacts]
) -> Mapping[str, tuple[Companion, ...]]:
    """Return the names beside each name, by its id."""
    ids = {slug: [named.entity for named in story.named] for slug, story in stories.items()}

    def counted(id_: str) -> tuple[Companion, ...]:
        found = Counter(chain.from_iterable(map(ids.__getitem__, names[id_].stories)))
        del found[id_]
        least = min(nlargest(COMPANIONS, found.values()), default=0)
        most = sorted((-count, other) for other, count in found.items() if count >= least)
        return tuple(Companion(other, -count) for count, other in most[:COMPANIONS])

    return OnDemand(names, counted)
