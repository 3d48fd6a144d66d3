"""Tell times from words that look like them, by what stands around them.

A guard takes what stands around a match and says whether it can be what its rule says. A rule of
the grammar names its guard; the words that guards look for are in ``surroundings.toml``.
"""

from __future__ import annotations

from collections.abc import Callable

from gloss.annotate.times.guards import days, hours, lengths, periods
from gloss.annotate.times.guards.surroundings import Surroundings, surroundings_of

Guard = Callable[[Surroundings], bool]

GUARDS: dict[str, Guard] = {
    **days.GUARDS,
    **periods.GUARDS,
    **hours.GUARDS,
    **lengths.GUARDS,
}
__all__ = ["GUARDS", "Guard", "Surroundings", "surroundings_of"]
