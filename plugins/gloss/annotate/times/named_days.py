"""The days that have a name: feasts of each year, and what happened once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from gloss.annotate.times.periods import Period, a_day, nth_weekday, period
from gloss.annotate.times.vocabulary import table

NAMED_DAYS: list[Mapping[str, Any]] = table("holidays")["holiday"]


def date_in(which: int, year: int) -> Period:
    """Return the date of a named day, by its place in ``holidays.toml``, in a year."""
    named = NAMED_DAYS[which]
    if "easter" in named:
        day = easter(year)
    elif "nth" in named:
        day = nth_weekday(year, named["month"], named["weekday"], named["nth"]).first
    else:
        day = a_day(year, named["month"], named["day"]).first
    day += relativedelta(days=named.get("easter", named.get("after", 0)))
    return period(named.get("unit", "day"), day)


def event_on(month: int, day: int) -> int | None:
    """Return what happened once on a day, where it is known by that day."""
    for which, named in enumerate(NAMED_DAYS):
        if "year" in named and (named["month"], named["day"]) == (month, day):
            return which
    return None
