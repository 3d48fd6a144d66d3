"""Nationalities, other peoples, faiths and the people of parties, and what they are called."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import countryinfo

from gloss.gazetteer.countries import country_by_code, country_named

SHORTEST_SHOUT = 5  # letters of a word in capitals that is no acronym


@dataclass(frozen=True)
class People:
    """A group of people.

    name: what it is called as an adjective ("Russian"), or in the plural where it has none.
    country: ISO 3166-1 alpha-2 code of a nationality's country, else None.
    party: whether they are the people of a party.
    """

    name: str
    country: str | None = None
    party: bool = False


def people_named(name: str) -> People | None:
    """Return the people that a word means: "Danish", "Dane", "Danes", "Muslims", "DANISH"."""
    plain = name.replace("’", "'")
    found = _by_form().get(plain)
    if found is None and len(plain) >= SHORTEST_SHOUT and plain.isupper():
        return _by_form().get(plain.title())
    return found


@cache
def _by_form() -> dict[str, People]:
    """Every form, as written, case included: "polish" is no people."""
    ours: dict[str, Any] = json.loads(
        files(__package__).joinpath("peoples.json").read_text(encoding="utf-8")
    )
    found: dict[str, People] = {}
    for name, row in ours.items():
        people = People(name, row.get("country"), row.get("party", False))
        for form in (name, *row.get("forms", ())):
            found.update({form: people, _plural(form): people})
    for name, code in _nationalities():
        if name not in found:
            found.update(dict.fromkeys((name, _plural(name)), People(name, code)))
    # "Philippine" has no plural: the Philippines are a country.
    return {form: people for form, people in found.items() if country_named(form) is None}


def _nationalities() -> list[tuple[str, str]]:
    """Demonyms as countryinfo has them, the most populous country's first where two share one."""
    rows = [
        (country_by_code(code), name.strip(), code)
        for country in countryinfo.all_countries()
        if (code := str(country.iso(2)))
        for name in (country.demonym() or "").split(",")
    ]
    known = [(place.population, name, code) for place, name, code in rows if place and name]
    return [(name, code) for _, name, code in sorted(known, reverse=True)]


def _plural(name: str) -> str:
    """The plural of an English demonym; those in a hiss are their own."""
    return name if name.endswith(("s", "sh", "ch", "ese", "men")) else f"{name}s"
