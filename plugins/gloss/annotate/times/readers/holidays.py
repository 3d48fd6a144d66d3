"""Read days that have a name and a date."""

from __future__ import annotations

from dataclasses import replace

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated
from gloss.annotate.times.named_days import NAMED_DAYS, date_in, event_on
from gloss.annotate.times.periods import Period
from gloss.annotate.times.readers.calendar import AHEAD, how_of_year, number, year_of


def holiday_of(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a holiday, in the year that is stated or that its clause means."""
    which = number(parts, "holiday")
    if "year" in NAMED_DAYS[which]:
        return _event(which, context)
    year = year_of(parts, context)
    if year:
        return dated(date_in(which, year), *how_of_year(parts, context))
    if context.published is None:
        return _without_year(which, context)
    found = [date_in(which, context.published.year + n) for n in (-1, 0, 1)]
    return dated(_nearest(found, parts, context), f"year from {context.source}", 0.9)


def read_event(parts: Parts, context: TimeContext) -> Sense | None:
    """Read the "Sept. 11" of "the Sept. 11 attacks"."""
    which = event_on(number(parts, "month"), number(parts, "day"))
    return None if which is None else _event(which, context)


def _event(which: int, context: TimeContext) -> Sense | None:
    """The day of what happened once; earlier stories mean another."""
    found = date_in(which, NAMED_DAYS[which]["year"])
    if context.published and context.published < found.first:
        return None
    return replace(dated(found, NAMED_DAYS[which]["event"]), anchors=False)


def _without_year(which: int, context: TimeContext) -> Sense:
    if (year := context.year_in_mind()) and not context.years.ahead:
        return dated(date_in(which, year), "year named before", 0.7)
    holiday = NAMED_DAYS[which]
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
    ahead = next(h for h in found if h.first >= published)
    before = next(h for h in reversed(found) if h.first < published)
    past = ahead if ahead.first == published else before
    if "shift" in parts:
        return before if number(parts, "shift") < 0 else ahead
    if side := context.direction():
        return ahead if side > 0 else past
    days = (ahead.first - published).days
    return ahead if days * AHEAD < (published - past.first).days else past


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


READERS = {
    "holiday weekend": read_holiday_weekend,
    "holiday": holiday_of,
    "event": read_event,
}
