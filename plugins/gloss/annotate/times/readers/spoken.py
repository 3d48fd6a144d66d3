"""Read periods that the text has spoken of: "that day", "the quarter", "the following year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated, of_context
from gloss.annotate.times.periods import (
    STEPS,
    Period,
    a_month,
    a_quarter,
    a_year,
    in_words,
    period,
    weekday_near,
)
from gloss.annotate.times.readers.calendar import number, place, year_of
from gloss.annotate.times.readers.relative import of_publication, unplaced

_HALF_A_QUARTER = 45  # days
_REPORTED_BY = 3  # the month by which most have told of the year before


def reaches(anchor: Period, unit: str) -> bool:
    """Whether an anchor is fine enough to count such units from."""
    return anchor.unit == unit or anchor.finer(unit)


def read_same(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "that day", "the same month": the one named last."""
    unit = str(parts["span"].value)
    if context.fiscal and unit == "quarter":
        return context.named_before(context.fiscal)
    anchor, _ = context.anchor_of(unit)
    if anchor is None or not reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit), f"counted from {in_words(anchor)}", 0.8)


def read_same_named(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "that March", "the same Monday"."""
    if "weekday" in parts:
        anchor, how = context.anchor()
        if anchor is None or anchor.unit != "day":
            return Sense("DATE", f"XXXX-WXX-{number(parts, 'weekday')}")
        return dated(weekday_near(anchor.first, number(parts, "weekday"), 0), how, 0.6)
    year = context.years.last or (context.published.year if context.published else None)
    if year is None:
        return place(number(parts, "month"), 0, context)
    return dated(a_month(year, number(parts, "month")), "year named before", 0.8)


def read_spoken_of(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the quarter", "the year": the business period named last, else the one under way."""
    unit, last = str(parts["span"].value), context.last
    if unit == "quarter":
        return _quarter_spoken_of(context)
    if unit == "year" and _tells_of_the_year_before(context):
        return dated(a_year(context.years.last or 0), "year named before", 0.8)
    named = unit == "day" or (unit == "month" and context.direction() <= 0)
    if named and last and last.unit == unit:
        return context.named_before(last)
    return of_publication(unit, 0, context)


def _quarter_spoken_of(context: TimeContext) -> Sense:
    if context.fiscal is None:
        return of_publication("quarter", -1 if context.direction() < 0 else 0, context)
    if context.fiscal.unit == "year":
        return of_publication("quarter", -1, context)
    return context.named_before(context.reported or context.fiscal)


def _tells_of_the_year_before(context: TimeContext) -> bool:
    """ "Revenue for the year was up", in a report that is published in the next year's spring."""
    published = context.published
    if published is None or published.month > _REPORTED_BY or context.direction() >= 0:
        return False
    return context.years.last == published.year - 1


def read_in_the_period(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "earlier in the year" and "later in the day" of the year or day named last."""
    last = context.last if context.direction() < 0 and context.is_beside_last() else None
    spoken = parts["span"].value == "day" or (parts["span"].value == "year" and last)
    return (read_same if spoken else read_spoken_of)(parts, context)


def read_quarter_that_ended(parts: Parts, context: TimeContext) -> tuple[Sense, ...] | None:
    """Read "the quarter ended Sept. 30": the quarter that most of it lies in."""
    if parts["span"].value != "quarter":
        return None
    year, month, day = year_of(parts, context), number(parts, "month"), number(parts, "day")
    end = dated(Period("day", date(year, month, day))) if year else place(month, day, context)
    found = unplaced("quarter")
    ordinal = number(parts, "ordinal") or _ordinal_named(context)
    if end.period and ordinal in (0, 1, 2, 3, 4):
        found = _quarter_up_to(end.period.first, ordinal, end.how)
    first = "month" if parts["month"].start < parts["day"].start else "day"
    return replace(end, between=(first, "end")), replace(found, between=("start", "span"))


def _ordinal_named(context: TimeContext) -> int:
    """The number of the quarter that the text is at, 0 where it is at none."""
    quarter = context.fiscal if context.fiscal and context.fiscal.unit == "quarter" else None
    return (quarter.first.month + 2) // 3 if quarter else 0


def _quarter_up_to(last: date, ordinal: int, how: str) -> Sense:
    """A quarter that ended on a day: "the fourth quarter ended Feb. 2" is last year's.

    TIMEX3 has its number, if it is told, else that of the calendar's quarter that most of it lies
    in; EDTF the three months up to that day, unless they are that quarter.
    """
    middle = last - STEPS["day"] * _HALF_A_QUARTER
    quarter = period("quarter", middle)
    if ordinal:
        quarter = a_quarter(middle.year if ordinal == 4 else last.year, ordinal)
    if quarter.first <= middle <= quarter.last:
        return dated(quarter, how, 0.8)
    start = last + STEPS["day"] - STEPS["quarter"]
    return replace(dated(quarter, how, 0.8), edtf=f"{start.isoformat()}/{last.isoformat()}")


def read_latest(context: TimeContext) -> Sense | None:
    """Read "the latest quarter": the business period named last, else the last one ended."""
    if context.fiscal:
        return context.named_before(context.fiscal)
    return of_publication("quarter", -1, context)


def read_neighbour(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the next day", "the previous year": beside the date named last."""
    unit = str(parts["span"].value)
    anchor, how = context.anchor_of(unit)
    if unit == "quarter" and context.fiscal is None:
        return of_publication(unit, number(parts, "shift"), context)
    if anchor is None or not reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit).shift(number(parts, "shift")), how, 0.8)


READERS = {
    "same": read_same,
    "same named": read_same_named,
    "spoken of": read_spoken_of,
    "in the period": read_in_the_period,
    "quarter that ended": read_quarter_that_ended,
    "latest": of_context(read_latest),
    "neighbour": read_neighbour,
    "the day before": read_neighbour,
}
