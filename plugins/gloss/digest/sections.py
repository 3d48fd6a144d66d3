"""Sections: where an editor's head lines (``Section: Business``) put stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gloss.digest.model import Digest, StoryFacts
from gloss.digest.orders import by_date
from gloss.naming.slugs import slug
from gloss.urls import section_url

# So many have room in the menu.
IN_MENU = 8


@dataclass(frozen=True)
class StorySection:
    """A section: its address's piece, how it is called, and its stories, the newest first."""

    slug: str
    name: str
    stories: Sequence[StoryFacts]


def section_slug(name: str) -> str:
    """Return the piece of a section's address: spellings that share it are one section."""
    return slug(name)


def sections_of(digest: Digest) -> tuple[StorySection, ...]:
    """Return the digest's sections, that with most stories first; a copy of a story is in none."""
    groups: dict[str, list[StoryFacts]] = {}
    for story in by_date(digest):
        if story.section:
            groups.setdefault(section_slug(story.section), []).append(story)
    ordered = sorted(groups, key=lambda slug: (-len(groups[slug]), slug))
    return tuple(StorySection(slug, _name(groups[slug]), groups[slug]) for slug in ordered)


def menu_of(digest: Digest) -> tuple[tuple[str, str], ...]:
    """Return the sections that the menu leads to: address and name."""
    return tuple((section_url(s.slug), s.name) for s in sections_of(digest)[:IN_MENU])


def _name(stories: Sequence[StoryFacts]) -> str:
    """How most of its stories spell it."""
    spelt = Counter(story.section or "" for story in stories)
    return min(spelt, key=lambda name: (-spelt[name], name))
