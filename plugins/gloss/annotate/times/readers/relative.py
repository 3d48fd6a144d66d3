"""Read dates that are counted from another: from publication, or from the date named last."""

from __future__ import annotations

from datetime import date

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated, of_context, of_parts
from gloss.annotate.times.periods import (
    STEPS,
    Period,
    a_week,
    a_year,
    period,
    weekday_near,
)
from gloss.annotate.times.readers.calendar import number, place, year_of
from gloss.annotate.times.vocabulary import word_list

# What is known of a period that cannot be placed.
_UNPLACED = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_WEDNESDAY, _SUNDAY = 3, 7
CALENDAR_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def unplaced(unit: str) -> Sense:
    """A date of which only the size is known."""
    return Sense("DATE", _UNPLACED[unit])


def of_publication(unit: str, steps: int, context: TimeContext) -> Sense:
    """Return the period so many steps from the one of publication."""
    if context.published is None:
        if unit == "year" and steps == 0 and (year := context.years.own()):
            return dated(a_year(year), "year named before", 0.7)
        return unplaced(unit)
    return dated(period(unit, context.published).shift(steps), context.counted)


def read_deictic(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "today", "yesterday", "tomorrow"."""
    return of_publication("day", number(parts, "deictic"), context)


def read_weekday(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a weekday: by its word ("last Friday", "Monday of next week") or its clause's tense."""
    weekday = number(parts, "weekday")
    if context.published is None:
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    if "weekshift" in parts:
        week = period("week", context.published).shift(number(parts, "weekshift"))
        return dated(Period("day", week.first + STEPS["day"] * (weekday - 1)), context.counted)
    if parts.get("shift") and parts["shift"].text in word_list("neighbours"):
        return _beside_last(weekday, number(parts, "shift"), context)
    if "shift" in parts:
        return dated(
            _named_weekday(weekday, number(parts, "shift"), context.published), context.counted
        )
    return dated(_bare_weekday(weekday, context, context.published), context.counted, 0.9)


def _beside_last(weekday: int, shift: int, context: TimeContext) -> Sense:
    """ "The previous Friday" counts from the date named last."""
    anchor, how = context.anchor()
    if anchor is None or anchor.unit != "day":
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    before = anchor.first + STEPS["day"] * (1 if shift > 0 else -1)
    return dated(weekday_near(before, weekday, max(shift, 0)), how, 0.8)


def _named_weekday(weekday: int, shift: int, published: date) -> Period:
    if shift == 0:
        week = period("week", published)
        return Period("day", week.first + STEPS["day"] * (weekday - 1))
    if shift < 0:
        return weekday_near(published - STEPS["day"], weekday, 0)
    return weekday_near(published + STEPS["day"], weekday, 1)


def _bare_weekday(weekday: int, context: TimeContext, published: date) -> Period:
    """What is past may lie between the dateline and publication."""
    ahead = context.direction() >= 1
    return weekday_near(published if ahead else context.latest or published, weekday, ahead)


def read_weekday_week(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "Friday week", and "the Friday before last"."""
    return _weeks_beside(number(parts, "weekday"), 7 * number(parts, "shift", 1), context)


def _weeks_beside(weekday: int, days: int, context: TimeContext) -> Sense:
    """The day that is some days after the next such weekday, or before the last."""
    if context.published is None:
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    return dated(_named_weekday(weekday, days, context.published).shift(days), context.counted)


def read_weeks_from_a_day(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two weeks on Friday", "a week tomorrow", "a fortnight on Monday"."""
    weeks = {"week": 1, "fortnight": 2}.get(str((parts.get("units") or parts["unit"]).value))
    if weeks is None:
        return None
    days = 7 * weeks * number(parts, "number", 1)
    if "deictic" in parts:
        day = number(parts, "deictic")
        return of_publication("day", day + (days if day >= 0 else -days), context)
    return _weeks_beside(number(parts, "weekday"), days, context)


def read_beside_weekday(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the day before last Tuesday"."""
    found = read_weekday(parts, context)
    if found is None or found.period is None:
        return unplaced("day")
    return dated(found.period.shift(number(parts, "side")), context.counted)


def read_shifted(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "last month", "this year".

    On a Monday or Tuesday "this weekend" is, of what is past, the one that is over.
    """
    unit, shift = str(parts["span"].value), number(parts, "shift")
    if unit == "week" and context.published:
        word = "shift" in parts and parts["shift"].text
        shift += _week_begun(context, context.published, shift, word)
    if unit == "weekend" and shift == 0 and context.direction() < 0 and _is_to_come(unit, context):
        shift = -1
    return of_publication(unit, shift, context)


def _is_to_come(unit: str, context: TimeContext) -> bool:
    day = context.published
    return day is not None and day.isoweekday() < _WEDNESDAY and period(unit, day).first > day


def _week_begun(context: TimeContext, published: date, shift: int, word: object) -> int:
    """On a Sunday "last week" is the one that ends, and what is to come "this week" the next.

    So is "this past week" on a Saturday.
    """
    if published.isoweekday() == _SUNDAY:
        return int(shift < 0 or (shift == 0 and context.direction() >= 0))
    return int(shift < 0 and word == "this" and published.isoweekday() == _SUNDAY - 1)


def read_week_of(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the week of March 6"."""
    year = year_of(parts, context)
    month, day = number(parts, "month"), number(parts, "day")
    inside = dated(Period("day", date(year, month, day))) if year else place(month, day, context)
    if inside.period is None:
        return unplaced("week")
    return dated(inside.period.within("week"), inside.how)


def read_numbered_week(parts: Parts) -> Sense | None:
    """Read "week 12 of 2018" (ISO 8601)."""
    return dated(a_week(number(parts, "year"), number(parts, "number")))


def read_weekend(context: TimeContext) -> Sense | None:
    """Read "the weekend": the one nearest, on the side that its clause looks to.

    "Over the weekend" is the one just past in the first half of the week, whatever the clause.
    """
    if context.published is None:
        return unplaced("weekend")
    this = period("weekend", context.published)
    past = context.direction() <= 0 or (
        context.published.isoweekday() <= _WEDNESDAY and context.follows("over")
    )
    ahead = this.first > context.published
    return dated(this.shift(-1) if past and ahead else this, context.counted, 0.8)


READERS = {
    "deictic": read_deictic,
    "weekday": read_weekday,
    "weeks from a day": read_weeks_from_a_day,
    "weekday week": read_weekday_week,
    "beside weekday": read_beside_weekday,
    "shifted": read_shifted,
    "week of": read_week_of,
    "numbered week": of_parts(read_numbered_week),
    "weekend": of_context(read_weekend),
}
