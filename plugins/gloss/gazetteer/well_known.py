"""What news names without saying what it is: "ISIS", "the White House", "Super Tuesday"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from gloss.lexicon import load
from gloss.naming.name_words import KEPT, fold
from gloss.story import Kind


@dataclass(frozen=True)
class WellKnown:
    """A name that means one thing nearly always: what to call the thing, and its kind."""

    name: str
    kind: Kind


@lru_cache(maxsize=KEPT)
def well_known(name: str) -> WellKnown | None:
    """Return what a name means, in any of its forms ("ISIS", "GOP"); case counts in acronyms."""
    found = _by_form().get(fold(name))
    if found is None or (name.islower() and name != found.name):
        return None
    return found


@lru_cache(maxsize=KEPT)
def famous(name: str) -> Kind | None:
    """Return the kind of what everybody knows by this name ("Sesame Street"), as it is written."""
    return _famous().get(name.replace("’", "'"))


@cache
def famous_titles() -> frozenset[str]:
    """Return the famous names of several words, with straight marks."""
    return frozenset(name for name in _famous() if " " in name)


@cache
def _famous() -> dict[str, Kind]:
    source: Mapping[Any, list[str]] = load("famous")
    found: dict[str, Kind] = {}
    for kind, names in source.items():
        for name in names:
            spoken = name.title() if name.isupper() else name  # "Fifa", as in Britain
            found.update(dict.fromkeys((name, spoken, name.removeprefix("The ")), kind))
    return found


@cache
def _by_form() -> dict[str, WellKnown]:
    source: Mapping[Any, Mapping[str, list[str]]] = load("well_known")
    found: dict[str, WellKnown] = {}
    for kind, names in source.items():
        for name, forms in names.items():
            thing = WellKnown(name, kind)
            found.update((fold(form), thing) for form in (name, *forms))
    return found
