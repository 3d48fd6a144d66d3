"""Read durations and repetitions, as ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

from gloss.annotate.times.periods import STEPS, period
from gloss.annotate.times.readers.calendar import number
from gloss.annotate.times.readers.relative import unplaced
from gloss.annotate.times.scene import Parts, Scene, Sense

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
    """Return how many units; None where the expression does not say."""
    if "vague" in parts:
        value = parts["vague"].value
        return None if value == "X" else float(value)
    return float(parts["number"].value) if "number" in parts else 1.0


def read_duration(parts: Parts, scene: Scene) -> Sense | None:
    """Read a counted length of time."""
    del scene
    count = count_of(parts)
    if count is not None and not 0 < count < 1e6:
        return None
    return Sense("DURATION", written(unit_of(parts), count))


def read_months_of_business(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the first nine months": figures of a year follow, not of a quarter."""
    count = number(parts, "number")
    if count not in (6, 9):
        return None
    year = period("year", scene.published) if scene.published else None
    return Sense("DURATION", written("month", count), fiscal=year)


def read_half_more(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two and a half years", "a year and a half"."""
    del scene
    return Sense("DURATION", written(unit_of(parts), (count_of(parts) or 1.0) + 0.5))


def read_half(parts: Parts, scene: Scene) -> Sense | None:
    """Read "half an hour"."""
    del scene
    return Sense("DURATION", written(unit_of(parts), 0.5))


def read_quarter(parts: Parts, scene: Scene) -> Sense | None:
    """Read "a quarter of an hour", "a quarter-century"; a quarter of anything else is no time."""
    del scene
    value = {"hour": written("minute", 15), "century": written("year", 25)}.get(unit_of(parts))
    return Sense("DURATION", value) if value else None


def read_long(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two hours and ten minutes"."""
    del scene
    smaller = str(parts["moreunit"].value)
    first = written(unit_of(parts), count_of(parts))
    second = written(smaller, float(parts["more"].value))
    if unit_of(parts) in _OF_A_DAY and smaller in _OF_A_DAY:
        second = second.removeprefix("PT")
    return Sense("DURATION", first + second.removeprefix("P"))


def read_range(parts: Parts, scene: Scene) -> Sense | None:
    """Read "two to three weeks" by its smaller bound, as TIMEX3 has no form for both."""
    if number(parts, "upto") <= number(parts, "number"):
        return None
    return read_duration(parts, scene)


def read_one(parts: Parts, scene: Scene) -> Sense | None:
    """Read "a year", "an hour", "day-long"."""
    del scene
    return Sense("DURATION", written(unit_of(parts), 1))


def read_long_stretch(parts: Parts, scene: Scene) -> Sense | None:
    """Read the "day-long" of "a day-long meeting", and "decades-long"."""
    del scene
    unit = "unit" if "unit" in parts else "units"
    value = written(unit_of(parts), 1 if unit == "unit" else None)
    return Sense("DURATION", value, between=(unit, "end"))


def read_vague(parts: Parts, scene: Scene) -> Sense | None:
    """Read "years"."""
    del scene
    unit = unit_of(parts)
    return Sense("DURATION", written("year" if unit == "decade" else unit, None))


def read_recent(parts: Parts, scene: Scene) -> Sense | None:
    """Read "recent years"."""
    del parts, scene
    return Sense("DATE", "PAST_REF")


def read_coming(parts: Parts, scene: Scene) -> Sense | None:
    """Read "coming months"."""
    del parts, scene
    return Sense("DATE", "FUTURE_REF")


def read_past_period(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the past decade": its length up to publication."""
    return read_one(parts, scene)


def read_year_that_ended(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the year ended June 30"."""
    del parts, scene
    return Sense("DURATION", "P1Y")


def read_past_year(parts: Parts, scene: Scene) -> Sense | None:
    """Read "the past year": TIMEX3 names the year before; on a timeline it is the twelve months."""
    unit = str(parts["span"].value) if "span" in parts else "year"
    if scene.published is None:
        return unplaced(unit)
    start = scene.published - STEPS[unit]
    value = period(unit, start).value
    edtf = f"{start.isoformat()}/{scene.published.isoformat()}"
    return Sense("DATE", value, edtf, how=scene.counted, sure=0.8)


def read_unknown(parts: Parts, scene: Scene) -> Sense | None:
    """Read "a while"."""
    del parts, scene
    return Sense("DURATION", "PXX")


def read_loose(parts: Parts, scene: Scene) -> Sense | None:
    """Read "now", "recently", "soon"."""
    del scene
    return Sense("DATE", str(parts["loose"].value))


READERS = {
    "duration": read_duration,
    "months of business": read_months_of_business,
    "half more": read_half_more,
    "half duration": read_half,
    "quarter duration": read_quarter,
    "long duration": read_long,
    "duration range": read_range,
    "one duration": read_one,
    "long stretch": read_long_stretch,
    "vague duration": read_vague,
    "recent": read_recent,
    "coming": read_coming,
    "past period": read_past_period,
    "year that ended": read_year_that_ended,
    "past year": read_past_year,
    "unknown duration": read_unknown,
    "loose": read_loose,
}
