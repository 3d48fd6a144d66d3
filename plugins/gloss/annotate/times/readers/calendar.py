"""Read days and months of the calendar, with their year or without."""

from __future__ import annotations

import re
from dataclasses import replace

from gloss.annotate.times.periods import Period, a_day, a_month, a_year, period
from gloss.annotate.times.scene import Parts, Scene, Sense, dated

UNKNOWN_YEAR = "XXXX"
# A date against the tense of its clause must be nearer by this factor ("payable Dec. 15"), and
# news tells of the past sooner than of what is ahead.
_AGAINST_TENSE = {"day": 3, "month": 10}
_AHEAD = 1.2
_WINDOW = 30  # years that a two-figure year may lie ahead of publication


def number(parts: Parts, name: str, default: int = 0) -> int:
    """Return the whole number that a part means."""
    part = parts.get(name)
    return int(part.value) if part else default


def year_of(parts: Parts, scene: Scene) -> int | None:
    """Return the year that an expression states, in figures or as "last year"."""
    if "year" in parts:
        return int(parts["year"].value)
    if "spelledyear" in parts:
        return int(parts["spelledyear"].value)
    for name in ("shortyear", "twodigits", "fiscal"):
        if name in parts:
            figures = re.sub(r"\D", "", str(parts[name].value))
            return int(figures) if len(figures) == 4 else whole_year(int(figures), scene)
    if "yearshift" in parts and scene.published:
        return scene.published.year + int(parts["yearshift"].value)
    return None


def whole_year(short: int, scene: Scene) -> int:
    """Return the year that two figures mean: the latest not far ahead of publication."""
    latest = (scene.published.year if scene.published else 2000) + _WINDOW
    return latest - (latest - short) % 100


def read_calendar(parts: Parts, scene: Scene) -> Sense | None:
    """Read a month, or a day of a month, with or without its year."""
    month, day = number(parts, "month"), number(parts, "day")
    if year := year_of(parts, scene):
        how = scene.counted if "yearshift" in parts else ""
        return dated(_day_or_month(year, month, day), how)
    if "yearshift" in parts:
        return _unplaced(month, day)
    if "shift" in parts:
        return _shifted_month(number(parts, "shift"), month, day, scene)
    return place(month, day, scene, number(parts, "weekday"))


def read_month_of_that_year(parts: Parts, scene: Scene) -> Sense | None:
    """Read "March of that year": of the year that the text is at."""
    month, day = number(parts, "month"), number(parts, "day")
    if scene.year is None:
        return place(month, day, scene)
    return dated(_day_or_month(scene.year, month, day), "year named before", 0.8)


def place(month: int, day: int, scene: Scene, weekday: int = 0) -> Sense:
    """Give a month or a day without a year the year that its story means, or none."""
    a_day(2000, month, day or 1)  # raises for 31 April
    if scene.published is None:
        if scene.year is None:
            return _unplaced(month, day)
        return dated(_day_or_month(scene.year, month, day), "year named before", 0.7)
    years = [scene.published.year + n for n in (0, -1, 1)]
    choices = [c for y in years if (c := possible(y, month, day))]
    if weekday and day:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, scene))
    return dated(best, f"year from {scene.source}", 0.9)


def _distance(choice: Period, scene: Scene) -> float:
    """How far a date lies from publication, and how wrong the side is for its clause's tense."""
    published = scene.published
    assert published is not None
    days = (choice.first - published).days
    if choice.unit == "month" and choice.first <= published <= choice.last:
        days = 0
    against = days * scene.direction() < 0
    weight = _AGAINST_TENSE[choice.unit] if against else _AHEAD if days > 0 else 1
    return abs(days) * weight


def possible(year: int, month: int, day: int) -> Period | None:
    try:
        return _day_or_month(year, month, day)
    except ValueError:  # 29 February, or a thirteenth month
        return None


def _day_or_month(year: int, month: int, day: int) -> Period:
    return a_day(year, month, day) if day else a_month(year, month)


def _unplaced(month: int, day: int) -> Sense:
    value = f"{UNKNOWN_YEAR}-{month:02}" + (f"-{day:02}" if day else "")
    return Sense("DATE", value, value)


