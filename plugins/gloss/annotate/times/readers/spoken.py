"""Read periods that the text has spoken of: "that day", "the quarter", "the following year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gloss.annotate.times.periods import (
    STEPS,
    Period,
    a_month,
    a_quarter,
    in_words,
    period,
    weekday_near,
)
from gloss.annotate.times.readers.calendar import number, place, year_of
from gloss.annotate.times.readers.relative import of_publication, unplaced
from gloss.annotate.times.scene import Parts, Scene, Sense, dated

_HALF_A_QUARTER = 45  # days


def reaches(anchor: Period, unit: str) -> bool:
    """Whether an anchor is fine enough to count such units from."""
    return anchor.unit == unit or anchor.finer(unit)


def read_same(parts: Parts, scene: Scene) -> Sense | None:
    """Read "that day", "the same month": the one named last."""
    unit = str(parts["span"].value)
    if scene.fiscal and unit == "quarter":
        return dated(scene.fiscal, f"as {in_words(scene.fiscal)}, named before", 0.8)
    anchor, _ = scene.anchor()
    if anchor is None or not reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit), f"counted from {in_words(anchor)}", 0.8)


def read_same_named(parts: Parts, scene: Scene) -> Sense | None:
    """Read "that March", "the same Monday"."""
    if "weekday" in parts:
        anchor, how = scene.anchor()
        if anchor is None or anchor.unit != "day":
            return Sense("DATE", f"XXXX-WXX-{number(parts, 'weekday')}")
        return dated(weekday_near(anchor.first, number(parts, "weekday"), 0), how, 0.6)
    year = scene.year or (scene.published.year if scene.published else None)
    if year is None:
        return place(number(parts, "month"), 0, scene)
    return dated(a_month(year, number(parts, "month")), "year named before", 0.8)


def read_spoken_of(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the quarter", "the year": the business period named last, else the one under way."""
    unit = str(parts["span"].value)
    if unit == "quarter":
        if scene.fiscal is None:
            return of_publication(unit, -1 if scene.direction() < 0 else 0, scene)
        if scene.fiscal.unit == "year":
            return of_publication(unit, -1, scene)
        return dated(scene.fiscal, f"as {in_words(scene.fiscal)}, named before", 0.8)
    if unit == "month" and scene.last and scene.last.unit == unit and scene.direction() <= 0:
        return dated(scene.last, f"as {in_words(scene.last)}, named before", 0.8)
    return of_publication(unit, 0, scene)


def read_in_the_period(parts: Parts, scene: Scene) -> Sense | None:
    """Read "earlier in the year", and "later in the day" of the day named last."""
    return (read_same if parts["span"].value == "day" else read_spoken_of)(parts, scene)


def read_quarter_that_ended(parts: Parts, scene: Scene) -> tuple[Sense, ...] | None:
    """Read "the quarter ended Sept. 30": the quarter that most of it lies in."""
    if parts["span"].value != "quarter":
        return None
    year, month, day = year_of(parts, scene), number(parts, "month"), number(parts, "day")
    end = dated(Period("day", date(year, month, day))) if year else place(month, day, scene)
    found = unplaced("quarter")
    if end.period and "ordinal" in parts and 1 <= number(parts, "ordinal") <= 4:
        found = _fiscal_quarter(number(parts, "ordinal"), end)
    elif scene.fiscal:
        found = dated(scene.fiscal, f"as {in_words(scene.fiscal)}, named before", 0.8)
    elif end.period:
        middle = end.period.first - STEPS["day"] * _HALF_A_QUARTER
        found = dated(period("quarter", middle), end.how, 0.8)
    first = "month" if parts["month"].start < parts["day"].start else "day"
    return replace(end, between=(first, "end")), replace(found, between=("start", "span"))


def _fiscal_quarter(ordinal: int, end: Sense) -> Sense:
    """A numbered quarter that ended on a day: "the fourth quarter ended Feb. 2" is last year's.

    TIMEX3 has its number; on the calendar it is the three months up to that day.
    """
    assert end.period is not None
    last = end.period.first
    middle = last - STEPS["day"] * _HALF_A_QUARTER
    quarter = a_quarter(middle.year if ordinal == 4 else last.year, ordinal)
    found = dated(quarter, end.how, 0.8)
    if quarter.first <= middle <= quarter.last:
        return found
    start = last + STEPS["day"] - STEPS["quarter"]
    return replace(found, edtf=f"{start.isoformat()}/{last.isoformat()}")


def read_latest(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the latest quarter": the business period named last, else the last one ended."""
    del parts
    if scene.fiscal:
        return dated(scene.fiscal, f"as {in_words(scene.fiscal)}, named before", 0.8)
    return of_publication("quarter", -1, scene)


def read_neighbour(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the next day", "the previous year": beside the date named last."""
    unit = str(parts["span"].value)
    anchor, how = scene.anchor()
    if anchor is None or not reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit).shift(number(parts, "shift")), how, 0.8)


READERS = {
    "same": read_same,
    "same named": read_same_named,
    "spoken of": read_spoken_of,
    "in the period": read_in_the_period,
    "quarter that ended": read_quarter_that_ended,
    "latest": read_latest,
    "neighbour": read_neighbour,
    "the day before": read_neighbour,
}
