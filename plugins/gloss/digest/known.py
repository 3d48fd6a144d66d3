"""What every reader knows, so that no note and no list need tell of it."""

from __future__ import annotations

from gloss.digest.model import Name
from gloss.gazetteer import country_named, country_of_people, place_named
from gloss.gazetteer.countries import continent_named
from gloss.gazetteer.place import GEONAMES


def is_known_to_all(name: Name) -> bool:
    """Tell whether every reader knows what it is: a country, a continent, or a country's people."""
    if name.kind == "group":
        return country_of_people(name.name) is not None
    return name.kind == "place" and _is_nation(name)


def _is_nation(name: Name) -> bool:
    """As ``gazetteer.locate`` has it; but to ask that for a city would load all cities."""
    found = [n for n in (country_named(name.name), continent_named(name.name)) if n]
    geonames = [address for address in name.same_as if address.startswith(GEONAMES)]
    if geonames:
        return any(nation.same_as == geonames[0] for nation in found)
    return bool(found) and not name.same_as and place_named(name.name) in found
