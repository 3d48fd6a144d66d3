"""Which dates a calendar has: an editor's slip is told before it stands on a page.

Only months, days and times of day are looked at, as they stand in a value of EDTF (ISO 8601-2):
the whole of its grammar takes milliseconds for each, and ``invoke check`` has the time for it.
"""

from __future__ import annotations

import re
from calendar import monthrange

_DOUBT = re.compile(r"[~?%]")
_DAY = re.compile(r"(?<![\dX])(-?[\dX]{4})-(\d\d|XX)(?:-(\d\d|XX))?(?![\dX])")
_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PUBLISHED = re.compile(r"\d{4}(-\d\d(-\d\d(T.*)?)?)?")

# Seasons, quarters, thirds and halves of a year stand in the place of its months.
_PARTS = range(21, 42)


def is_possible(edtf: str) -> bool:
    """Tell whether every day and time of day that an EDTF value states is one; what is no EDTF is
    not judged."""
    plain = _DOUBT.sub("", edtf)
    days = all(_is_day(*match.groups()) for match in _DAY.finditer(plain))
    return days and all(_is_clock(*match.groups("0")) for match in _CLOCK.finditer(plain))


def _is_day(year: str, month: str, day: str | None) -> bool:
    if month == "XX":
        return day in (None, "XX") or 1 <= int(day or 0) <= 31
    if day is None:
        return 1 <= int(month) <= 12 or int(month) in _PARTS
    if not 1 <= int(month) <= 12:
        return False
    return day == "XX" or 1 <= int(day) <= monthrange(_alike(year), int(month))[1]


def _alike(year: str) -> int:
    """Return a year as long as the one that is written; where that is not known, a leap year."""
    return 2000 if "X" in year else 2000 + int(year) % 400


def _is_clock(hour: str, minute: str, second: str) -> bool:
    return int(hour) <= 24 and int(minute) < 60 and int(second) <= 60


def is_iso_day(text: str) -> bool:
    """Tell whether a text is a day, ``YYYY-MM-DD``."""
    return bool(_ISO_DAY.fullmatch(text)) and is_possible(text)


def is_publication(text: str) -> bool:
    """Tell whether a text is a day, month or year, a time of day behind it or not."""
    return bool(_PUBLISHED.fullmatch(text)) and is_possible(text)
