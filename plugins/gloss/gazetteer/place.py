"""What the gazetteer says of a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

PlaceKind = Literal["country", "continent", "state", "city"]
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True)
class Place:
    """A country, a continent, a state of the United States, or a city.

    country: ISO 3166-1 alpha-2 code; None for a continent.
    region: the state's postal code for a place in the United States, else None.
    geonames: its number in GeoNames (CC BY 4.0).
    latitude, longitude: degrees (WGS 84), a point inside it; None where the data has none.
    population: as GeoNames has it; 0 where unknown.
    """

    name: str
    kind: PlaceKind
    country: str | None = None
    region: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """All that is known of it as a row of a table; ``of`` reads it."""
        known = (self.geonames, self.latitude, self.longitude)
        numbers = ("" if number is None else repr(number) for number in known)
        words = (self.name, self.kind, self.country or "", self.region or "")
        return (*words, *numbers, str(self.population))

    @classmethod
    def of(cls, fields: tuple[str, ...]) -> Place:
        """Read a row of a table."""
        name, kind, country, region, geonames, latitude, longitude, population = fields
        return cls(
            name=name,
            kind=cast(PlaceKind, kind),
            country=country or None,
            region=region or None,
            geonames=int(geonames) if geonames else None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
            population=int(population),
        )

    @property
    def same_as(self) -> str | None:
        """The place's address as linked data."""
        return f"{GEONAMES}{self.geonames}/" if self.geonames else None
