"""Glosses: what stands in the margin beside a name's first mention in a story.

A note says who or what it is: in the register's words, else in this story's, else in another's,
with its day. Where nobody says so, it says which story before this one spoke of it last. Where
there is nothing to say there is no note: a margin that repeats the text teaches to ignore it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gloss.digest.known import is_known_to_all
from gloss.digest.marks import Marks, mark_of
from gloss.digest.model import Descriptor, Digest, Name, Named, StoryFacts
from gloss.digest.on_demand import OnDemand
from gloss.edtf import Wording
from gloss.pages.links import Links, NameLink, StoryLink
from gloss.story import WHERE

# Counts are exact so far, then rounded down to a step: a name of a thousand stories would
# otherwise change all of their pages with each new one.
EXACT = 10
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True)
class Gloss:
    """One note: the name, what it is, and how much the digest has of it.

    says: one line. since: the day of the other story whose words these are, where they are.
    unsure: the annotator asks what kind of thing it is. last: the story before this one that speaks
        of it.
    stories: in how many stories, rounded down where ``more``. said: quotations, likewise.
    """

    link: NameLink
    says: str
    unsure: bool
    since: Wording | None
    last: StoryLink | None
    stories: int
    more: bool
    said: int


def glosses(story: StoryFacts, digest: Digest, links: Links) -> dict[str, Gloss]:
    """Return a story's glosses by the id of the name, in the order of first mention."""
    found = {}
    for named in story.named:
        name = digest.names.get(named.entity)
        gloss = _gloss(story, named, name, links) if name else None
        if gloss:
            found[named.entity] = gloss
    return found


def _gloss(story: StoryFacts, named: Named, name: Name, links: Links) -> Gloss | None:
    if not named.descriptors and not named.unsure and is_known_to_all(name):
        return None
    says, told = name.description or next(iter(named.descriptors), ""), None
    if not says:
        told = _told_elsewhere(story, name)
        says = told.text if told else ""
    last = None if says else _last_before(story, name, links)
    if not says and not last and not named.unsure:
        return None
    since = links.stories[told.story].day if told else None
    stories, more = rounded(len(name.stories))
    said, _ = rounded(len(name.said))
    link, unsure = links.names[name.id], named.unsure
    return Gloss(link, says, unsure, since, last, stories, more, said)


def _told_elsewhere(story: StoryFacts, name: Name) -> Descriptor | None:
    """The newest other story's words for it."""
    return next((told for told in name.descriptors if told.story != story.slug), None)


def _last_before(story: StoryFacts, name: Name, links: Links) -> StoryLink | None:
    """The story before this one that names it: it stays the same when newer stories come."""
    before = story_before(name, story.slug)
    return links.stories[before] if before else None


def story_before(name: Name, slug: str) -> str | None:
    """Return the slug of the story before this one that names something.

    Of a place or a people that says nothing: they are where news happens, not what it is about.
    """
    if name.kind in WHERE or slug not in name.stories:
        return None
    at = name.stories.index(slug) + 1
    return name.stories[at] if at < len(name.stories) else None


def rounded(count: int) -> tuple[int, bool]:
    """Return a count as it is shown, and whether there are more than that.

    >>> rounded(7), rounded(117)
    ((7, False), (100, True))
    """
    if count <= EXACT:
        return count, False
    step = max(step for step in STEPS if step <= count)
    return step, count > step


class GlossMarks:
    """What the glosses of stories depend on, beside the story's own mark."""

    def __init__(self, digest: Digest, marks: Marks) -> None:
        self._digest, self._marks = digest, marks
        self._names = OnDemand(digest.names, lambda id_: self._name(digest.names[id_]))

    def of(self, story: StoryFacts) -> Sequence[str]:
        """Return what a story's glosses depend on."""
        if story.slug in self._digest.stories and story.slug not in self._digest.copies:
            return self._by_story[story.slug]
        names = (self._digest.names.get(named.entity) for named in story.named)
        return [mark for name in names for mark in (self._alone(name, story.slug) if name else ())]

    @cached_property
    def _by_story(self) -> Mapping[str, Sequence[str]]:
        """What each story's glosses depend on, name by name: names are fewer than their places.

        A name tells of no copy of a story, and of no hidden one.
        """
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._digest.names.values():
            if name.passing:
                found[name.stories[0]].append(str(len(name.said)))
                continue
            mark, befores = self._names[name.id], self._befores(name)
            for slug, named, before in zip(name.stories, name.named, befores, strict=False):
                found[slug].append(mark)
                if before and not named.descriptors:
                    found[slug].append(before)
        return found

    def _befores(self, name: Name) -> Sequence[str]:
        """For each story of a name the link to the one before it, where a gloss may show that."""
        links, is_silent = self._marks.links, name.description or name.kind in WHERE
        return [*("" if is_silent else links[slug] for slug in name.stories[1:]), ""]

    def _alone(self, name: Name, slug: str) -> Sequence[str]:
        before = story_before(name, slug)
        return self._names[name.id], self._marks.links[before] if before else ""

    def _name(self, name: Name) -> str:
        counts = rounded(len(name.stories)), rounded(len(name.said))
        told = (f"{one.story} {self._day(one)} {one.text}" for one in name.descriptors)
        return mark_of((self._marks.labels[name.id], name.description, str(counts), *told))

    def _day(self, told: Descriptor) -> str:
        return self._digest.stories[told.story].day
