"""Read repetitions, as TIMEX3 writes its sets."""

from __future__ import annotations

from gloss.annotate.times.context import Parts, Sense, of_parts
from gloss.annotate.times.readers.calendar import number


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


READERS = {"every named": of_parts(read_every_named)}
