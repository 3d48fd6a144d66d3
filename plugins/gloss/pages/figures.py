"""How far to trust Gloss: measured figures, shown on the about page.

The one place to change them. Each is measured by a committed command on texts that were marked by
hand and that nothing was trained or tuned on; the documents of each part say which.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure.

    about: what was measured: one of the phrases of ``about.html``. on: which texts, by their name.
    value: in hundredths; F1, the harmonic mean of precision and recall, where nothing else is said.
    """

    about: str
    on: str
    value: float


FIGURES: tuple[Figure, ...] = (
    Figure("names", "WikiGold", 83.1),
    Figure("names-roughly", "MEANTIME", 85.4),
    Figure("identity", "MEANTIME", 90.6),
    Figure("identity-within", "MEANTIME", 94.1),
)
