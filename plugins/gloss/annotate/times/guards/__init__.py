"""Tell times from words that look like them, by what stands around them.

A guard takes the site of a match and says whether it can be what its rule says. A rule of the
grammar names its guard; the words that guards look for are in ``grammar/surroundings.toml``.
"""

from __future__ import annotations

from collections.abc import Callable

from gloss.annotate.times.guards import dates, hours, lengths, periods
from gloss.annotate.times.guards.site import Site, site_of

Guard = Callable[[Site], bool]

GUARDS: dict[str, Guard] = {
    **dates.GUARDS,
    **periods.GUARDS,
    **hours.GUARDS,
    **lengths.GUARDS,
}
__all__ = ["GUARDS", "Guard", "Site", "site_of"]
