"""Which full names of different stories are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gloss.identity.across.cooccurrence import often
from gloss.identity.across.thing_index import Thing, ThingIndex
from gloss.identity.roles import fields_of
from gloss.naming.person_names import (
    father_and_son,
    generation,
    name_parts,
    same_generation,
    same_person,
)

AT_ONE = 2  # things that two people of like names share, for them to be one
_SAYS_LITTLE = ("place:", "group:", "person:")


def link_full_names(index: ThingIndex) -> None:
    """Join "Tom Enders" and "Thomas Enders", but not through a name that could be either of two."""
    by_surname: dict[str, list[Thing]] = defaultdict(list)
    for thing in index.of_kind("person"):
        parts = name_parts(thing.name)
        if len(parts) > 1:
            by_surname[parts[-1]].append(thing)
    for bearers in by_surname.values():
        if len(bearers) > 1:
            _join_bearers(index, bearers)


def _join_bearers(index: ThingIndex, bearers: Sequence[Thing]) -> None:
    groups: list[list[Thing]] = []
    for thing in sorted(bearers, key=lambda t: (-len(name_parts(t.name)), -t.size, t.id)):
        fits = [g for g in groups if all(_may_be_one(thing, other) for other in g)]
        alike = [g for g in fits if all(_of_one_generation(thing, other) for other in g)]
        fits = alike or fits  # "Donald Trump" is the father's, though it might be the son's
        sure = [g for g in fits if all(_is_supported(index, thing, other) for other in g)]
        if len(fits) == 1 and sure:
            fits[0].append(thing)
            continue
        if len(fits) == 1:
            index.unsure[thing.id] = fits[0][0].id
        groups.append([thing])
    for group in groups:
        if len(group) > 1:
            index.join(t.id for t in group)


def _may_be_one(thing: Thing, other: Thing) -> bool:
    """Tell whether two full names may be one person's, by their letters."""
    if not same_generation(generation(thing.name), generation(other.name)):
        return False
    return same_person(name_parts(thing.name), name_parts(other.name))


def _of_one_generation(thing: Thing, other: Thing) -> bool:
    return generation(thing.name) == generation(other.name)


def _is_supported(index: ThingIndex, thing: Thing, other: Thing) -> bool:
    """Tell whether more than its letters speaks for a nickname: what both do, or where."""
    parts, others = name_parts(thing.name), name_parts(other.name)
    if father_and_son(parts, generation(thing.name), others, generation(other.name)):
        return False  # the two have their work and their company in common
    first, second = parts[0], others[0]
    if first.startswith(second) or second.startswith(first):  # "Tim" and "Timothy", "T."
        return True
    if fields_of(thing.entity.descriptors) & fields_of(other.entity.descriptors):
        return True
    shared = index.companions([thing]) & index.companions([other])
    telling = {i for i in shared if not i.startswith(_SAYS_LITTLE)}
    most = often(index)
    return sum(index.things[id_].size <= most for id_ in telling) >= AT_ONE
