"""Read days and months of the calendar, with their year or without."""

from __future__ import annotations

import re
from dataclasses import replace

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated
from gloss.annotate.times.periods import (
    STEPS,
    Period,
    a_day,
    a_month,
    a_year,
    in_words,
    nth_weekday,
    period,
)
from gloss.annotate.times.vocabulary import word_list

UNKNOWN_YEAR = "XXXX"
# A date against the tense of its clause must be nearer by this factor ("payable Dec. 15"), and
# news tells of the past sooner than of what is ahead.
_AGAINST_TENSE = {"day": 6, "month": 10}
_CERTAINLY = 1000
AHEAD = 1.2
_NAME_NEXT = re.compile(r" [A-Z]")
_WINDOW = 12  # years that a two-figure year may lie ahead of publication


def number(parts: Parts, name: str, default: int = 0) -> int:
    """Return the whole number that a part means."""
    part = parts.get(name)
    return int(part.value) if part else default


def year_of(parts: Parts, context: TimeContext) -> int | None:
    """Return the year that an expression states: in figures, as "last year", as "that year"."""
    if "spoken" in parts:
        return context.years.last
    if "year" in parts:
        return int(parts["year"].value)
    if "spelledyear" in parts:
        return int(parts["spelledyear"].value)
    for name in ("shortyear", "twodigits", "fiscal"):
        if name in parts:
            figures = re.sub(r"\D", "", str(parts[name].value))
            return int(figures) if len(figures) == 4 else whole_year(int(figures), context)
    if "yearshift" in parts and context.published:
        return context.published.year + int(parts["yearshift"].value)
    return None


def how_of_year(parts: Parts, context: TimeContext) -> tuple[str, float]:
    """How the year of an expression was found, and how sure that is."""
    if "spoken" in parts:
        return "year named before", 0.8
    return (context.counted if "yearshift" in parts else ""), 1.0


def whole_year(short: int, context: TimeContext) -> int:
    """Return the year that two figures mean: the latest not far ahead of publication."""
    latest = (context.published.year if context.published else 2000) + _WINDOW
    return latest - (latest - short) % 100


def read_calendar(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a month, or a day of a month, with or without its year."""
    month, day = number(parts, "month"), number(parts, "day")
    if year := year_of(parts, context):
        return dated(_day_or_month(year, month, day), *how_of_year(parts, context))
    if "yearshift" in parts:
        return unplaced_day(month, day)
    if "shift" in parts:
        return _shifted_month(parts, context)
    return place(month, day, context, number(parts, "weekday"))


def read_nth_weekday(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the first Monday of October", "the last Friday in August"."""
    month = _month_of(parts, context)
    if month.period is None:
        return Sense("DATE", month.value, month.edtf)
    first, nth = month.period.first, number(parts, "ordinal", -1)  # no ordinal: the last
    found = nth_weekday(first.year, first.month, number(parts, "weekday"), nth)
    return dated(found, month.how, month.sure)


def read_edge_day(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the first day of June", "the last day of 2013"."""
    whole = _month_of(parts, context)
    if "month" not in parts:
        year = year_of(parts, context)
        whole = dated(a_year(year)) if year else whole
    if whole.period is None:
        return Sense("DATE", whole.value, whole.edtf)
    count = number(parts, "ordinal")
    day = whole.period.first + STEPS["day"] * (count - 1) if count else whole.period.last
    return dated(Period("day", day), whole.how, whole.sure)


def _month_of(parts: Parts, context: TimeContext) -> Sense:
    """The month of an expression, in the year that it states or that the story means."""
    month, year = number(parts, "month", 1), year_of(parts, context)
    if "month" not in parts and year is None:
        anchor, how = context.anchor()
        return dated(anchor.within("month"), how, 0.8) if anchor else Sense("DATE", "XXXX-XX")
    return dated(a_month(year, month)) if year else place(month, 0, context)


def place(month: int, day: int, context: TimeContext, weekday: int = 0) -> Sense:
    """Give a month or a day without a year the year that its story means, or none."""
    a_day(2000, month, day or 1)  # raises for 31 April
    if context.published is None:
        year = context.year_in_mind()
        if year is None:
            return unplaced_day(month, day)
        return dated(_day_or_month(year, month, day), "year named before", 0.7)
    years = [context.published.year + n for n in (0, -1, 1)]
    choices = [c for y in years if (c := possible(y, month, day))]
    if weekday and day:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, context))
    return dated(best, f"year from {context.source}", 0.9)


