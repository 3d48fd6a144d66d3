"""Read repetitions, as TIMEX3 writes its sets."""

from __future__ import annotations

from gloss.annotate.times.context import Parts, Sense, TimeContext
from gloss.annotate.times.readers.calendar import number
from gloss.annotate.times.readers.durations import read_duration, unit_of, written


def read_rate(parts: Parts, context: TimeContext) -> Sense | None:
    """Read the "a year" of "15 planes a year"."""
    del context
    return Sense("SET", written(unit_of(parts), 1))


def read_every(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "every day", "every other year", "every hour"."""
    del context
    return Sense("SET", written(unit_of(parts), number(parts, "every")))


def read_every_number(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "every three hours"."""
    found = read_duration(parts, context)
    return Sense("SET", found.value) if found else None


def read_every_named(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "every Monday", "Sundays", "each July", "every summer", "Tuesday nights"."""
    del context
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


def read_every_quarter(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "fourth quarters"."""
    del context
    count = number(parts, "ordinal")
    return Sense("SET", f"XXXX-Q{count}") if 1 <= count <= 4 else None


def read_adverb(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "daily", "annually"."""
    del context
    return Sense("SET", str(parts["adverb"].value))


def read_one_after_another(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "year after year"."""
    del context
    return Sense("SET", written(unit_of(parts), 1))


READERS = {
    "rate": read_rate,
    "every": read_every,
    "every number": read_every_number,
    "every named": read_every_named,
    "every quarter": read_every_quarter,
    "times a unit": read_rate,
    "adverb": read_adverb,
    "one after another": read_one_after_another,
}
