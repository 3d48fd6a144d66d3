"""Where a place lies: a point on the theme's small map of the world.

The projection is Equal Earth (B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map
projection", International Journal of Geographical Information Science 33 (3), 2019).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from gloss.digest.model import Name
from gloss.gazetteer import country_by_code, locate

WIDTH, HEIGHT = 300, 129
# The map leaves out what lies south of this: no news has come from there that a point would help.
SOUTH, NORTH = -56.0, 84.0

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


@dataclass(frozen=True)
class Pin:
    """A place on the map: x, y in units of its box; country: whose it is, for a city or state."""

    x: float
    y: float
    country: str


def pin_of(name: Name) -> Pin | None:
    """Return where a place lies, or None where the gazetteer does not know."""
    place = locate(name.name, name.same_as) if name.kind == "place" else None
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if not SOUTH <= place.latitude <= NORTH or place.kind == "continent":
        return None
    country = country_by_code(place.country) if place.country else None
    inside = country.name if country and place.kind in ("city", "state") else ""
    return Pin(*project(place.latitude, place.longitude), inside)


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a point of the earth (degrees) stands in the map's box.

    >>> project(0.0, 0.0)
    (150.0, 72.4)
    """
    x, y = _equal_earth(latitude, longitude)
    scale = WIDTH / (2 * _equal_earth(0, 180)[0])
    return round(WIDTH / 2 + x * scale, 1), round((_equal_earth(NORTH, 0)[1] - y) * scale, 1)


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    t = asin(_M * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    return radians(longitude) * cos(t) / (_M * slope), t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
