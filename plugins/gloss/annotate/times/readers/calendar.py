"""Read dates of the calendar: days, months and years, in words and in figures."""

from __future__ import annotations

import re
from datetime import date

from gloss.annotate.times.periods import (
    Period,
    a_day,
    a_month,
    a_year,
    in_words,
    period,
    weekday_near,
)
from gloss.annotate.times.scene import Part, Parts, Scene, Sense, dated

UNKNOWN_YEAR = "XXXX"
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
    for name in ("shortyear", "twodigits"):
        if name in parts:
            return whole_year(int(re.sub(r"\D", "", str(parts[name].value))), scene)
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


def place(month: int, day: int, scene: Scene, weekday: int = 0) -> Sense:
    """Give a month or a day without a year the year that its story means, or none."""
    a_day(2000, month, day or 1)  # raises for 31 April
    if scene.published is None:
        if scene.year is None:
            return _unplaced(month, day)
        return dated(_day_or_month(scene.year, month, day), "year named before", 0.7)
    years = [scene.published.year + n for n in (0, -1, 1)]
    choices = [c for y in years if (c := _possible(y, month, day))]
    if weekday and day:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, scene))
    return dated(best, f"year from {scene.source}", 0.9)


def _distance(choice: Period, scene: Scene) -> int:
    """How far a date lies from publication, and how wrong the side is for its clause's tense."""
    published = scene.published
    assert published is not None
    days = (choice.first - published).days
    if choice.unit == "month" and choice.first <= published <= choice.last:
        days = 0
    direction = scene.direction()
    if days > 0 and direction < 0:
        return days + 330
    if days < 0 and direction > 0:
        return -days + 330
    return abs(days) * (1 if days <= 0 else 2) if direction == 0 else abs(days)


def _possible(year: int, month: int, day: int) -> Period | None:
    try:
        return _day_or_month(year, month, day)
    except ValueError:  # 29 February
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
        found.append(_over(sense, between))
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
    return _over(found[0], ("from", "from")), _over(found[1], ("to", "end"))


def _over(sense: Sense, between: tuple[str, str]) -> Sense:
    return Sense(sense.type, sense.value, sense.edtf, sense.period, sense.how, sense.sure, between)


def read_numeric(parts: Parts, scene: Scene) -> Sense | None:
    """Read a date in figures; which figure is the day, the rest of the story may show."""
    text = str(parts["numeric"].value)
    figures = [int(f) for f in re.findall(r"\d+", text)]
    if len(text.split(re.findall(r"\D", text)[0])[0]) == 4:
        return dated(a_day(*figures))
    year = figures[2] if figures[2] > 99 else whole_year(figures[2], scene)
    readings = [
        (day_first, found)
        for day_first, month, day in ((False, *figures[:2]), (True, figures[1], figures[0]))
        if (found := _possible(year, month, day) if day and month <= 12 else None)
    ]
    if not readings:
        return None
    if len(readings) == 2 and readings[0][1] != readings[1][1]:
        return _settle_order(readings, scene)
    return dated(readings[0][1])


def _settle_order(readings: list[tuple[bool, Period]], scene: Scene) -> Sense:
    """Choose by the order that the story uses elsewhere, else the date nearer to publication."""
    if scene.day_first is not None:
        chosen = dict(readings)[scene.day_first]
        return dated(chosen, "order of day and month as elsewhere in the story", 0.9)
    if scene.published is None:
        return dated(dict(readings)[False], "read as month, day, year", 0.5)
    day = scene.published
    _, chosen = min(readings, key=lambda r: abs((r[1].first - day).days))
    return dated(chosen, f"read as {in_words(chosen)}, the nearer to {scene.source}", 0.7)


def read_stamp(parts: Parts, scene: Scene) -> Sense | None:
    """Read a date and time as computers write it (ISO 8601)."""
    del scene
    text = str(parts["stamp"].value)
    day = date.fromisoformat(text[:10])
    clock, zone = re.match(r"(\d\d:\d\d(?::\d\d)?)(.*)", text[11:]).groups()  # type: ignore[union-attr]
    if clock[:2] > "23":
        return None
    seconds = clock if len(clock) == 8 else clock + ":00"
    if zone not in ("", "Z"):
        zone = f"{zone[:3]}:{zone[-2:]}"
    moment = f"{day.isoformat()}T{clock}"
    return Sense(
        "TIME",
        moment + (zone if zone == "Z" else ""),
        f"{day.isoformat()}T{seconds}{zone}",
        Period("day", day),
    )


