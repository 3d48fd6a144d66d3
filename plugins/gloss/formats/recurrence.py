"""Repetitions (TIMEX3's sets) as recurrence rules (RFC 5545, 3.3.10), and when they first fall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from gloss.digest.model import Repeated
from gloss.edtf import Edtf, first_day, read
from gloss.lexicon import words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY", "TH": "HOURLY"}

_WEEKLY = re.compile(r"XXXX-WXX-(?P<day>[1-7]|WE)(?:T.*)?")
_YEARLY = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:T.*)?")
_MONTHLY = re.compile(r"XXXX-XX-(?P<day>\d\d)(?:T.*)?")
_DAILY = re.compile(r"XXXX-(?:XX-XX|WXX-X)(?:T.*)?")
_LASTS = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
_EACH = re.compile(r"P(?P<time>T?)(?P<count>\d+)(?P<unit>[DWMYHQ])")
_RATES = words("repetitions")["rates"]
_YEARS = 8  # within which every day of a year falls, 29 February too


@dataclass(frozen=True)
class Recurrence:
    """A repetition as calendars have it.

    first: the day on which it first falls, None where that cannot be told. rule: RFC 5545's, empty
        where there is none.
    """

    first: date | None
    rule: str


def recurrence_of(again: Repeated) -> Recurrence:
    """Return when a repetition first falls, and its rule: from the day of its story on, or within
    the bounds that the story states.
    """
    if _is_rate(again):
        return Recurrence(None, "")
    rule, until = rrule_of(again.edtf), read(again.until)
    first = _first(again) if rule else None
    last = _last(until)
    if first and not until and again.lasts:
        last = _after(first, again.lasts)
    over = until and until.last and first and until.last < (first.year, first.month, first.day)
    return Recurrence(None if over else first, _ended(rule, last, again.times))


def _is_rate(again: Repeated) -> bool:
    """Tell whether something is counted by a time, and happens at none ("barrels per day")."""
    return not _RATES.isdisjoint(again.written.lower().split()[:1])


def _first(again: Repeated) -> date | None:
    """The first day from that on which the story states, else from its own on.

    A story that names no more than the year says too little. What falls on no day that is named
    begins on a day that is stated.
    """
    value, stated = again.edtf, read(again.since)
    if not stated or not stated.first or not stated.month:
        own = first_day(again.day, "")  # none before our era
        return first_day_of(value, date.fromisoformat(own)) if own else None
    if stated.first[0] < 1:
        return None
    start = date(*stated.first)
    is_a_day = stated.first == stated.last
    daily = value == "P1D" or _DAILY.fullmatch(value)
    each = _EACH.fullmatch(value)
    plain = daily or (each and not each["time"] and is_a_day)
    return start if plain else first_day_of(value, start)


def _last(until: Edtf | None) -> date | None:
    return date(*until.last) if until and until.last and until.last[0] > 0 else None


def _after(first: date, lasts: str) -> date | None:
    """The last day of a time that begins on a day; None where no calendar has it."""
    found = _LASTS.fullmatch(lasts)
    try:
        return found and _behind(first, int(found["count"]), found["unit"]) - timedelta(days=1)
    except (OverflowError, ValueError):
        return None


def _behind(day: date, count: int, unit: str) -> date:
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    years, month = divmod(day.month - 1 + count * _MONTHS[unit], 12)
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, 28))


def _ended(rule: str, last: date | None, times: int) -> str:
    if rule and last:
        return f"{rule};UNTIL={last.isoformat().replace('-', '')}"
    return f"{rule};COUNT={times}" if rule and times else rule


def rrule_of(value: str) -> str:
    """Return the rule of a repetition without its end; empty where the value has none.

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
    left = min(366 * _YEARS, (date.max - since).days)
    days = (since + timedelta(days=n) for n in range(left))
    return next((day for day in days if _falls(value, day)), None)


def _falls(value: str, day: date) -> bool:
    """Tell whether a repetition falls on a day; one of a month begins on its first."""
    if found := _WEEKLY.fullmatch(value):
        return day.isoweekday() == (6 if found["day"] == "WE" else int(found["day"]))
    if found := _YEARLY.fullmatch(value):
        return (day.month, day.day) == (int(found["month"]), int(found["day"] or 1))
    found = _MONTHLY.fullmatch(value)
    return found is not None and day.day == int(found["day"])
