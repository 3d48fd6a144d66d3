"""Which stories belong beside a story, and why: the rare names that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from gloss.digest.model import Digest, Name
from gloss.story import WHERE, kind_of

# A name in more stories than this says little about any two of them, and costs the most.
COMMON = 60
# Names are looked at rarest first; a story has seldom more that matter.
LOOKED_AT = 24


@dataclass(frozen=True)
class Related:
    """A story beside another.

    shared: ids of the names that both speak of, the most telling first.
    """

    story: str
    shared: tuple[str, ...]


def related_stories(digest: Digest, slug: str, most: int = 5) -> tuple[Related, ...]:
    """Return the stories that share the most telling names with a story, the nearest first.

    A name weighs by its rarity: two stories that name one village belong together more than two
    that name one country. (Inverse document frequency, K. Sparck Jones 1972, but against ``COMMON``
    stories rather than all, so that what is related does not shift with every new story.)
    """
    weights = _weights(digest, slug)
    beside: dict[str, list[str]] = defaultdict(list)
    for id_ in weights:
        for other in _to_compare(digest.names[id_], most):
            if other != slug:
                beside[other].append(id_)
    shared = {other: ids for other, ids in beside.items() if _belong_together(ids)}
    scored = sorted(
        (-sum(weights[id_] for id_ in ids), position, other)
        for position, (other, ids) in enumerate(shared.items())
    )
    return tuple(Related(other, tuple(shared[other])) for _, _, other in scored[:most])


def _to_compare(name: Name, most: int) -> Sequence[str]:
    """Return the stories of a name; of one that is common the first, since all weigh the same.

    A common name is looked at only where a story has no other: more stories decide nothing.
    """
    return name.stories if len(name.stories) <= COMMON else name.stories[: most + 1]


def _belong_together(ids: list[str]) -> bool:
    """Tell whether two stories share more than where they happen: one city is no matter."""
    return len(ids) > 2 or any(kind_of(id_) not in WHERE for id_ in ids)


def _weights(digest: Digest, slug: str) -> dict[str, float]:
    """The story's telling names, rarest first, with what each weighs."""
    return {id_: log(1 + COMMON / count) for count, id_ in _telling(digest, slug)}


def telling_names(digest: Digest, slug: str) -> tuple[str, ...]:
    """Return the ids of the names that decide what is related to a story, rarest first."""
    return tuple(id_ for _, id_ in _telling(digest, slug))


def _telling(digest: Digest, slug: str) -> list[tuple[int, str]]:
    story = digest.stories.get(slug) or digest.hidden[slug]
    least, spread = (2 if slug in digest.stories else 1), digest.spread
    found = [(spread.get(named.entity, 0), named.entity) for named in story.named]
    shared = sorted([one for one in found if one[0] >= least])
    rare = [one for one in shared if one[0] <= COMMON] or shared[:1]
    return rare[:LOOKED_AT]