def _distance(choice: Period, context: TimeContext) -> float:
    """How far a date lies from publication, and how wrong the side is for its clause's tense."""
    published = context.published
    assert published is not None
    days = (choice.first - published).days
    if choice.unit == "month" and choice.first <= published <= choice.last:
        days = 0
    side = context.direction()
    if days * side < 0:
        against = _CERTAINLY if side > 1 else _AGAINST_TENSE[choice.unit]
        return abs(days) * (1 + (against - 1) * abs(side))
    return abs(days) * (AHEAD if days > 0 else 1)


def possible(year: int, month: int, day: int) -> Period | None:
    try:
        return _day_or_month(year, month, day)
    except ValueError:  # 29 February, or a thirteenth month
        return None


def _day_or_month(year: int, month: int, day: int) -> Period:
    return a_day(year, month, day) if day else a_month(year, month)


def unplaced_day(month: int, day: int) -> Sense:
    value = f"{UNKNOWN_YEAR}-{month:02}" + (f"-{day:02}" if day else "")
    return Sense("DATE", value, value)


def _shifted_month(parts: Parts, context: TimeContext) -> Sense:
    """ "Last April" is the latest April before the month of publication; "this" is the year's.

    "The previous April" is that before the date named last.
    """
    shift, month, day = number(parts, "shift"), number(parts, "month"), number(parts, "day")
    start, how = context.published, context.counted
    if parts["shift"].text in word_list("neighbours") and context.last:
        start = context.last.last if shift > 0 else context.last.first
        how = f"counted from {in_words(context.last)}"
    if start is None:
        return unplaced_day(month, day)
    year = start.year
    if shift < 0 and month >= start.month - 1:
        year -= 1  # the month just gone is "last month", so this is the one before it
    elif shift > 0 and month <= start.month:
        year += 1
    return dated(_day_or_month(year, month, day), how)


def read_year(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a year by itself."""
    year = year_of(parts, context)
    return (
        replace(dated(a_year(year)), anchors=not _names_a_thing(parts, context)) if year else None
    )


def _names_a_thing(parts: Parts, context: TimeContext) -> bool:
    """ "The 1964 Civil Rights Act" says nothing of when what is told of it took place."""
    end = max(part.end for part in parts.values())
    return context.follows("the") and bool(_NAME_NEXT.match(context.text, end))


def read_day_alone(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the 17th" as the day of the month that the text speaks of."""
    day, weekday = number(parts, "day"), number(parts, "weekday")
    if context.last and context.last.unit in ("day", "month") and not weekday:
        month = context.last.within("month")
        found = a_day(month.first.year, month.first.month, day)
        return dated(found, "month named before", 0.7)
    if context.published is None:
        value = f"{UNKNOWN_YEAR}-XX-{day:02}"
        return Sense("DATE", value, value)
    month = period("month", context.published)
    near = [month.shift(n) for n in (0, -1, 1)]
    choices = [c for m in near if (c := possible(m.first.year, m.first.month, day))]
    if weekday:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, context))
    return dated(best, f"month from {context.source}", 0.7)


READERS = {
    "calendar": read_calendar,
    "nth weekday": read_nth_weekday,
    "edge day": read_edge_day,
    "year": read_year,
    "day alone": read_day_alone,
}
