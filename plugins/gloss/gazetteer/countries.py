"""Countries, continents and the states of the United States, under the names that news uses."""

from __future__ import annotations

from functools import cache, lru_cache

from gloss.gazetteer.place import Place, PlaceKind
from gloss.gazetteer.table import KeyedTable
from gloss.lexicon import load
from gloss.naming.name_words import KEPT, fold

OTHER_PLACES = {"LA", "WA"}  # codes that mean Los Angeles, Western Australia


@cache
def _by_name(kind: PlaceKind) -> dict[str, Place]:
    """The places of a kind by their names, folded; of two with one name the first."""
    names: dict[str, Place] = {}
    for place, key in _rows():
        if place.kind == kind:
            names.setdefault(key, place)
    return names


@cache
def _rows() -> list[tuple[Place, str]]:
    return [(Place.of(fields), key) for key, fields in KeyedTable("regions.tsv").rows()]


@cache
def _countries_by_code() -> dict[str | None, Place]:
    return {place.country: place for place in _by_name("country").values()}


def country_by_code(code: str) -> Place | None:
    """Return the country of an ISO 3166-1 alpha-2 code."""
    return _countries_by_code().get(code.upper())


@lru_cache(maxsize=KEPT)
def country_named(name: str) -> Place | None:
    """Return the country that a name means, in any of its usual forms ("U.S.", "Holland")."""
    folded = fold(name)
    if folded == "us" and not name.strip().isupper():
        return None
    return _by_name("country").get(folded)


def continent_named(name: str) -> Place | None:
    """Return the continent of this name."""
    return _by_name("continent").get(fold(name))


def state_named(name: str) -> Place | None:
    """Return the state of the United States of this name."""
    return _abbreviated().get(name) or _by_name("state").get(fold(name))


@cache
def _abbreviated() -> dict[str, Place]:
    return {short: _states_by_code()[code] for code, short in load("states").items()}


def state_by_code(code: str) -> Place | None:
    """Return the state of the United States of a postal code ("NH"), where a place is meant by it;
    not for codes that as often mean another place.
    """
    return None if code in OTHER_PLACES else _states_by_code().get(code)


@cache
def _states_by_code() -> dict[str | None, Place]:
    return {state.region: state for state in _by_name("state").values()}
