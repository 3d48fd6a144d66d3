"""Read ranges: each end is a date of its own, or both are one interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gloss.annotate.times.context import MatchedPart, Parts, Sense, TimeContext, dated
from gloss.annotate.times.periods import STEPS, a_day, a_month, period, weekday_near
from gloss.annotate.times.readers.business import read_quarter
from gloss.annotate.times.readers.calendar import (
    UNKNOWN_YEAR,
    number,
    place,
    unplaced_day,
    year_of,
)
from gloss.annotate.times.readers.clock import read_clock
from gloss.annotate.times.readers.relative import read_weekday


def read_day_range(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "3-5 May" as one stretch of days."""
    month = number(parts, "month")
    year = year_of(parts, context)
    how = ""
    if year is None:
        first = place(month, number(parts, "from"), context)
        if first.period is None:
            return Sense("DATE", f"{UNKNOWN_YEAR}-{month:02}", f"{UNKNOWN_YEAR}-{month:02}")
        year, how = first.period.first.year, first.how
    start, end = a_day(year, month, number(parts, "from")), a_day(year, month, number(parts, "to"))
    if end.first <= start.first:
        return None
    value = f"{start.value}/{end.value}"
    return Sense("DATE", value, value, end, how)


_IN_A_ROW = ("from", "second", "third", "to")


def read_days_in_a_row(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "from 3 to 5 May" and "May 3, 4 and 5": the month is that of all of them."""
    month, year = number(parts, "month"), year_of(parts, context)
    names = [name for name in _IN_A_ROW if name in parts]
    days = [number(parts, name) for name in names]
    if days != sorted(set(days)):
        return None
    found = [dated(a_day(year, month, d)) if year else place(month, d, context) for d in days]
    return _each(found, names)


def read_months_in_a_row(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "from March to June 2012" and "March, April and May": the last one has the year."""
    names = [name for name in _IN_A_ROW if name in parts]
    months = [number(parts, name) for name in names]
    year = year_of(parts, context)
    last = dated(a_month(year, months[-1])) if year else place(months[-1], 0, context)
    if last.period is None:
        return _each([unplaced_day(month, 0) for month in months], names)
    found, first = [last], last.period.first
    for month in reversed(months[:-1]):
        first = a_month(first.year - (month > first.month), month).first
        found.insert(0, dated(period("month", first), last.how, last.sure))
    return _each(found, names)


def read_quarters_in_a_row(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "the first and second quarters of 2008", or of what is told as past."""
    names = ["from", "to"]
    if not parts.keys() & {"year", "yearshift"} and context.direction() >= 0:
        return None  # "it sells most in the second and fourth quarters"
    found = [read_quarter({**parts, "ordinal": parts[name]}, context) for name in names]
    senses = [sense for sense in found if sense]
    return _each(senses, names) if len(senses) == len(names) else None


def _each(senses: list[Sense], names: list[str]) -> tuple[Sense, ...]:
    """Say where each of some senses in a row stands: the outer ones with what is beside them."""
    spans = [(name, name) for name in names]
    spans[0], spans[-1] = ("start", names[0]), (names[-1], "end")
    return tuple(replace(s, between=span) for s, span in zip(senses, spans, strict=True))


def read_two_dates(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "from May 30 to June 2" as two dates, the second in the year of the first."""
    first = number(parts, "frommonth"), number(parts, "fromday")
    second = number(parts, "tomonth"), number(parts, "today")
    year = year_of(parts, context)
    over = int(first > second)  # the turn of a year lies between them
    if year:
        start, end = dated(a_day(year - over, *first)), dated(a_day(year, *second))
    else:
        start = place(*first, context)
        if start.period is None:
            end = unplaced_day(*second)
        else:
            end = dated(a_day(start.period.first.year + over, *second), start.how, start.sure)
    return _apart((start, end), parts, ("frommonth", "fromday"), ("tomonth", "today"))


def read_two_weekdays(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "Monday to Friday" as two days, the second after the first."""
    first = read_weekday({"weekday": parts["from"]}, context)
    last = number(parts, "to")
    if first is None:
        return None
    second = Sense("DATE", f"XXXX-WXX-{last}")
    if first.period:
        after = first.period.first + STEPS["day"]
        second = dated(weekday_near(after, last, 1), first.how, first.sure)
    return replace(first, between=("from", "from")), replace(second, between=("to", "to"))


_HOURS = ("glued", "clock", "hour", "ampm")


def read_two_hours(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "from 2 to 4 p.m. on Tuesday" as two times of one day."""
    own = {n.removeprefix("from"): part for n, part in parts.items() if n.startswith("from")}
    whole = {n: part for n, part in parts.items() if not n.startswith("from")}
    second = read_clock(whole, context)
    day = dict(whole)
    for name in _HOURS:
        day.pop(name, None)
    found = [read_clock({**day, **half}, context) for half in _halves(own, parts.get("ampm"))]
    firsts = list(filter(None, found))
    if second is None or not firsts:
        return None
    first = next((one for one in firsts if one.value < second.value), firsts[-1])
    return _apart((first, second), parts, [f"from{name}" for name in own], _HOURS)


def _apart(
    senses: tuple[Sense, Sense], parts: Parts, first: Iterable[str], second: Iterable[str]
) -> tuple[Sense, Sense]:
    """Say where two senses stand: up to the last of the first's parts, from the second's first."""
    ends = max((name for name in first if name in parts), key=lambda name: parts[name].end)
    starts = min((name for name in second if name in parts), key=lambda name: parts[name].start)
    return (
        replace(senses[0], between=("start", ends)),
        replace(senses[1], between=(starts, "end")),
    )


def _halves(own: Parts, ampm: MatchedPart | None) -> list[Parts]:
    """The hour that a stretch begins with: as it says, or of its end's half of the day, or not."""
    if ampm is None or own.keys() & {"ampm", "glued"}:
        return [own]
    return [{**own, "ampm": ampm}, {**own, "ampm": replace(ampm, value=0)}]


READERS = {
    "day range": read_day_range,
    "days in a row": read_days_in_a_row,
    "quarters in a row": read_quarters_in_a_row,
    "months in a row": read_months_in_a_row,
    "two dates": read_two_dates,
    "two weekdays": read_two_weekdays,
    "two hours": read_two_hours,
}
