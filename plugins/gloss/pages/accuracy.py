"""How far to trust Gloss: measured figures, shown on the about page.

Each is measured on texts that were marked by hand and that nothing was trained on; README's table
has the same figures (a test sees to it), and those of peers on the same texts.
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
    Figure("quotations", "84 American news stories", 96.1),
    Figure("speakers", "84 American news stories", 92.3),
    Figure("dates", "60 Wikinews stories", 87.1),
    Figure("dates", "256 newswire stories", 82.9),
    Figure("names", "145 Wikipedia articles", 85.2),
    Figure("names-roughly", "60 Wikinews stories", 86.7),
    Figure("identity", "60 Wikinews stories", 91.3),
    Figure("identity-within", "60 Wikinews stories", 94.5),
)
