"""Nationalities, other peoples, faiths and the people of parties, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gloss.gazetteer.table import KeyedTable

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
    rows = KeyedTable("peoples.tsv").rows()
    return {form: People(name, code or None, bool(party)) for form, (name, code, party) in rows}
