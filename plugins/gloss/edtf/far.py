"""Which dates lie far beyond all others: one false year would stretch the axis of every chart."""

from __future__ import annotations

from collections.abc import Mapping

# Between the others and a date that lies far from them are so many years without a date, at least,
# and no fewer than the others stretch over.
GAP = 50
# Of all dates, in hundredths, so many at most (one at least) lie far from the others.
MOST = 5
# Where there are fewer others, nothing can be said to be far from them.
OTHERS = 5


def far_years(dates: Mapping[int, int]) -> frozenset[int]:
    """Return the years that lie far before or behind all others.

    dates: how many dates each year has. An hour or a code that was read as a year is of this kind,
    and so is a single date of old history.
    """
    most, years, found = max(1, sum(dates.values()) * MOST // 100), sorted(dates), set[int]()
    while len(years) > 1:
        gap, at = max((years[at] - years[at - 1], at) for at in range(1, len(years)))
        few, others = sorted((years[:at], years[at:]), key=lambda some: _count(dates, some))
        stretch = max(GAP, others[-1] - others[0])
        if gap < stretch or _count(dates, few) > most or _count(dates, others) < OTHERS:
            break
        found.update(few)
        years = others
    return frozenset(found)


def _count(dates: Mapping[int, int], years: list[int]) -> int:
    return sum(dates[year] for year in years)