def read_year(parts: Parts, scene: Scene) -> Sense | None:
    """Read a year by itself."""
    year = year_of(parts, scene)
    return dated(a_year(year)) if year else None


def read_years(parts: Parts, scene: Scene) -> Sense | None:
    """Read "1939-45" as one stretch of years."""
    del scene
    if "years" in parts:
        first, last = (int(f) for f in re.findall(r"\d+", str(parts["years"].value)))
        last += first // 100 * 100
    else:
        first, last = number(parts, "from"), number(parts, "to")
    if not first < last <= first + 200:
        return None
    return Sense("DATE", f"{first}/{last}", f"{first}/{last}", a_year(last))


def read_era(parts: Parts, scene: Scene) -> Sense | None:
    """Read a year before or after Christ; EDTF counts from a year 0, TIMEX3 writes BC."""
    del scene
    year = number(parts, "year")
    if not 0 < year < 3000:
        return None
    if number(parts, "era", 1) > 0:
        return dated(a_year(year))
    return Sense("DATE", f"BC{year:04}", f"-{year - 1:04}" if year > 1 else "0000")


def read_decade(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the 1990s", "the '90s" and "the nineties"."""
    if "decade" in parts:
        figures = re.sub(r"\D", "", str(parts["decade"].value))
        year = int(figures)
        if len(figures) == 2:
            year = _decade_in_century(year, scene)
    elif "century" in parts:
        year = number(parts, "century") * 100 + number(parts, "decadename") * 10
    else:
        year = _decade_in_century(number(parts, "decadename") * 10, scene)
    return dated(period("decade", date(year, 1, 1)))


def _decade_in_century(short: int, scene: Scene) -> int:
    latest = scene.published.year if scene.published else 2000
    return latest - (latest - short) % 100


def read_century(parts: Parts, scene: Scene) -> Sense | None:
    """Read a numbered century."""
    del scene
    count = number(parts, "ordinal")
    if not 1 <= count <= 30:
        return None
    value = f"{count - 1:02}"
    if number(parts, "era", 1) < 0:
        return Sense("DATE", f"BC{value}", f"-{count * 100 - 1:04}/-{count * 100 - 100:04}")
    return Sense("DATE", value, f"{value}XX")


def read_turn_of_the_century(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the turn of the century" as the year in which it turned, about."""
    del parts
    year = scene.published.year if scene.published else None
    if year is None:
        return Sense("DATE", "XX00")
    turn = (year + 20) // 100 * 100
    return Sense("DATE", f"{turn}", f"{turn}~", a_year(turn), scene.counted, 0.7)


def read_day_alone(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the 17th" as the day of the month that the text speaks of."""
    day, weekday = number(parts, "dayth"), number(parts, "weekday")
    if scene.last and scene.last.unit in ("day", "month") and not weekday:
        month = scene.last.within("month")
        found = a_day(month.first.year, month.first.month, day)
        return dated(found, f"in {in_words(month)}, named before", 0.7)
    if scene.published is None:
        value = f"{UNKNOWN_YEAR}-XX-{day:02}"
        return Sense("DATE", value, value)
    month = period("month", scene.published)
    near = [month.shift(n) for n in (0, -1, 1)]
    choices = [c for m in near if (c := _possible(m.first.year, m.first.month, day))]
    if weekday:
        choices = [c for c in choices if c.first.isoweekday() == weekday] or choices
    best = min(choices, key=lambda c: _distance(c, scene))
    return dated(best, f"month from {scene.source}", 0.7)


def weekday_part(parts: Parts) -> Part | None:
    """Return the part that is a weekday."""
    return parts.get("weekday")


READERS = {
    "calendar": read_calendar,
    "day range": read_day_range,
    "two days": read_two_days,
    "two days after their month": read_two_days_after_month,
    "two months": read_two_months,
    "numeric": read_numeric,
    "stamp": read_stamp,
    "year": read_year,
    "years": read_years,
    "era": read_era,
    "decade": read_decade,
    "century": read_century,
    "turn of the century": read_turn_of_the_century,
    "day alone": read_day_alone,
}
__all__ = ["READERS", "number", "place", "weekday_near", "year_of"]
