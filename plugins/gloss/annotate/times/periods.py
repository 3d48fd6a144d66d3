"""Stretches of the calendar, written as TIMEX3 and as EDTF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

# The step from one period to the next.
STEPS: dict[str, Any] = {
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "weekend": timedelta(weeks=1),
    "fortnight": timedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "half": relativedelta(months=6),
    "season": relativedelta(years=1),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}
SEASONS = ("SP", "SU", "FA", "WI")  # in the order of EDTF's codes, from 21
# Named here, since strftime would follow the locale that a site is built in.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")
_FIRST_SEASON, _FIRST_QUARTER, _FIRST_HALF = 21, 33, 40
_SIZES = tuple(STEPS)


@dataclass(frozen=True)
class Period:
    """A unit of the calendar that holds a known day.

    first: its first day. A season begins with the month that usually opens it in the north, winter
        with December; news means no more by it.
    """

    unit: str
    first: date

    @property
    def value(self) -> str:
        """The period as a TIMEX3 value."""
        return _VALUES[self.unit](self.first)

    @property
    def edtf(self) -> str:
        """The period as EDTF: weeks and weekends, which EDTF has no form for, as intervals."""
        year, month = f"{self.first.year:04}", self.first.month
        if self.unit in ("week", "weekend"):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.unit == "quarter":
            return f"{year}-{_FIRST_QUARTER + (month - 1) // 3}"
        if self.unit == "half":
            return f"{year}-{_FIRST_HALF + (month - 1) // 6}"
        if self.unit == "season":
            return f"{year}-{_FIRST_SEASON + month // 3 - 1}"
        return self.value.ljust(4, "X") if self.unit in ("decade", "century") else self.value

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        months = {"season": relativedelta(months=3)}
        end: date = self.first + months.get(self.unit, STEPS[self.unit])
        return end - timedelta(days=1)

    def of_year(self, year: int) -> Period:
        """Return the period of another year that answers to this one."""
        middle = self.first + timedelta(days=3 if self.unit == "week" else 0)
        return period(self.unit, middle + relativedelta(year=year))

    def shift(self, steps: int) -> Period:
        """Return the period that many steps later."""
        return period(self.unit, self.first + STEPS[self.unit] * steps)

    def within(self, unit: str) -> Period:
        """Return the larger period that this one lies in, or begins in."""
        return period(unit, self.first)

    def finer(self, unit: str) -> bool:
        """Return whether this period is a smaller one than the unit."""
        return _SIZES.index(self.unit) < _SIZES.index(unit)


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


# How a period that begins on a day is written, by its unit.
_VALUES: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": _iso_week,
    "weekend": lambda day: _iso_week(day) + "-WE",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04}-H{(day.month + 5) // 6}",
    "season": lambda day: f"{day.year:04}-{SEASONS[day.month // 3 - 1]}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}",
    "century": lambda day: f"{day.year // 100:02}",
}
# The first day of the period that holds a day, by its unit.
_FIRSTS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "weekend": lambda day: day + timedelta(days=5 - day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
    "half": lambda day: day.replace(month=(day.month - 1) // 6 * 6 + 1, day=1),
    "season": lambda day: day.replace(month=day.month // 3 * 3 or 12, day=1),
    "year": lambda day: day.replace(month=1, day=1),
    "decade": lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    "century": lambda day: date(max(1, day.year // 100 * 100), 1, 1),
}


def period(unit: str, day: date) -> Period:
    """Return the period of a kind that holds a day; the season is the one that begins then."""
    return Period(unit, _FIRSTS[unit](day))


def a_day(year: int, month: int = 1, day: int = 1) -> Period:
    """Return a day. Raises ValueError where the calendar has none."""
    return Period("day", date(year, month, day))


def a_month(year: int, month: int) -> Period:
    """Return a month of a year."""
    return Period("month", date(year, month, 1))


def a_year(year: int) -> Period:
    """Return a year."""
    return Period("year", date(year, 1, 1))


def a_season(year: int, season: str) -> Period:
    """Return a season of a year; winter is the one that begins in it."""
    return Period("season", date(year, 3 * SEASONS.index(season) + 3, 1))


def a_quarter(year: int, number: int) -> Period:
    """Return a quarter, 1 to 4, of a year."""
    return Period("quarter", date(year, 3 * number - 2, 1))


def a_half(year: int, number: int) -> Period:
    """Return a half, 1 or 2, of a year."""
    return Period("half", date(year, 6 * number - 5, 1))


def a_week(year: int, number: int) -> Period:
    """Return a numbered week (ISO 8601) of a year."""
    return Period("week", date.fromisocalendar(year, number, 1))


def weekday_near(day: date, weekday: int, direction: int) -> Period:
    """Return the last such weekday (1: Monday), the day included; direction 1: the next."""
    back = (day.isoweekday() - weekday) % 7
    ahead = (weekday - day.isoweekday()) % 7
    return Period("day", day + timedelta(days=ahead if direction > 0 else -back))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Period:
    """Return the nth such weekday (1: Monday) of a month; -1: the last.

    Raises ValueError where the month has not so many.
    """
    on = (MO, TU, WE, TH, FR, SA, SU)[weekday - 1](nth)
    day = date(year, month, 1) + relativedelta(day=1 if nth > 0 else 31, weekday=on)
    if day.month != month:
        raise ValueError(f"{year}-{month:02} has no weekday {weekday} number {nth}")
    return Period("day", day)


def in_words(one: Period) -> str:
    """Write a period as a reader would: "3 May 2015", "the third quarter of 2012"."""
    day, year = one.first, one.first.year
    if one.unit == "month":
        return f"{MONTHS[day.month - 1]} {year}"
    if one.unit == "quarter":
        return f"the {_ORDINALS[(day.month - 1) // 3]} quarter of {year}"
    if one.unit == "half":
        return f"the {_ORDINALS[(day.month - 1) // 6]} half of {year}"
    if one.unit in ("day", "week", "weekend"):
        of = {"week": "the week of ", "weekend": "the weekend of "}.get(one.unit, "")
        return f"{of}{day.day} {MONTHS[day.month - 1]} {year}"
    return one.value
