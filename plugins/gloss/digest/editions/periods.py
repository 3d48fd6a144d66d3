"""The days, weeks and months that editions are of, by the names that ISO 8601 has for them."""

from __future__ import annotations

from datetime import date, timedelta

from gloss.site import Period

_DAYS_OF_A_WEEK = 7


def period_of(day: str, every: Period) -> str:
    """Return the period that a day lies in.

    >>> period_of("2018-09-19", "week"), period_of("2018-09-19", "month")
    ('2018-W38', '2018-09')
    """
    if every == "week":
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04}-W{week:02}"
    return day if every == "day" else day[:7]


def days_of(period: str) -> tuple[str, str]:
    """Return the first and the last day of a period.

    >>> days_of("2018-W38"), days_of("2018-09")
    (('2018-09-17', '2018-09-23'), ('2018-09-01', '2018-09-30'))
    """
    if "W" in period:
        year, week = map(int, period.split("-W"))
        first = date.fromisocalendar(year, week, 1)
        return first.isoformat(), _later(first, _DAYS_OF_A_WEEK - 1).isoformat()
    if period.count("-") == 1:
        first = date.fromisoformat(f"{period}-01")
        next_month = _later(first, 31).replace(day=1)
        last = next_month - timedelta(days=1) if next_month > first else date.max
        return first.isoformat(), last.isoformat()
    return period, period


def _later(day: date, days: int) -> date:
    """Return a day some days later, or the last that a calendar has."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
