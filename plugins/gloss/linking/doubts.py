"""What the editor is asked, with a register entry to paste."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gloss.linking.book import Thing
from gloss.linking.nouns import StoryNames
from gloss.story import Doubt, Entity, Span

SHOWN = 3  # of several bearers of a name


def surname_doubt(story: StoryNames, thing: Thing, bearers: Sequence[Thing]) -> Doubt:
    """Ask who is meant by a surname."""
    names = " or ".join(b.name for b in bearers[:SHOWN])
    best = max(bearers, key=lambda b: (b.size, b.id))
    span = story.first.get(thing.id, Span(0, 0))
    entry = {"id": best.id, "name": best.name, "aliases": [thing.name]}
    return Doubt(
        "identity",
        span.start,
        span.end,
        f"“{thing.name}” may be {names}, and has a page of its own until you say. "
        f"If it is {best.name}, for the register: {json.dumps(entry, ensure_ascii=False)}",
    )


def nickname_doubt(story: StoryNames, thing: Thing, other: Thing) -> Doubt:
    """Ask whether two full names are one person's: only a nickname says so."""
    best, less = sorted((thing, other), key=lambda t: (-t.size, t.id))
    span = story.first.get(thing.id, Span(0, 0))
    entry = {"id": best.id, "name": best.name, "merges": [less.id]}
    return Doubt(
        "identity",
        span.start,
        span.end,
        f"{thing.name} may be {other.name}. "
        f"If they are one, for the register: {json.dumps(entry, ensure_ascii=False)}",
    )


def namesake_doubt(story: StoryNames, entity: Entity, new: str) -> Doubt:
    """Tell that two people of one name were told apart."""
    span = story.first.get(entity.id, Span(0, 0))
    said = entity.descriptors[0] if entity.descriptors else "somebody else"
    entry = {"id": entity.id, "name": entity.name, "merges": [new]}
    return Doubt(
        "identity",
        span.start,
        span.end,
        f"{entity.name} ({said}) seems not to be the {entity.name} of other stories, and is "
        f"{new}. If they are one, for the register: {json.dumps(entry, ensure_ascii=False)}",
    )
