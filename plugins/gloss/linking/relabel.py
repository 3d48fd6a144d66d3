"""New ids in a story's annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gloss.story import Annotations, Entity


def relabel(found: Annotations, ids: Mapping[str, str]) -> Annotations:
    """Return the annotations with old ids replaced by new ones; two that become one are merged.

    ids: new id by old id; what is not in it stays.
    """
    if not ids:
        return found
    entities: dict[str, Entity] = {}
    for entity in found.entities:
        new = replace(entity, id=ids.get(entity.id, entity.id))
        entities[new.id] = _merged(entities[new.id], new) if new.id in entities else new
    return replace(
        found,
        mentions=tuple(replace(m, entity=ids.get(m.entity, m.entity)) for m in found.mentions),
        quotations=tuple(
            replace(q, by=ids.get(q.by, q.by)) if q.by else q for q in found.quotations
        ),
        entities=tuple(entities.values()),
    )


def _merged(a: Entity, b: Entity) -> Entity:
    name = max(a.name, b.name, key=lambda n: (len(n.split()), len(n)))
    return Entity(
        a.id,
        name,
        tuple(dict.fromkeys((*a.descriptors, *b.descriptors))),
        tuple(dict.fromkeys((*a.same_as, *b.same_as))),
    )
