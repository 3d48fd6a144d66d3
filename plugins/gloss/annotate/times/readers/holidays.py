"""Read days that have a name and a date."""

from __future__ import annotations

from functools import cache
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated
from gloss.annotate.times.periods import Period, a_day, nth_weekday, period
from gloss.annotate.times.readers.calendar import AHEAD, number, year_of
from gloss.annotate.times.vocabulary import table


@cache
def _holidays() -> list[dict[str, Any]]:
    return list(table("holidays")["holiday"])


def holiday_in(which: int, year: int) -> Period:
    """Return the date of a holiday, by its place in ``holidays.toml``, in a year."""
    holiday = _holidays()[which]
    if "easter" in holiday:
        day = easter(year)
    elif "nth" in holiday:
        nth = nth_weekday(year, holiday["month"], holiday["weekday"], holiday["nth"])
        day = nth.first
    else:
        day = a_day(year, holiday["month"], holiday["day"]).first
    day += relativedelta(days=holiday.get("easter", holiday.get("after", 0)))
    return period(holiday.get("unit", "day"), day)


def holiday_of(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a holiday, in the year that is stated or that its clause means."""
    which = number(parts, "holiday")
    year = year_of(parts, context)
    if year:
        return dated(holiday_in(which, year), context.counted if "yearshift" in parts else "")
    if context.published is None:
        return _without_year(which, context)
    found = [holiday_in(which, context.published.year + n) for n in (-1, 0, 1)]
    return dated(_nearest(found, parts, context), f"year from {context.source}", 0.9)


def _without_year(which: int, context: TimeContext) -> Sense:
    if context.year:
        return dated(holiday_in(which, context.year), "year named before", 0.7)
    holiday = _holidays()[which]
    if "day" in holiday:
        value = f"XXXX-{holiday['month']:02}-{holiday['day']:02}"
        return Sense("DATE", value, value)
    if "month" in holiday:
        value = f"XXXX-{holiday['month']:02}"
        return Sense("DATE", value, value)
    return Sense("DATE", "XXXX-XX-XX")


def _nearest(found: list[Period], parts: Parts, context: TimeContext) -> Period:
    """Return the holiday on the side that the clause looks to, or else the nearest."""
    published = context.published
    assert published is not None
    past = [h for h in found if h.first <= published]
    ahead = [h for h in found if h.first >= published]
    shift = parts.get("shift")
    if shift and int(shift.value) < 0:
        return [h for h in found if h.first < published][-1]
    if shift or context.direction() > 0:
        return ahead[0]
    if context.direction() < 0:
        return past[-1]
    days = (ahead[0].first - published).days
    return ahead[0] if days * AHEAD < (published - past[-1].first).days else past[-1]


def read_holiday_weekend(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "Labor Day weekend": the weekend nearest the day."""
    day = holiday_of(parts, context)
    if day is None or day.period is None:
        return Sense("DATE", "XXXX-WXX-WE")
    after = day.period.within("weekend")
    near = min((after, after.shift(-1)), key=lambda w: _apart(w, day.period))
    return dated(near, day.how, day.sure)


def _apart(weekend: Period, day: Period | None) -> int:
    assert day is not None
    return max((weekend.first - day.first).days, (day.first - weekend.last).days)


READERS = {"holiday weekend": read_holiday_weekend, "holiday": holiday_of}
