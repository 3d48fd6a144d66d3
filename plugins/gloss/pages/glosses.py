"""Glosses: what stands in the margin beside a name's first mention in a story."""

from __future__ import annotations

from dataclasses import dataclass

from gloss.digest.model import Digest, Name, Named, StoryFacts
from gloss.pages.links import Links, NameLink

# Counts are exact so far, then rounded down to a step: a name of a thousand stories would
# otherwise change all of their pages with each new one.
EXACT = 10
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True)
class Gloss:
    """One note: the name, what it is, and how much the digest has of it.

    says: one line;
    stories: in how many stories, rounded down where ``more``. said: quotations, likewise.
    quiet: whether it says no more than the mark itself does, the name and its kind.
    """

    link: NameLink
    says: str
    stories: int
    more: bool
    said: int
    quiet: bool


def glosses(story: StoryFacts, digest: Digest, links: Links) -> dict[str, Gloss]:
    """Return a story's glosses by the id of the name, in the order of first mention."""
    found = {}
    for named in story.named:
        name = digest.names.get(named.entity)
        if name is not None:
            found[named.entity] = _gloss(named, name, links)
    return found


def _gloss(named: Named, name: Name, links: Links) -> Gloss:
    stories, more = rounded(len(name.stories))
    said, _ = rounded(len(name.said))
    says = name.description or _own_words(named, name)
    quiet = not says and stories < 2
    return Gloss(links.names[name.id], says, stories, more, said, quiet)


def _own_words(named: Named, name: Name) -> str:
    """This story's words for it, else the newest story's."""
    if named.descriptors:
        return named.descriptors[0]
    return name.descriptors[0].text if name.descriptors else ""


def rounded(count: int) -> tuple[int, bool]:
    """Return a count as it is shown, and whether there are more than that.

    >>> rounded(7), rounded(117)
    ((7, False), (100, True))
    """
    if count <= EXACT:
        return count, False
    step = max(step for step in STEPS if step <= count)
    return step, count > step
