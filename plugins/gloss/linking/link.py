"""Give every thing of every story the id that it has in the whole digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gloss.linking.nouns import Known, StoryNames
from gloss.story import Doubt


@dataclass(frozen=True)
class Link:
    """What one story's ids become.

    ids: new id by old id, where it changes.
    doubts: what could not be decided, for the editor (offsets 0: they speak of the whole story).
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


Linked = list[Link]


def link(stories: Sequence[StoryNames], known: Known | None = None) -> Linked:  # noqa: ARG001
    """Link the things of stories, in order, with each other and with what is known."""
    return [Link() for _ in stories]
