"""Who and what an edition names: most often, and for the first time in the digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from gloss.digest.days import entry_order
from gloss.digest.editions.model import Edition
from gloss.digest.known import is_known_to_all
from gloss.digest.model import Digest, Name, StoryFacts
from gloss.digest.on_demand import OnDemand


@dataclass(frozen=True)
class Tally:
    """A name, and how many stories of this edition and of the one before it name it.

    Where the edition counts no stories: how often they name it, and nothing of before.
    """

    name: Name
    count: int
    before: int


def counted(stories: Iterable[StoryFacts]) -> dict[str, int]:
    """Return how many stories name what, by id, in most stories first, then most often."""
    told: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for story in stories:
        for named in story.named:
            told[named.entity] += 1
            often[named.entity] += named.count
    return {id_: told[id_] for id_ in sorted(told, key=lambda id_: (-told[id_], -often[id_], id_))}


def first_named(digest: Digest) -> Mapping[str, str]:
    """Return the story that brought each name into the digest: slug by id.

    It is the one that entered first, of those that entered on one day the one published first: so
    an old story that enters later takes nothing from those that were there.
    """
    firsts = (story for slug, story in digest.stories.items() if slug not in digest.copies)
    entered = {story.slug: n for n, story in enumerate(sorted(firsts, key=entry_order))}
    names = digest.names

    def brought(id_: str) -> str:
        told = (slug for slug in names[id_].stories if slug in entered)
        return min(told, key=entered.__getitem__)

    return OnDemand(names, brought)


def most_named(edition: Edition, digest: Digest, most: int) -> list[Tally]:
    """Return what an edition names most; what every reader knows (countries) is left out."""
    if edition.counts_stories:
        found = ((id_, count, edition.before.get(id_, 0)) for id_, count in edition.counts.items())
    else:
        often: Counter[str] = Counter()
        for story in edition.stories:
            often.update({named.entity: named.count for named in story.named})
        found = ((id_, count, 0) for id_, count in often.most_common())
    tallies = (Tally(digest.names[id_], count, before) for id_, count, before in found)
    telling = (tally for tally in tallies if tally.count > 1 and _is_telling(tally.name))
    return list(islice(telling, most))


def newly_named(edition: Edition, digest: Digest) -> Iterator[Name]:
    """Yield what the digest had no story of before, but for topics and what every reader knows."""
    names = (digest.names[id_] for id_ in edition.new)
    return (name for name in names if name.kind != "topic" and _is_telling(name))


def _is_telling(name: Name) -> bool:
    return name.kind != "group" and not is_known_to_all(name)
