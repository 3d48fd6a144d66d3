"""New ids in a story's annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gloss.identity.nouns import Link
from gloss.story import Annotations, Doubt, Entity


def relabel(found: Annotations, link: Link) -> Annotations:
    """Return the annotations with the ids of a link, and its doubts; two that become one merge."""
    if not link.ids and not link.doubts:
        return found
    ids = link.ids
    entities: dict[str, Entity] = {}
    for entity in found.entities:
        new = ids.get(entity.id, entity.id)
        changed = replace(entity, id=new, name=link.names.get(new, entity.name))
        entities[new] = _merged(entities[new], changed) if new in entities else changed
    return replace(
        found,
        mentions=tuple(replace(m, entity=ids.get(m.entity, m.entity)) for m in found.mentions),
        quotations=tuple(
            replace(q, by=ids.get(q.by, q.by)) if q.by else q for q in found.quotations
        ),
        reports=tuple(replace(r, by=ids.get(r.by, r.by)) if r.by else r for r in found.reports),
        entities=tuple(entities.values()),
        doubts=(*(_doubt(doubt, ids) for doubt in found.doubts), *link.doubts),
    )


def _doubt(doubt: Doubt, ids: Mapping[str, str]) -> Doubt:
    return replace(doubt, perhaps=ids.get(doubt.perhaps, doubt.perhaps)) if doubt.perhaps else doubt


def _merged(a: Entity, b: Entity) -> Entity:
    descriptors = dict.fromkeys((*a.descriptors, *b.descriptors))
    return replace(a, descriptors=tuple(descriptors), same_as=a.same_as or b.same_as)
