"""Which topics the digest lists: those that it has on good authority.

A topic is what the annotator takes for a name and can put into no other kind, so half of them are
none. One that the register has, or that several stories mark, is; another is left to its story's
text, where it stands as plain words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from gloss.digest.model import StoryFacts
from gloss.digest.unlisted import without
from gloss.story import kind_of

STORIES = 2  # that must mark a topic


def confirmed_topics(stories: Iterable[StoryFacts], registered: Collection[str]) -> frozenset[str]:
    """Return the ids of the topics that several published stories mark, or the register has."""
    marked = Counter(
        named.entity
        for story in stories
        if story.status == "published"
        for named in story.named
        if kind_of(named.entity) == "topic"
    )
    several = (topic for topic, count in marked.items() if count >= STORIES)
    return frozenset([*several, *registered])


def without_topics(story: StoryFacts, confirmed: Collection[str]) -> StoryFacts:
    """Return a story's facts without the topics that are not confirmed."""
    ids = [named.entity for named in story.named]
    unlisted = frozenset(i for i in ids if kind_of(i) == "topic" and i not in confirmed)
    return without(story, unlisted)
