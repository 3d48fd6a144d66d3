"""Whom an initial may mean beside the one whom a story names."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gloss.naming.person_names import (
    Gender,
    Parts,
    gender_of_first_name,
    is_initial,
    name_parts,
    same_person,
)
from gloss.story import kind_of


def others_of_register(
    initial: Parts, genders: Collection[Gender], person: Parts, names: Mapping[str, str]
) -> bool:
    """Tell whether the register knows somebody else whom a name with an initial fits.

    genders: what the story says of them. person: whom the story names, and whom it fits, too.
    names: what the register calls the things that it knows, by id.
    """
    people = (name for id_, name in names.items() if kind_of(id_) == "person")
    return any(
        not same_person(name_parts(name), person) and _fits(initial, genders, name)
        for name in people
    )


def _fits(initial: Parts, genders: Collection[Gender], name: str) -> bool:
    parts = name_parts(name)
    if len(parts) < 2 or is_initial(parts[0]) or not same_person(initial, parts):
        return False
    gender = gender_of_first_name(name)
    return not gender or not genders or gender in genders
