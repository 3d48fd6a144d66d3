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


def doubtful_topics(stories: Iterable[StoryFacts], registered: Collection[str]) -> frozenset[str]:
    """Return the topics that too few published stories mark, and the register has not."""
    marked: Counter[str] = Counter()
    for story in stories:
        topics = (n.entity for n in story.named if kind_of(n.entity) == "topic")
        marked.update(dict.fromkeys(topics, int(story.status == "published")))
    return frozenset(t for t, count in marked.items() if count < STORIES and t not in registered)


def without_topics(story: StoryFacts, doubtful: frozenset[str]) -> StoryFacts:
    """Return a story's facts without the topics that are in doubt."""
    return without(story, doubtful.intersection(named.entity for named in story.named))
