"""What a story marks and the digest does not list: it stands there as plain words.

So do topics on no good authority (``topics``), and names that only hidden stories have.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from gloss.digest.model import Said, Statement, StoryFacts

S = TypeVar("S", Said, Statement)


def without(story: StoryFacts, ids: Collection[str]) -> StoryFacts:
    """Return a story's facts without some names: who spoke is told in words."""
    unlisted = frozenset(ids)
    if not unlisted:
        return story
    called = {named.entity: named.name for named in story.named}

    def listed(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id_ for id_ in names if id_ not in unlisted)

    def said_by(said: S) -> S:
        if said.by not in unlisted:
            return replace(said, names=listed(said.names))
        who = said.who or called.get(said.by or "")
        return replace(said, by=None, who=who, names=listed(said.names))

    return replace(
        story,
        named=tuple(named for named in story.named if named.entity not in unlisted),
        events=tuple(replace(event, names=listed(event.names)) for event in story.events),
        said=tuple(map(said_by, story.said)),
        statements=tuple(map(said_by, story.statements)),
        unlisted=story.unlisted | unlisted,
    )


def without_a_page(story: StoryFacts, names: Collection[str]) -> StoryFacts:
    """Return the facts of a story that is in no list without the names that no other one has."""
    ids = [named.entity for named in story.named]
    ids += [said.by for said in story.said if said.by]
    ids += [told.by for told in story.statements if told.by]
    return without(story, [id_ for id_ in ids if id_ not in names])
