"""Which full names of different stories are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from gloss.identity.across.cooccurrence import often
from gloss.identity.across.thing_index import Thing, ThingIndex, tells_little
from gloss.identity.roles import far_apart, fields_of
from gloss.naming.person_names import (
    father_and_son,
    generation,
    is_initial,
    name_parts,
    nicknames,
    same_generation,
    same_person,
)

AT_ONE = 2.0  # what two people of like names must share, in such things, for them to be one
A_PERSON_SAYS = 0.5  # of what another thing says: families and rivals are named together

_Group = list[Thing]


def link_full_names(index: ThingIndex) -> None:
    """Join "Tom Enders" and "Thomas Enders", but not through a name that could be either of two."""
    unnamed = _by_surname(index.unnamed)
    for surname, bearers in _by_surname(index.of_kind("person")).items():
        if not any(thing.stories for thing in bearers):
            continue
        registered = unnamed.get(surname, ())
        everybody = [*bearers, *(t for t in registered if not index.size(t.id))]
        if len(everybody) > 1:
            _ask_about_initials(index, bearers, everybody)
            for group in _groups(index, bearers):
                index.join(thing.id for thing in group)


def _by_surname(people: Iterable[Thing]) -> dict[str, _Group]:
    found: dict[str, _Group] = defaultdict(list)
    for thing in people:
        parts = name_parts(thing.name)
        if len(parts) > 1:
            found[parts[-1]].append(thing)
    return found


def _ask_about_initials(
    index: ThingIndex, bearers: Sequence[Thing], everybody: Sequence[Thing]
) -> None:
    """Note whose initial fits two people or more, be they named with it or in no story at all."""
    for thing in bearers:
        if thing.has_initial and not thing.settled:
            persons = _whom_it_fits(thing, everybody)
            if len(persons) > 1:
                index.unsure[thing.id] = persons


def _whom_it_fits(thing: Thing, everybody: Sequence[Thing]) -> list[Thing]:
    """Return whom an initial fits, by name and trade: one name of each who has several."""
    persons: list[Thing] = []
    for other in _fullest_first(everybody):
        fits = not other.has_initial and _is_like(thing, other)
        if fits and not any(_has_like_name(other, person) for person in persons):
            persons.append(other)
    return persons


def _groups(index: ThingIndex, bearers: Sequence[Thing]) -> list[_Group]:
    """Put the bearers of a surname together who are one, the fullest name first, initials last."""
    groups: list[_Group] = []
    for thing in _fullest_first(bearers):
        fits = [] if _is_named_with_one(index, thing) else _fitting(thing, groups)
        if len(fits) == 1 and all(_is_supported(index, thing, other) for other in fits[0]):
            fits[0].append(thing)
            continue
        if len(fits) == 1:
            index.unsure.setdefault(thing.id, fits[0][:1])
        groups.append([thing])
    return groups


def _fullest_first(people: Iterable[Thing]) -> _Group:
    return sorted(people, key=lambda t: (t.has_initial, -len(name_parts(t.name)), -t.size, t.id))


def _is_named_with_one(index: ThingIndex, thing: Thing) -> bool:
    """Tell whether a story names an initial with one of several whom it fits, and as neither."""
    return any(thing.is_kept_apart_from(other) for other in index.unsure.get(thing.id, ()))


def _fitting(thing: Thing, groups: Sequence[_Group]) -> list[_Group]:
    """Return the groups to which somebody may belong: "Donald Trump" is the father's, though it
    might be the son's.
    """
    fits = [group for group in groups if all(_may_be_one(thing, other) for other in group)]
    return [g for g in fits if all(_of_one_generation(thing, other) for other in g)] or fits


def _may_be_one(thing: Thing, other: Thing) -> bool:
    """Tell whether two full names may be one person's: by their letters, and as nothing keeps
    them apart: the register, a story that names both, an initial with another trade.
    """
    return _is_like(thing, other) and not thing.is_kept_apart_from(other)


def _is_like(thing: Thing, other: Thing) -> bool:
    """Tell whether two full names may be one person's by their letters and, with an initial, by
    trade.
    """
    if not _has_like_name(thing, other):
        return False
    return not (_by_initial(thing, other) and far_apart(_fields(thing), _fields(other)))


def _has_like_name(thing: Thing, other: Thing) -> bool:
    if not same_generation(generation(thing.name), generation(other.name)):
        return False
    return same_person(name_parts(thing.name), name_parts(other.name))


def _by_initial(thing: Thing, other: Thing) -> bool:
    """Tell whether one of two first names is an initial, and the other is more."""
    return is_initial(name_parts(thing.name)[0]) != is_initial(name_parts(other.name)[0])


def _fields(thing: Thing) -> set[str]:
    return fields_of(thing.entity.descriptors)


def _of_one_generation(thing: Thing, other: Thing) -> bool:
    return generation(thing.name) == generation(other.name)


def _is_supported(index: ThingIndex, thing: Thing, other: Thing) -> bool:
    """Tell whether more than a nickname or an initial speaks for one person: what both do, or
    where. "Tim" and "Timothy" need no more.
    """
    parts, others = name_parts(thing.name), name_parts(other.name)
    if father_and_son(parts, generation(thing.name), others, generation(other.name)):
        return False  # the two have their work and their company in common
    first, second = sorted((parts[0], others[0]), key=len)
    if first == second or (second.startswith(first) and first in nicknames(second)):
        return True
    return bool(_fields(thing) & _fields(other)) or _share_company(index, thing, other)


def _share_company(index: ThingIndex, thing: Thing, other: Thing) -> bool:
    shared = index.companions([thing]) & index.companions([other])
    telling = [i for i in shared if not tells_little(i) and index.size(i) <= often(index)]
    says = [A_PERSON_SAYS if id_.startswith("person:") else 1.0 for id_ in telling]
    return sum(says) >= AT_ONE
