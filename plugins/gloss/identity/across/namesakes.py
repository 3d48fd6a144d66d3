"""Two people of one name, told apart by what stories say they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gloss.identity.across.thing_index import Thing, ThingIndex, tells_little
from gloss.identity.roles import far_apart, fields_of, words_of_role
from gloss.naming.lexicon import FIELDS
from gloss.naming.slugs import slug


@dataclass
class _Person:
    """One bearer of a name: in which fields of work, and with what stories name them.

    before: what is known of them; few are asked for the company that they kept.
    """

    id: str
    does: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    before: Thing | None = None

    def may_be(self, does: set[str], around: set[str]) -> bool:
        """Tell whether a story may speak of them: of the same field, or in the same company."""
        if not far_apart(self.does, does) or self.company & around:
            return True
        return self.before is not None and not self.before.companions.isdisjoint(around)


def split_namesakes(index: ThingIndex, thing: Thing) -> Mapping[int, str]:
    """Return a new id by story for those stories that speak of another person of the name."""
    persons: list[_Person] = []
    if thing.known:
        persons.append(_Person(thing.id, fields_of(thing.entity.descriptors), before=thing))
    moved: dict[int, str] = {}
    for number in thing.stories:
        entity = next(e for e in index.stories[number].entities if e.id == thing.id)
        does = fields_of(entity.descriptors)
        around = _telling(index.named_in(number) - {thing.id})
        same = next((person for person in persons if person.may_be(does, around)), None)
        if same is None:
            id_ = thing.id if not persons else _free_id(index, thing, entity.descriptors, persons)
            same = _Person(id_)
            persons.append(same)
        same.does.update(does)
        same.company.update(around)
        if same.id != thing.id:
            moved[number] = same.id
    return moved


def _telling(ids: Iterable[str]) -> set[str]:
    return {id_ for id_ in ids if not tells_little(id_)}


def _free_id(
    index: ThingIndex,
    thing: Thing,
    descriptors: Iterable[str],
    persons: Iterable[_Person],
) -> str:
    """Return the name's id with the word that tells this person from the others."""
    words = [w for d in descriptors for w in words_of_role(d)]
    nouns = frozenset().union(*FIELDS.values())
    role = next((w for w in words if w in nouns), "2")
    taken = {person.id for person in persons}
    id_, number = f"{thing.id}-{slug(role)}", 2
    while id_ in taken or index.size(id_):
        id_, number = f"{thing.id}-{slug(role)}-{number}", number + 1
    return id_