def _shifted_month(shift: int, month: int, day: int, scene: Scene) -> Sense:
    """ "Last April" is the latest April before the month of publication; "this" is the year's."""
    if scene.published is None:
        return _unplaced(month, day)
    year = scene.published.year
    if shift < 0 and month >= scene.published.month:
        year -= 1
    elif shift < 0 and month == scene.published.month - 1:
        year -= 1  # the month just gone is "last month", so this is the one before it
    elif shift > 0 and month <= scene.published.month:
        year += 1
    return dated(_day_or_month(year, month, day), scene.counted)


def read_day_range(parts: Parts, scene: Scene) -> Sense | None:
    """Read "3-5 May" as one stretch of days."""
    month = number(parts, "month")
    year = year_of(parts, scene)
    how = ""
    if year is None:
        first = place(month, number(parts, "from"), scene)
        if first.period is None:
            return Sense("DATE", f"{UNKNOWN_YEAR}-{month:02}", f"{UNKNOWN_YEAR}-{month:02}")
        year, how = first.period.first.year, first.how
    start, end = a_day(year, month, number(parts, "from")), a_day(year, month, number(parts, "to"))
    if end.first <= start.first:
        return None
    value = f"{start.value}/{end.value}"
    return Sense("DATE", value, value, end, how)


def read_two_days(parts: Parts, scene: Scene) -> tuple[Sense, ...] | None:
    """Read "from 3 to 5 May" as two dates, the first with the month of the second."""
    return _two_days(parts, scene, ("from", "from"), ("to", "end"))


def read_two_days_after_month(parts: Parts, scene: Scene) -> tuple[Sense, ...] | None:
    """Read "from May 3 to 5" as two dates, the second with the month of the first."""
    last = "year" if "year" in parts else "to"
    return _two_days(parts, scene, ("month", "from"), ("to", last))


def _two_days(
    parts: Parts, scene: Scene, first: tuple[str, str], second: tuple[str, str]
) -> tuple[Sense, ...] | None:
    month, days = number(parts, "month"), (number(parts, "from"), number(parts, "to"))
    if days[0] >= days[1]:
        return None
    year = year_of(parts, scene)
    found = []
    for day, between in zip(days, (first, second), strict=True):
        sense = dated(a_day(year, month, day)) if year else place(month, day, scene)
        found.append(replace(sense, between=between))
    return tuple(found)


def read_two_months(parts: Parts, scene: Scene) -> tuple[Sense, ...] | None:
    """Read "from March to June 2012" as two months, the year of the second also the first's."""
    first, second = number(parts, "from"), number(parts, "to")
    year = year_of(parts, scene)
    if year is None:
        after = place(second, 0, scene)
        if after.period is None:
            found = (_unplaced(first, 0), after)
        else:
            before = a_month(after.period.first.year - (first > second), first)
            found = (dated(before, after.how, after.sure), after)
    else:
        found = (dated(a_month(year - (first > second), first)), dated(a_month(year, second)))
    return replace(found[0], between=("from", "from")), replace(found[1], between=("to", "end"))


def read_year(parts: Parts, scene: Scene) -> Sense | None:
    """Read a year by itself."""
    year = year_of(parts, scene)
    return dated(a_year(year)) if year else None


def read_day_alone(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the 17th" as the day of the month that the text speaks of."""
    day, weekday = number(parts, "day"), number(parts, "weekday")
    if scene.last and scene.last.unit in ("day", "month") and not weekday:
        month = scene.last.within("month")
        found = a_day(month.first.year, month.first.month, day)
        return dated(found, "month named before", 0.7)
    if scene.published is None:
        value = f"{UNKNOWN_YEAR}-XX-{day:02}"
        return Sense("DATE", value, value)
    month = period("month", scene.published)
    near = [month.shift(n) for n in (0, -1, 1)]
    choices = [c for m in near if (c := possible(m.first.year, m.first.month, day))]
    if weekday:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, scene))
    return dated(best, f"month from {scene.source}", 0.7)


READERS = {
    "calendar": read_calendar,
    "month of that year": read_month_of_that_year,
    "day range": read_day_range,
    "two days": read_two_days,
    "two days after their month": read_two_days_after_month,
    "two months": read_two_months,
    "year": read_year,
    "day alone": read_day_alone,
}
