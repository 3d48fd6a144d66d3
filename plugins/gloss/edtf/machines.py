"""What machines take of an EDTF value: each a form that says no more than the value does."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from gloss.edtf.date import Date, Day
from gloss.edtf.value import KEPT, Edtf, read

_FRACTION = re.compile(r"\.\d+")
_OLDEST, _NEWEST = (1, 1, 1), (9999, 12, 31)  # of the calendars of most machines


def html_time(text: str) -> str:
    """Return what HTML's ``time`` element takes: a day, month or year, a day without a year; or ''.

    HTML knows neither doubt nor years before our era.
    """
    value = read(text)
    date = value.date if value else None
    if date is None or date.doubt or date.part:
        return ""
    if date.year == "XXXX":
        stated = f"{date.month}-{date.day}"
        return stated if len(stated) == 5 and "X" not in stated and not date.clock else ""
    if not date.is_whole or not _in_era(date):
        return ""
    return _iso(date)


def iso_date(text: str | None) -> str | None:
    """Return the finest ISO 8601 date that holds all of a value (schema.org's ``Date``).

    The third quarter of 2012 lies in 2012. None where the value is doubtful, or no one date.
    """
    value = read(text) if text else None
    date = value.date if value else None
    if date is None or date.doubt or "X" in date.year or not _in_era(date):
        return None
    if date.part or not date.month.isdigit():
        return date.year
    return _iso(date) if date.day.isdigit() else f"{date.year}-{date.month}"


@lru_cache(maxsize=KEPT)
def first_day(text: str | None, otherwise: str) -> str:
    """Return the first day that a value can mean, as ISO 8601; another where it says no year.

    >>> first_day("2018-09", "2020-01-01")
    '2018-09-01'
    """
    value = read(text) if text else None
    first = value.first if value else None
    return iso_day(first) if first and _OLDEST <= first <= _NEWEST else otherwise


def iso_day(day: Day) -> str:
    """Return a day as ISO 8601; 44 BC is the year -0043."""
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def date_parts(text: str | None) -> dict[str, object] | None:
    """Return a value as CSL-JSON's date: its parts, of a longer stretch those of both ends.

    ``circa`` where it is doubtful. None where it says no year.
    """
    value = read(text) if text else None
    if value is None or value.first is None or value.last is None:
        return None
    date = value.date
    if date and date.is_whole:
        finest = sum(1 for figures in (date.year, date.month, date.day) if figures)
        parts = [list(value.first[:finest])]
    else:
        parts = [list(value.first), list(value.last)]
    return {"date-parts": parts} | ({"circa": True} if value.doubt else {})


def moment(value: Edtf) -> datetime | None:
    """Return a time of day, in UTC where its zone is stated; None where there is no such time."""
    date = value.date
    if not date or not date.clock or not date.is_whole:
        return None
    try:
        found = datetime.fromisoformat(value.text)
        return found.astimezone(UTC) if found.tzinfo else found
    except (ValueError, OverflowError):  # 24:00, or a doubt
        return None


def _in_era(date: Date) -> bool:
    return date.first is not None and date.first >= _OLDEST


def _iso(date: Date) -> str:
    """The figures of a whole date; most machines know neither 24:00 nor a 60th second."""
    day = "-".join(figures for figures in (date.year, date.month, date.day) if figures)
    clock = _FRACTION.sub("", date.clock)
    return f"{day}T{clock}" if clock and clock[:2] != "24" and clock[6:8] != "60" else day
