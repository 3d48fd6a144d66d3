"""Two people of one name, told apart by what stories say they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gloss.identity.across.thing_index import Thing, ThingIndex, tells_little
from gloss.identity.roles import far_apart, fields_of, words_of_role
from gloss.naming.lexicon import FIELDS
from gloss.naming.slugs import slug

_Person = tuple[str, set[str], set[str]]  # id, fields of work, company


def split_namesakes(index: ThingIndex, thing: Thing) -> Mapping[int, str]:
    """Return a new id by story for those stories that speak of another person of the name."""
    persons: list[_Person] = []
    if thing.known:
        persons.append((thing.id, fields_of(thing.entity.descriptors), set(thing.companions)))
    moved: dict[int, str] = {}
    for number in thing.stories:
        entity = next(e for e in index.stories[number].entities if e.id == thing.id)
        does = fields_of(entity.descriptors)
        around = _telling(index.named_in(number) - {thing.id})
        same = next((p for p in persons if not far_apart(p[1], does) or p[2] & around), None)
        if same is None:
            id_ = thing.id if not persons else _free_id(index, thing, entity.descriptors, persons)
            same = (id_, set(), set())
            persons.append(same)
        same[1].update(does)
        same[2].update(around)
        if same[0] != thing.id:
            moved[number] = same[0]
    return moved


def _telling(ids: Iterable[str]) -> set[str]:
    return {id_ for id_ in ids if not tells_little(id_)}


def _free_id(
    index: ThingIndex,
    thing: Thing,
    descriptors: Iterable[str],
    persons: list[tuple[str, set[str], set[str]]],
) -> str:
    """Return the name's id with the word that tells this person from the others."""
    words = [w for d in descriptors for w in words_of_role(d)]
    nouns = frozenset().union(*FIELDS.values())
    role = next((w for w in words if w in nouns), "2")
    taken = {p[0] for p in persons} | index.things.keys()
    id_, number = f"{thing.id}-{slug(role)}", 2
    while id_ in taken:
        id_, number = f"{thing.id}-{slug(role)}-{number}", number + 1
    return id_
