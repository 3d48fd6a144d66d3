"""Read repetitions, as TIMEX3 writes its sets."""

from __future__ import annotations

from gloss.annotate.times.context import Parts, Sense, of_parts
from gloss.annotate.times.readers.calendar import number
from gloss.annotate.times.readers.durations import read_duration, unit_of, written


def read_rate(parts: Parts) -> Sense | None:
    """Read the "a year" of "15 planes a year"."""
    return Sense("SET", written(unit_of(parts), 1))


def read_every(parts: Parts) -> Sense | None:
    """Read "every day", "every other year", "every hour"."""
    return Sense("SET", written(unit_of(parts), number(parts, "every")))


def read_every_number(parts: Parts) -> Sense | None:
    """Read "every three hours"."""
    found = read_duration(parts)
    return Sense("SET", found.value) if found else None


def read_every_named(parts: Parts) -> Sense | None:
    """Read "every Monday", "Sundays", "each July", "every summer", "Tuesday nights"."""
    part = parts.get("daypart") or parts.get("dayparts")
    weekday = parts.get("weekday") or parts.get("weekdays")
    season = parts.get("season") or parts.get("seasons")
    if weekday:
        value = f"XXXX-WXX-{weekday.value}"
    elif "month" in parts:
        value = f"XXXX-{number(parts, 'month'):02}"
        value += f"-{number(parts, 'day'):02}" if "day" in parts else ""
    elif season:
        value = f"XXXX-{season.value}"
    else:
        value = "XXXX-XX-XX"
    return Sense("SET", value + (f"T{part.value}" if part else ""))


def read_every_quarter(parts: Parts) -> Sense | None:
    """Read "fourth quarters"."""
    count = number(parts, "ordinal")
    return Sense("SET", f"XXXX-Q{count}") if 1 <= count <= 4 else None


def read_one_after_another(parts: Parts) -> Sense | None:
    """Read "year after year"."""
    return Sense("SET", written(unit_of(parts), 1))


READERS = {
    "rate": of_parts(read_rate),
    "every": of_parts(read_every),
    "every number": of_parts(read_every_number),
    "every named": of_parts(read_every_named),
    "every quarter": of_parts(read_every_quarter),
    "times a unit": of_parts(read_rate),
    "one after another": of_parts(read_one_after_another),
}
