"""Companies of the large stock indices, and their pages in Wikipedia (pytickersymbols, MIT)."""

from __future__ import annotations

import re
from functools import cache

from gloss.gazetteer.countries import country_named
from gloss.lexicon import words
from gloss.naming.company_names import without_legal_form
from gloss.naming.name_words import fold

_WIKIPEDIA = re.compile(r"https://en\.wikipedia\.org/wiki/[^\s#?<>]+")


def company_address(name: str) -> str | None:
    """Return the Wikipedia address of a listed company, or None where the name is not its own.

    name: with or without its legal form: "Boeing", "Apple Inc.".
    """
    return _by_name().get(_plain(name))


@cache
def _by_name() -> dict[str, str]:
    # Not before a name is looked up: a site is built without.
    from pytickersymbols.indices_data import INDICES

    found: dict[str, set[str]] = {}
    for index in INDICES.values():
        for row in index["companies"]:
            address = str((row.get("metadata") or {}).get("wikipedia_url") or "")
            name = _plain(row["name"])
            named_else = name in words("companies")["ambiguous"] or country_named(name)
            if _WIKIPEDIA.fullmatch(address) and not named_else:
                found.setdefault(name, set()).add(address)
    return {name: addresses.pop() for name, addresses in found.items() if len(addresses) == 1}


def _plain(name: str) -> str:
    return fold(without_legal_form(name.rstrip(".")).rstrip(", "))
