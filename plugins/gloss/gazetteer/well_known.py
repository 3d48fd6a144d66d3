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


@cache
def _by_form() -> dict[str, WellKnown]:
    source: Mapping[Any, Mapping[str, list[str]]] = load("well_known")
    found: dict[str, WellKnown] = {}
    for kind, names in source.items():
        for name, forms in names.items():
            thing = WellKnown(name, kind)
            found.update((fold(form), thing) for form in (name, *forms))
    return found
