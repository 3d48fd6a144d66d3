"""Read durations and repetitions, as ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated, of_parts
from gloss.annotate.times.periods import STEPS, a_half, a_quarter, period
from gloss.annotate.times.readers.calendar import number, year_of
from gloss.annotate.times.readers.relative import unplaced

# The sign of a unit, and how many of it one is.
_SIGNS = {
    "second": ("S", 1),
    "minute": ("M", 1),
    "hour": ("H", 1),
    "day": ("D", 1),
    "night": ("D", 1),
    "week": ("W", 1),
    "weekend": ("WE", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "quarter": ("Q", 1),
    "season": ("M", 3),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
}
_OF_A_DAY = ("second", "minute", "hour")
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60),
            "day": ("hour", 24)}  # fmt: skip


def written(unit: str, count: float | None) -> str:
    """Return a length of time: ``P3D``, ``PT30M``, ``P2.5Y``; ``PXD`` where the count is open."""
    if count and unit in _SMALLER and (count * 2) % 2 == 1:
        whole, (smaller, many) = int(count), _SMALLER[unit]
        rest = written(smaller, many / 2)
        return (
            written(unit, whole) + rest.removeprefix("PT" if unit in _OF_A_DAY else "P")
            if whole
            else rest
        )
    sign, many = _SIGNS[unit]
    amount = "X" if count is None else f"{count * many:g}"
    return ("PT" if unit in _OF_A_DAY else "P") + amount + sign


def unit_of(parts: Parts) -> str:
    """Return the unit that an expression counts in."""
    return str((parts.get("units") or parts.get("unit") or parts["span"]).value)


def count_of(parts: Parts) -> float | None:
    """Return how many units, "and a half" included; None where the expression does not say."""
    if "vague" in parts:
        value = parts["vague"].value
        return None if value == "X" else float(value)
    if "number" not in parts and "units" in parts:
        return None
    count = float(parts["number"].value) if "number" in parts else 1.0
    return count + 0.5 * ("half" in parts)


def read_duration(parts: Parts) -> Sense | None:
    """Read a length of time: "six months", "a year", "half an hour", "years", "every two days"."""
    count = count_of(parts)
    if count is not None and not 0 < count < 1e6:
        return None
    return Sense("DURATION", written(unit_of(parts), count))


def read_months_of_business(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the first nine months": figures of a year follow, not of a quarter."""
    count = number(parts, "number")
    if count not in (6, 9):
        return None
    year = period("year", context.published) if context.published else None
    return Sense("DURATION", written("month", count), fiscal=year)


def read_months_of_a_year(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the last three months of 2004" as a quarter, six as a half.

    Other numbers of months are a length, and the year a date of its own.
    """
    count, year = number(parts, "number"), year_of(parts, context)
    if year is None and context.published:
        year = context.published.year
    if count not in (3, 6) or year is None:
        return None
    last = "edge" in parts
    return dated(a_quarter(year, 1 + 3 * last) if count == 3 else a_half(year, 1 + last))


def read_quarter(parts: Parts) -> Sense | None:
    """Read "a quarter of an hour", "a quarter-century"; a quarter of anything else is no time."""
    value = {"hour": written("minute", 15), "century": written("year", 25)}.get(unit_of(parts))
    return Sense("DURATION", value) if value else None


def read_long(parts: Parts) -> Sense | None:
    """Read "two hours and ten minutes"."""
    smaller = str(parts["moreunit"].value)
    first = written(unit_of(parts), count_of(parts))
    second = written(smaller, float(parts["more"].value))
    if unit_of(parts) in _OF_A_DAY and smaller in _OF_A_DAY:
        second = second.removeprefix("PT")
    return Sense("DURATION", first + second.removeprefix("P"))


def read_range(parts: Parts) -> Sense | None:
    """Read "two to three weeks" by its smaller bound, as TIMEX3 has no form for both."""
    if number(parts, "upto") <= number(parts, "number"):
        return None
    return read_duration(parts)


def read_running_time(parts: Parts) -> Sense | None:
    """Read the "3:07:35" of a race."""
    hours, minutes, seconds = (int(figures) for figures in str(parts["clock"].value).split(":"))
    return Sense("DURATION", f"PT{hours}H{minutes}M{seconds}S")


def read_long_stretch(parts: Parts) -> Sense | None:
    """Read the "day-long" of "a day-long meeting", and "decades-long"."""
    unit = "unit" if "unit" in parts else "units"
    return Sense("DURATION", written(unit_of(parts), count_of(parts)), between=(unit, "end"))


def read_past_year(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the past year": TIMEX3 names the year before; on a timeline it is the twelve months."""
    unit = str(parts["span"].value) if "span" in parts else "year"
    if context.published is None:
        return unplaced(unit)
    start = context.published - STEPS[unit]
    value = period(unit, start).value
    edtf = f"{start.isoformat()}/{context.published.isoformat()}"
    return Sense("DATE", value, edtf, how=context.counted, sure=0.8)


READERS = {
    "duration": of_parts(read_duration),
    "months of business": read_months_of_business,
    "months of a year": read_months_of_a_year,
    "quarter duration": of_parts(read_quarter),
    "long duration": of_parts(read_long),
    "duration range": of_parts(read_range),
    "running time": of_parts(read_running_time),
    "long stretch": of_parts(read_long_stretch),
    "past year": read_past_year,
}
