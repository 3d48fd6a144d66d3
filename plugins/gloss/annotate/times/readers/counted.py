"""Read dates at so many units from another: "two months ago", "three days later"."""

from __future__ import annotations

from dataclasses import replace

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated
from gloss.annotate.times.periods import STEPS, Period, a_month, in_words, period, weekday_near
from gloss.annotate.times.readers.calendar import number, place
from gloss.annotate.times.readers.durations import count_of, unit_of
from gloss.annotate.times.readers.holidays import holiday_of
from gloss.annotate.times.readers.relative import (
    CALENDAR_UNITS,
    read_deictic,
    read_weekday,
    unplaced,
)
from gloss.annotate.times.readers.spoken import reaches

_AS_DAYS = {"fortnight": "week", "night": "day"}  # of the calendar


def counted_from(start: Period, unit: str, count: float, sign: int) -> Period | None:
    """Return the period some units from another, as fine as the unit or the count is."""
    if unit == "fortnight":
        unit, count = "week", count * 2
    unit = _AS_DAYS.get(unit, unit)
    if unit not in CALENDAR_UNITS:
        return None
    steps = int(count)
    if unit in ("decade", "century"):
        unit, steps = "year", steps * (10 if unit == "decade" else 100)
    elif unit == "weekend":
        unit = "week"
    if count != int(count):  # a year and a half ago: as fine as a year still
        months = {"year": 12, "month": 1}.get(unit)
        if months is None:
            return None
        moved = start.first + STEPS["month"] * round(count * months) * sign
        return period(unit, moved)
    return period(unit, start.first + STEPS[unit] * steps * sign)


def read_ago(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two months ago"; "a year ago" of a quarter's figures is the same quarter."""
    unit, count = unit_of(parts), count_of(parts)
    if unit not in CALENDAR_UNITS and unit not in _AS_DAYS:
        return Sense("TIME", "PAST_REF")
    if count is None:
        return Sense("DATE", "PAST_REF")
    figures = _period_of_figures(context) if (unit, count) == ("year", 1) else None
    if figures:
        return a_year_before(figures, context)
    if context.published is None:
        return unplaced("year" if count >= 10 else _AS_DAYS.get(unit, unit))
    found = counted_from(Period("day", context.published), unit, count, -1)
    return dated(_weekday_of(found, parts), context.counted) if found else None


def _period_of_figures(context: TimeContext) -> Period | None:
    """The business period that figures tell of: a quarter, or the year named just before them."""
    if not context.among_figures():
        return None
    if context.fiscal and context.fiscal.unit != "year":
        return context.fiscal
    last = context.last if context.is_beside_last() else None
    return last if last and last.unit == "year" else None


def _weekday_of(found: Period, parts: Parts) -> Period:
    """ "A week ago Friday" is that week's Friday."""
    if found.unit != "week" or "weekday" not in parts:
        return found
    return Period("day", found.first + STEPS["day"] * (number(parts, "weekday") - 1))


def a_year_before(anchor: Period, context: TimeContext) -> Sense:
    """Return the same period of the year before."""
    found = anchor.of_year(anchor.first.year - 1)
    return replace(context.business(found, f"counted from {in_words(anchor)}"), anchors=False)


def read_weekdays_ago(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two Sundays ago": the last one is the first of them."""
    weekday, count = number(parts, "weekdays"), number(parts, "number")
    if context.published is None or count < 1:
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    last = weekday_near(context.published - STEPS["day"], weekday, 0)
    return dated(last.shift(-7 * (count - 1)), context.counted)


def read_half_ago(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "half a year ago"."""
    unit = str(parts["unit"].value)
    months = {"year": 6, "decade": 60, "century": 600}.get(unit)
    if months is None:
        return None
    if context.published is None:
        return unplaced("month" if unit == "year" else "year")
    day = context.published - STEPS["month"] * months
    return dated(period("month" if unit == "year" else "year", day), context.counted)


def read_ago_to_the_day(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "ten years ago today", "six years ago this month"."""
    unit, count = unit_of(parts), count_of(parts)
    span = str(parts["span"].value) if "span" in parts else "day"
    if context.published is None or count is None or unit not in STEPS:
        return unplaced(span)
    return dated(period(span, context.published - STEPS[unit] * int(count)), context.counted)


def read_ago_in_a_month(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "ten years ago this May"."""
    unit, count = unit_of(parts), count_of(parts)
    if context.published is None or unit != "year" or count is None:
        return place(number(parts, "month"), 0, context)
    return dated(
        a_month(context.published.year - int(count), number(parts, "month")), context.counted
    )


def read_from_now(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two weeks from now" and "in two weeks' time"."""
    unit, count = unit_of(parts), count_of(parts)
    if count is None or unit not in CALENDAR_UNITS:
        return Sense("DATE", "FUTURE_REF")
    if context.published is None:
        return unplaced(unit)
    found = counted_from(Period("day", context.published), unit, count, 1)
    return dated(found, context.counted) if found else None


def read_beside(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "three days later", "a year earlier": counted from the date named last."""
    unit, count = unit_of(parts), count_of(parts)
    sign = 1 if "after" in parts else -1
    if count is None or unit not in CALENDAR_UNITS:
        return None
    if (sign, unit, count) == (-1, "year", 1) and context.fiscal:
        return a_year_before(context.fiscal, context)
    if sign > 0 and context.last is None:
        return unplaced(unit)  # later than something that has no date
    anchor, how = context.anchor_of(unit)
    if anchor is None or (anchor.unit != "day" and not reaches(anchor, unit)):
        return unplaced(unit)
    found = counted_from(anchor, unit, count, sign)
    return dated(found, how, 0.8) if found else None


def read_beside_day(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two days before Christmas", "a week after Friday"."""
    if "holiday" in parts:
        start = holiday_of(parts, context)
    elif "weekday" in parts:
        start = read_weekday(parts, context)
    else:
        start = read_deictic(parts, context)
    unit, count = unit_of(parts), count_of(parts)
    if start is None or start.period is None or count is None:
        return unplaced("day")
    found = counted_from(start.period, unit, count, number(parts, "side"))
    return dated(found, start.how) if found else None


READERS = {
    "ago": read_ago,
    "weekdays ago": read_weekdays_ago,
    "half ago": read_half_ago,
    "ago to the day": read_ago_to_the_day,
    "ago in a month": read_ago_in_a_month,
    "from now": read_from_now,
    "beside": read_beside,
    "beside a day": read_beside_day,
}
