"""What news names without saying what it is: "ISIS", "the White House", "Super Tuesday"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from gloss.naming.words import KEPT, fold
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
    text = files(__package__).joinpath("well_known.toml").read_text(encoding="utf-8")
    source: dict[Any, dict[str, list[str]]] = tomllib.loads(text)
    found: dict[str, WellKnown] = {}
    for kind, names in source.items():
        for name, forms in names.items():
            thing = WellKnown(name, kind)
            found.update((fold(form), thing) for form in (name, *forms))
    return found
