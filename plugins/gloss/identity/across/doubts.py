"""What the editor is asked, with a register entry to paste."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from gloss.identity.across.thing_index import Thing
from gloss.identity.nouns import StoryNames
from gloss.story import Doubt, Entity, Span

SHOWN = 3  # of several bearers of a name


def surname_doubt(story: StoryNames, thing: Thing, bearers: Sequence[Thing]) -> Doubt:
    """Ask who is meant by a surname."""
    return _which(story, thing, bearers, aliases=[thing.name])


def full_name_doubt(story: StoryNames, thing: Thing, others: Sequence[Thing]) -> Doubt:
    """Ask whether two full names are one person's: only a nickname or an initial says so."""
    if len(others) > 1:
        return _which(story, thing, others, merges=[thing.id])
    (other,) = others
    best, less = sorted((thing, other), key=lambda t: (t.has_initial, -t.size, t.id))
    return _doubt(
        story,
        thing.id,
        f"{thing.name} may be {other.name}. If they are one",
        {"id": best.id, "name": best.name, "merges": [less.id]},
    )


def namesake_doubt(story: StoryNames, entity: Entity, new: str) -> Doubt:
    """Tell that two people of one name were told apart."""
    said = entity.descriptors[0] if entity.descriptors else "somebody else"
    return _doubt(
        story,
        entity.id,
        f"{entity.name} ({said}) seems not to be the {entity.name} of other stories, and is "
        f"{new}. If they are one",
        {"id": entity.id, "name": entity.name, "merges": [new]},
    )


def _which(story: StoryNames, thing: Thing, bearers: Sequence[Thing], **joins: list[str]) -> Doubt:
    """Ask which of several a thing is; ``joins`` is what makes it the likeliest one's."""
    names = " or ".join(b.name for b in bearers[:SHOWN])
    best = max(bearers, key=lambda b: (b.size, b.id))
    return _doubt(
        story,
        thing.id,
        f"“{thing.name}” may be {names}, and has a page of its own until you say. "
        f"If it is {best.name}",
        {"id": best.id, "name": best.name, **joins},
    )


def _doubt(story: StoryNames, id_: str, says: str, entry: Mapping[str, object]) -> Doubt:
    """Ask where a story first names a thing; ``entry`` is what the register would say if so."""
    span = story.first.get(id_, Span(0, 0))
    pasted = json.dumps(entry, ensure_ascii=False)
    return Doubt("identity", span.start, span.end, f"{says}, for the register: {pasted}")
