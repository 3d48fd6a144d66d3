"""Numbers for documents: stories as they entered the digest, names as stories brought them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.site import OwnPage


@dataclass(frozen=True)
class Numbered:
    """Stories and names in the order of their numbers.

    pages: the editor's own, which have the numbers before the stories': these come more often, and
        had better move nothing.
    """

    stories: tuple[StoryFacts, ...]
    names: tuple[Name, ...]
    pages: tuple[OwnPage, ...] = ()


def number(digest: Digest, pages: tuple[OwnPage, ...] = ()) -> Numbered:
    """Number what is searched. The story that enters last gets the last number, and moves none."""
    stories = sorted(digest.stories.values(), key=lambda story: (story.date, story.slug))
    ids = dict.fromkeys(id_ for story in stories for id_ in _spoken_of(story))
    ids |= dict.fromkeys(digest.names)
    names = tuple(digest.names[id_] for id_ in ids if id_ in digest.names)
    return Numbered(tuple(stories), names, pages)


def _spoken_of(story: StoryFacts) -> Iterator[str]:
    yield from (named.entity for named in story.named)
    yield from (said.by for said in story.said if said.by)
    yield from (told.by for told in story.statements if told.by)
