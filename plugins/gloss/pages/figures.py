"""How far to trust Gloss: measured figures, shown on the about page.

The one place to change them; each names what was measured and on what.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure. about: what is measured, for the reader."""

    about: str
    measured: str
    value: str


FIGURES: tuple[Figure, ...] = ()
