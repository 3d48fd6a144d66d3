"""Repetitions (TIMEX3's sets) as recurrence rules (RFC 5545, 3.3.10), and when they first fall."""

from __future__ import annotations

import re
from datetime import date, timedelta

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY", "TH": "HOURLY"}

_WEEKLY = re.compile(r"XXXX-WXX-(?P<day>[1-7]|WE)(?:T.*)?")
_YEARLY = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:T.*)?")
_MONTHLY = re.compile(r"XXXX-XX-(?P<day>\d\d)(?:T.*)?")
_DAILY = re.compile(r"XXXX-(?:XX-XX|WXX-X)(?:T.*)?")
_EACH = re.compile(r"P(?P<time>T?)(?P<count>\d+)(?P<unit>[DWMYHQ])")
_YEARS = 8  # within which every day of a year falls, 29 February too


def rrule_of(value: str) -> str:
    """Return the rule of a repetition; empty where the value has none.

    >>> rrule_of("XXXX-WXX-2"), rrule_of("P2W"), rrule_of("XXXX-SU")
    ('FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;INTERVAL=2', '')
    """
    if found := _WEEKLY.fullmatch(value):
        days = "SA,SU" if found["day"] == "WE" else DAYS[int(found["day"]) - 1]
        return f"FREQ=WEEKLY;BYDAY={days}"
    if found := _YEARLY.fullmatch(value):
        day = f";BYMONTHDAY={int(found['day'])}" if found["day"] else ""
        return f"FREQ=YEARLY;BYMONTH={int(found['month'])}{day}" if _month(found["month"]) else ""
    if found := _MONTHLY.fullmatch(value):
        return f"FREQ=MONTHLY;BYMONTHDAY={int(found['day'])}"
    if _DAILY.fullmatch(value):
        return "FREQ=DAILY"
    return _each(value)


def _each(value: str) -> str:
    found = _EACH.fullmatch(value)
    if not found or not int(found["count"]):
        return ""
    count, unit = int(found["count"]), found["time"] + found["unit"]
    if unit == "Q":
        count, unit = count * 3, "M"
    interval = f";INTERVAL={count}" if count > 1 else ""
    return f"FREQ={_UNITS[unit]}{interval}" if unit in _UNITS else ""


def _month(figures: str) -> bool:
    return 1 <= int(figures) <= 12


def first_day_of(value: str, since: date) -> date | None:
    """Return the first day, not before another, on which a repetition falls.

    None where it names no day of a week, month or year: what is every year alone falls on no day.
    """
    if not rrule_of(value) or _DAILY.fullmatch(value) or _EACH.fullmatch(value):
        return None
    days = (since + timedelta(days=n) for n in range(366 * _YEARS))
    return next((day for day in days if _falls(value, day)), None)


def _falls(value: str, day: date) -> bool:
    """Tell whether a repetition falls on a day; one of a month begins on its first."""
    if found := _WEEKLY.fullmatch(value):
        return day.isoweekday() == (6 if found["day"] == "WE" else int(found["day"]))
    if found := _YEARLY.fullmatch(value):
        return (day.month, day.day) == (int(found["month"]), int(found["day"] or 1))
    found = _MONTHLY.fullmatch(value)
    return found is not None and day.day == int(found["day"])
