"""Cities of more than 15,000 people, from GeoNames."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gloss.gazetteer.countries import state_named
from gloss.gazetteer.place import Place
from gloss.gazetteer.table import KeyedTable
from gloss.naming.name_words import KEPT, fold

# A city is meant where the story names no other and it has this many times the people of the next.
FAR_LARGER = 5
LARGE = 100_000  # people, for a name to speak for a place by itself
_CITIES = KeyedTable("cities.tsv")


@lru_cache(maxsize=KEPT)
def cities_named(name: str) -> Sequence[Place]:
    """Return the cities of this name, the largest first."""
    return tuple(map(Place.of, _CITIES.of(fold(name))))


def is_city(name: str) -> bool:
    """Tell whether a large city has this name."""
    return any(p.population >= LARGE for p in cities_named(name)[:1])


def city_named(name: str, country: str | None = None) -> Place | None:
    """Return the city that is most likely meant, or None where several are as likely.

    country: an ISO code, or the name of a US state, that the story puts it in.
    """
    places = cities_named(name)
    if country:
        state = state_named(country)
        within = (state.country, state.region) if state else (country, None)
        return next(
            (p for p in places if within in ((p.country, p.region), (p.country, None))), None
        )
    if not places or places[0].population < LARGE:
        return None
    if len(places) > 1 and places[1].population * FAR_LARGER > places[0].population:
        return None
    return places[0]
