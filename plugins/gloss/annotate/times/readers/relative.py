"""Read dates that are counted from another: from publication, or from the date named last."""

from __future__ import annotations

from datetime import date

from gloss.annotate.times.periods import (
    STEPS,
    Period,
    a_month,
    a_week,
    a_year,
    in_words,
    period,
    weekday_near,
)
from gloss.annotate.times.readers.calendar import number, place, year_of
from gloss.annotate.times.readers.holidays import holiday_of
from gloss.annotate.times.scene import Parts, Scene, Sense, dated

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
_CALENDAR_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def unplaced(unit: str) -> Sense:
    """A date of which only the size is known."""
    return Sense("DATE", _UNPLACED[unit])


def of_publication(unit: str, steps: int, scene: Scene) -> Sense:
    """Return the period so many steps from the one of publication."""
    if scene.published is None:
        return unplaced(unit)
    return dated(period(unit, scene.published).shift(steps), scene.counted)


def read_deictic(parts: Parts, scene: Scene) -> Sense | None:
    """Read "today", "yesterday", "tomorrow"."""
    return of_publication("day", number(parts, "deictic"), scene)


def read_weekday(parts: Parts, scene: Scene) -> Sense | None:
    """Read a weekday: by its word ("last Friday", "Monday of next week") or its clause's tense."""
    weekday = number(parts, "weekday")
    if scene.published is None:
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    if "weekshift" in parts:
        week = period("week", scene.published).shift(number(parts, "weekshift"))
        return dated(Period("day", week.first + STEPS["day"] * (weekday - 1)), scene.counted)
    if "shift" in parts:
        return dated(_named_weekday(weekday, number(parts, "shift"), scene.published), scene.counted)
    return dated(_bare_weekday(weekday, scene, scene.published), scene.counted, 0.9)


def _named_weekday(weekday: int, shift: int, published: date) -> Period:
    if shift == 0:
        week = period("week", published)
        return Period("day", week.first + STEPS["day"] * (weekday - 1))
    if shift < 0:
        return weekday_near(published - STEPS["day"], weekday, 0)
    return weekday_near(published, weekday, 1)


def _bare_weekday(weekday: int, scene: Scene, published: date) -> Period:
    return weekday_near(published, weekday, scene.direction())


def read_weekday_week(parts: Parts, scene: Scene) -> Sense | None:
    """Read "Friday week": the Friday after the next one."""
    weekday = number(parts, "weekday")
    if scene.published is None:
        return Sense("DATE", f"XXXX-WXX-{weekday}")
    return dated(weekday_near(scene.published, weekday, 1).shift(7), scene.counted)


