"""One date of an EDTF value: its figures, and the days that they can mean.

An unspecified figure is an ``X``; ``~``, ``?`` and ``%`` before or behind a figure say that it is
approximate, uncertain, or both; ``S2`` behind a year, that two of its figures are known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Day = tuple[int, int, int]  # year (0 is 1 BC), month, day
Doubt = Literal["", "~", "?", "%"]

_Q = "[~?%]?"
_DATE = re.compile(
    rf"{_Q}(?P<year>-?[\dX]{{4}})(?:S\d)?{_Q}"
    rf"(?:-{_Q}(?P<month>[\dX]{{2}}){_Q}(?:-{_Q}(?P<day>[\dX]{{2}}){_Q}"
    r"(?:T(?P<clock>\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?))?)?)?"
)
_ANY_YEAR = 2000  # a leap year, for figures that leave the year open

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
class Date:
    """A date: its figures as they are written, empty where there are none.

    clock: the time of day with its zone. doubt: that of the whole.
    """

    year: str
    month: str = ""
    day: str = ""
    clock: str = ""
    doubt: Doubt = ""

    @property
    def part(self) -> int:
        """The part of a year (21 to 41) that stands in the place of its month; else 0."""
        return int(self.month) if self.month.isdigit() and int(self.month) > 12 else 0

    @property
    def is_whole(self) -> bool:
        """Whether each figure is known: a year, a month, a day, or a time of day."""
        return "X" not in self.year + self.month + self.day and not self.part

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that it can mean; None where it says nothing of the year."""
        figures = self.year.lstrip("-")
        if figures == "XXXX":
            return None
        least, most = _range(figures)
        return (-most, -least) if self.year.startswith("-") else (least, most)

    @cached_property
    def first(self) -> Day | None:
        """The first day that it can mean; None where it says nothing of the year."""
        return self.years and (self.years[0], self._months[0], max(1, _range(self.day)[0]))

    @cached_property
    def last(self) -> Day | None:
        """The last day that it can mean."""
        if self.years is None:
            return None
        year, month = self.years[1], self._months[1]
        longest = monthrange(year, month)[1]
        return year, month, min(_range(self.day)[1], longest) if self.day else longest

    @cached_property
    def is_possible(self) -> bool:
        """Whether a calendar has such a day, and a clock such an hour."""
        return self._has_month and self._has_day and self._has_hour

    @property
    def _months(self) -> tuple[int, int]:
        if not self.month:
            return 1, 12
        if self.part:
            return _MONTHS[self.part]
        least, most = _range(self.month)
        return max(1, least), min(12, most)

    @property
    def _has_month(self) -> bool:
        if self.part:
            return self.part in _MONTHS and not self.day
        return not self.month or self._months[0] <= self._months[1]

    @property
    def _has_day(self) -> bool:
        if not self.day:
            return True
        least, most = _range(self.day)
        return max(1, least) <= min(most, self._longest)

    @property
    def _longest(self) -> int:
        if "X" in self.month:
            return 31
        year = _ANY_YEAR if "X" in self.year else int(self.year)
        return monthrange(year, int(self.month))[1]

    @property
    def _has_hour(self) -> bool:
        hour, minute, *rest = re.findall(r"\d\d", self.clock) or ("0", "0")
        second = rest[0] if self.clock[5:6] == ":" else "0"
        return int(hour) <= 24 and int(minute) < 60 and int(second) <= 60


def _range(figures: str) -> tuple[int, int]:
    """The least and the greatest number that figures can mean."""
    return int(figures.replace("X", "0") or 0), int(figures.replace("X", "9") or 0)


def date_of(text: str) -> Date | None:
    """Return the date that a text has the form of, whether a calendar has it or not."""
    found = _DATE.fullmatch(text)
    return Date(**found.groupdict(""), doubt=_doubt(text)) if found else None


def _doubt(text: str) -> Doubt:
    about, perhaps = any(mark in text for mark in "~%S"), any(mark in text for mark in "?%")
    return "%" if about and perhaps else "~" if about else "?" if perhaps else ""
