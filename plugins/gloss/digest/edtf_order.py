"""Where EDTF values lie in time, and in which order they stand on a timeline.

A value is known by its first and last day. One without a year has no place among the others: it
stands after them all, by month and day. EDTF: ISO 8601-2:2019, levels 0 to 2. The forms that
stories use are read here, since the ``edtf`` package takes milliseconds for each; it reads the
rest.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf

Day = tuple[int, int, int]

_PLAIN = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?(?:T(\S+))?")
_PART = re.compile(r"(\d{4})-(2[1-9]|3\d|4[01])")
_ROUND = re.compile(r"(\d{2,3})(X{1,2})")
_NO_YEAR = re.compile(r"XXXX(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_DOUBT = "~?%"

# First and last month of the parts of a year: seasons (north, south), quarters, thirds, halves.
_MONTHS = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 12)),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}


@dataclass(frozen=True)
class Bounds:
    """The first and the last day that a value can mean: year (0 is 1 BC), month, day."""

    first: Day
    last: Day

    @property
    def days(self) -> int:
        """About how many days it holds, one at least."""
        years, months, days = (b - a for a, b in zip(self.first, self.last, strict=True))
        return years * 365 + months * 30 + days + 1


@lru_cache(maxsize=1 << 16)
def bounds(edtf: str) -> Bounds | None:
    """Return where a value lies; None where it states no year or is no EDTF.

    An interval with an open side is bounded by the other side alone.
    """
    start, slash, end = edtf.partition("/")
    if slash:
        sides = [b for side in (start, end) if side not in ("", "..") and (b := bounds(side))]
        return Bounds(sides[0].first, sides[-1].last) if sides else None
    if edtf.startswith("XXXX"):
        return None
    return _near(edtf.rstrip(_DOUBT)) or _by_the_package(edtf)


def _near(edtf: str) -> Bounds | None:
    """Read the forms that stories use."""
    if plain := _PLAIN.fullmatch(edtf):
        year, month, day = int(plain[1]), int(plain[2] or 0), int(plain[3] or 0)
        if day > monthrange(year, month or 1)[1]:
            return None
        return _whole(year, month or 1, month or 12, day)
    if part := _PART.fullmatch(edtf):
        return _whole(int(part[1]), *_MONTHS[int(part[2])])
    if rounded := _ROUND.fullmatch(edtf):
        if len(rounded[0]) != len("199X"):
            return None
        span = 10 ** len(rounded[2])
        first = int(rounded[1]) * span
        return Bounds((first, 1, 1), (first + span - 1, 12, 31))
    return None


def _whole(year: int, first: int, last: int, day: int = 0) -> Bounds:
    return Bounds((year, first, day or 1), (year, last, day or monthrange(year, last)[1]))


def _by_the_package(edtf: str) -> Bounds | None:
    try:
        value = parse_edtf(edtf)
        first, last = value.lower_strict(), value.upper_strict()
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return None
    if not hasattr(first, "tm_year") or not hasattr(last, "tm_year"):
        return None
    return Bounds(tuple(first[:3]), tuple(last[:3]))


Order = tuple[int, Day, int, str]


@lru_cache(maxsize=1 << 16)
def order(edtf: str) -> Order:
    """Return what sorts values from the oldest: total, and the same for equal values only.

    Of values that begin on one day the longer stands first: a year before its months, a day before
    its hours. Values without a year follow, by month and day; what is no EDTF stands last.
    """
    if edtf.startswith("XXXX"):
        match = _NO_YEAR.match(edtf)
        stated = match.groups("") if match else ("", "")
        month, day = (int(figures) if figures.isdigit() else 0 for figures in stated)
        return 1, (0, month, day), 0, edtf
    found = bounds(edtf)
    if found is None:
        return 2, (0, 0, 0), 0, edtf
    start = edtf.partition("/")[0]
    if start in ("", ".."):  # known by its end alone: it stands where that begins
        end = bounds(edtf.partition("/")[2])
        return 0, end.first if end else found.first, -found.days, edtf
    return 0, found.first, -found.days, edtf
