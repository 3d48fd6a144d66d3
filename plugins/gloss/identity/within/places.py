"""Places, groups and the rest: one thing under one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from gloss.gazetteer import (
    Place,
    country_named,
    people_named,
    state_by_code,
    state_named,
    well_known,
)
from gloss.gazetteer.cities import cities_named
from gloss.identity.nouns import Mentioned
from gloss.identity.within.products import join_products
from gloss.lexicon import words
from gloss.naming.name_words import fold
from gloss.story import Kind

# "Heathrow Airport" and "Heathrow" are one; "Oslo Airport" and "Oslo" are not.
_SAID_OR_NOT = tuple(
    f" {tail}" for tail in sorted(words("places")["said_or_not"], key=len, reverse=True)
)


def plain(kind: Kind, found: Sequence[Mentioned]) -> list[tuple[str, list[Mentioned]]]:
    """Gather mentions whose names differ in nothing that counts."""
    clusters: dict[str, list[Mentioned]] = defaultdict(list)
    for mention in found:
        clusters[mention.entity or _key(kind, mention.text)].append(mention)
    if kind == "product":
        join_products(clusters)
    return [(_name(kind, same), same) for same in clusters.values()]


def _key(kind: Kind, text: str) -> str:
    if known := well_known(text):
        return fold(known.name)
    if kind == "place":
        place = _region(text)
        return fold(place.name) if place else _without_tail(fold(text))
    if kind == "group":
        people = people_named(text)
        return people.name if people else fold(text).removesuffix("s")
    if kind == "work":  # "The Aviator" is seen as "Aviator", too
        return fold(text.removeprefix("The "))
    return fold(text).removesuffix("s") if kind == "product" else fold(text)


def _region(text: str) -> Place | None:
    return country_named(text) or state_named(text) or state_by_code(text)


def _without_tail(name: str) -> str:
    for tail in _SAID_OR_NOT:
        if name.endswith(tail) and not cities_named(name.removesuffix(tail)):
            return name.removesuffix(tail)
    return name


def _name(kind: Kind, same: Sequence[Mentioned]) -> str:
    text = same[0].text
    if known := well_known(text):
        return known.name
    if kind == "place" and (place := _region(text)):
        return place.name
    if kind == "group" and (people := people_named(text)):
        return people.name
    forms = Counter(c.text for c in same)
    if kind in ("product", "group"):
        return min(forms, key=lambda f: (len(f), f))
    return max(forms, key=lambda f: (not f.isupper() or len(f) < 6, len(f), forms[f], f))
