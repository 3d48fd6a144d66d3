"""What every reader knows, so that no note and no list need tell of it."""

from __future__ import annotations

from gloss.digest.model import Name
from gloss.gazetteer import country_of_people, locate


def is_known_to_all(name: Name) -> bool:
    """Tell whether every reader knows what it is: a country, a continent, or a country's people."""
    if name.kind == "group":
        return country_of_people(name.name) is not None
    place = locate(name.name, name.same_as) if name.kind == "place" else None
    return place is not None and place.kind in ("country", "continent")