def read_beside_weekday(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the day before last Tuesday"."""
    found = read_weekday(parts, scene)
    if found is None or found.period is None:
        return unplaced("day")
    return dated(found.period.shift(number(parts, "side")), scene.counted)


def read_shifted(parts: Parts, scene: Scene) -> Sense | None:
    """Read "last month", "this year"."""
    unit = str(parts["span"].value)
    return of_publication(unit, number(parts, "shift"), scene)


def read_before_last(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the week before last"."""
    return of_publication(str(parts["span"].value), -2, scene)


def read_after_next(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the week after next"."""
    return of_publication(str(parts["span"].value), 2, scene)


def _size(parts: Parts) -> tuple[str, float | None]:
    """Return the unit of an expression, and how many; None where it does not say."""
    unit = str((parts.get("units") or parts["unit"]).value)
    half = 0.5 if "half" in parts else 0.0
    if "vague" in parts:
        count = parts["vague"].value
        return unit, None if count == "X" else float(count)
    if "number" in parts:
        return unit, float(parts["number"].value) + half
    return unit, 1.0 + half if "unit" in parts else None


def counted_from(start: Period, unit: str, count: float, sign: int) -> Period | None:
    """Return the period some units from another, as fine as the unit or the count is."""
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit == "night":
        unit = "day"
    if unit not in _CALENDAR_UNITS:
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


def read_ago(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two months ago"; "a year ago" of a quarter's figures is the same quarter."""
    unit, count = _size(parts)
    if unit not in _CALENDAR_UNITS and unit not in ("fortnight", "night"):
        return Sense("DATE", "PAST_REF") if count is None else Sense("TIME", "PAST_REF")
    if count is None:
        return Sense("DATE", "PAST_REF")
    if scene.fiscal and unit == "year" and count == 1 and scene.fiscal.unit != "year":
        return a_year_before(scene.fiscal)
    if scene.published is None:
        return unplaced("week" if unit == "fortnight" else "year" if count >= 10 else unit)
    found = counted_from(Period("day", scene.published), unit, count, -1)
    return dated(found, scene.counted) if found else None


def a_year_before(anchor: Period) -> Sense:
    """Return the same period of the year before."""
    found = period(anchor.unit, anchor.first - STEPS["year"])
    return dated(found, f"counted from {in_words(anchor)}", 0.8)


def read_half_ago(parts: Parts, scene: Scene) -> Sense | None:
    """Read "half a year ago"."""
    unit = str(parts["unit"].value)
    months = {"year": 6, "decade": 60, "century": 600}.get(unit)
    if months is None:
        return None
    if scene.published is None:
        return unplaced("month" if unit == "year" else "year")
    day = scene.published - STEPS["month"] * months
    return dated(period("month" if unit == "year" else "year", day), scene.counted)


def read_ago_to_the_day(parts: Parts, scene: Scene) -> Sense | None:
    """Read "ten years ago today"."""
    unit, count = _size(parts)
    if scene.published is None or count is None or unit not in STEPS:
        return unplaced("day")
    return dated(Period("day", scene.published - STEPS[unit] * int(count)), scene.counted)


def read_ago_in_a_month(parts: Parts, scene: Scene) -> Sense | None:
    """Read "ten years ago this May"."""
    unit, count = _size(parts)
    if scene.published is None or unit != "year" or count is None:
        return place(number(parts, "month"), 0, scene)
    return dated(
        a_month(scene.published.year - int(count), number(parts, "month")), scene.counted
    )


def read_from_now(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two weeks from now" and "in two weeks' time"."""
    unit, count = _size(parts)
    if count is None or unit not in _CALENDAR_UNITS:
        return Sense("DATE", "FUTURE_REF")
    if scene.published is None:
        return unplaced(unit)
    found = counted_from(Period("day", scene.published), unit, count, 1)
    return dated(found, scene.counted) if found else None


def read_beside(parts: Parts, scene: Scene) -> Sense | None:
    """Read "three days later", "a year earlier": counted from the date named last."""
    unit, count = _size(parts)
    sign = 1 if "after" in parts else -1
    if count is None or unit not in _CALENDAR_UNITS:
        return None
    if sign < 0 and unit == "year" and count == 1 and scene.fiscal:
        return a_year_before(scene.fiscal)
    anchor, how = scene.anchor()
    if anchor is None or (anchor.unit != "day" and not _reaches(anchor, unit)):
        return unplaced(unit)
    found = counted_from(anchor, unit, count, sign)
    return dated(found, how, 0.8) if found else None


def _reaches(anchor: Period, unit: str) -> bool:
    """Whether an anchor is fine enough to count such units from."""
    return anchor.unit == unit or anchor.finer(unit)


def read_beside_day(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two days before Christmas", "a week after Friday"."""
    if "holiday" in parts:
        start = holiday_of(parts, scene)
    elif "weekday" in parts:
        start = read_weekday(parts, scene)
    else:
        start = read_deictic(parts, scene)
    unit, count = _size(parts)
    if start is None or start.period is None or count is None:
        return unplaced("day")
    found = counted_from(start.period, unit, count, number(parts, "side"))
    return dated(found, start.how) if found else None


def read_same(parts: Parts, scene: Scene) -> Sense | None:
    """Read "that day", "the same month": the one named last."""
    unit = str(parts["span"].value)
    if scene.fiscal and unit == "quarter":
        return dated(scene.fiscal, f"as {in_words(scene.fiscal)} before", 0.8)
    anchor, _ = scene.anchor()
    if anchor is None or not _reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit), f"from {in_words(anchor)}", 0.8)


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
            return of_publication(unit, 0, scene)
        found = scene.fiscal if scene.fiscal.unit in ("quarter", "half") else None
        return dated(found, f"as {in_words(found)} before", 0.8) if found else unplaced(unit)
    if unit == "year" and scene.fiscal and scene.fiscal.unit == "year" and scene.published:
        if abs(scene.fiscal.first.year - scene.published.year) <= 1:
            return dated(scene.fiscal, f"as {in_words(scene.fiscal)} before", 0.7)
    return of_publication(unit, 0, scene)


def read_latest(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the latest quarter": the business period named last, else the last one ended."""
    del parts
    if scene.fiscal:
        return dated(scene.fiscal, f"as {in_words(scene.fiscal)} before", 0.8)
    return of_publication("quarter", -1, scene)


def read_neighbour(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the next day", "the previous year": beside the date named last."""
    unit = str(parts["span"].value)
    anchor, how = scene.anchor()
    if anchor is None or not _reaches(anchor, unit):
        return unplaced(unit)
    return dated(anchor.within(unit).shift(number(parts, "shift")), how, 0.8)


def read_week_of(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the week of March 6"."""
    year = year_of(parts, scene)
    month, day = number(parts, "month"), number(parts, "day")
    inside = dated(Period("day", date(year, month, day))) if year else place(month, day, scene)
    if inside.period is None:
        return unplaced("week")
    return dated(inside.period.within("week"), inside.how)


def read_numbered_week(parts: Parts, scene: Scene) -> Sense | None:
    """Read "week 12 of 2018" (ISO 8601)."""
    del scene
    return dated(a_week(number(parts, "year"), number(parts, "number")))


def read_weekend(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the weekend": the one nearest, on the side that its clause looks to."""
    del parts
    if scene.published is None:
        return unplaced("weekend")
    this = period("weekend", scene.published)
    past = scene.direction() <= 0 and this.first > scene.published
    return dated(this.shift(-1) if past else this, scene.counted, 0.8)


def read_year_end(parts: Parts, scene: Scene) -> Sense | None:
    """Read "year-end": the end of the year under way."""
    del parts
    return of_publication("year", 0, scene)


def read_year_of_shift(parts: Parts, scene: Scene) -> Sense | None:
    """Read a year that is counted from publication."""
    year = year_of(parts, scene)
    return dated(a_year(year), scene.counted) if year else unplaced("year")


READERS = {
    "deictic": read_deictic,
    "weekday": read_weekday,
    "weekday week": read_weekday_week,
    "beside weekday": read_beside_weekday,
    "shifted": read_shifted,
    "before last": read_before_last,
    "after next": read_after_next,
    "ago": read_ago,
    "half ago": read_half_ago,
    "ago to the day": read_ago_to_the_day,
    "ago in a month": read_ago_in_a_month,
    "from now": read_from_now,
    "beside": read_beside,
    "beside a day": read_beside_day,
    "same": read_same,
    "same named": read_same_named,
    "spoken of": read_spoken_of,
    "latest": read_latest,
    "neighbour": read_neighbour,
    "the day before": read_neighbour,
    "week of": read_week_of,
    "numbered week": read_numbered_week,
    "weekend": read_weekend,
    "year end": read_year_end,
}
