"""Read times of day, on the day that their sentence names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache

from dateutil.tz import gettz

from gloss.annotate.times.context import MatchedPart, Parts, Sense, TimeContext
from gloss.annotate.times.periods import Period
from gloss.annotate.times.readers.calendar import number, place, year_of
from gloss.annotate.times.readers.relative import of_publication, read_weekday
from gloss.annotate.times.vocabulary import table

_UNPLACED_DAY = "XXXX-XX-XX"
_SENTENCE = 80  # characters
_PARTS_AFTER_NOON = ("AF", "EV", "NI")


def day_of(parts: Parts, context: TimeContext) -> Sense:
    """Return the day of an expression: the one that it names, or the one that the text is at."""
    if "month" in parts:
        year, month, day = year_of(parts, context), number(parts, "month"), number(parts, "day")
        if year:
            found = Period("day", datetime(year, month, day).date())
            return Sense("DATE", found.value, found.value, found)
        return place(month, day, context)
    if "weekday" in parts:
        return read_weekday(parts, context) or Sense("DATE", _UNPLACED_DAY)
    if "deictic" in parts:
        return of_publication("day", number(parts, "deictic"), context)
    named = context.last and context.last.unit == "day" and "shift" not in parts
    if context.last and named and not context.fills_its_line():
        return Sense("DATE", context.last.value, None, context.last, "day named before", 0.8)
    return replace(of_publication("day", 0, context), sure=1.0 if "shift" in parts else 0.6)


def _at(day: Sense, clock: str, how: str = "", zone: str = "", offset: str = "") -> Sense:
    """Put a time on a day; EDTF wants the seconds and a day that is known."""
    if day.period is None:
        known = day.value.startswith("XXXX-") and "XX-XX" not in day.value
        return Sense("TIME", (day.value if known else "") + f"T{clock}{zone}", None)
    text = f"{day.period.value}T{clock}{zone}"
    if not re.match(r"([01]\d|2[0-3]):", clock):
        return Sense("TIME", text, day.period.value, day.period, how or day.how, day.sure)
    edtf = f"{day.period.value}T{clock}{':00' if len(clock) == 5 else ''}{offset}"
    return Sense("TIME", text, edtf, day.period, how or day.how, day.sure)


def read_daypart(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "Tuesday morning", "this evening", "last night", "the evening of 3 May"."""
    part = str(parts["daypart"].value)
    if "shift" in parts and "weekday" not in parts:
        shift = number(parts, "shift")
        day = of_publication("day", shift, context)
    else:
        day = day_of(parts, context)
    return _on(day, part)


def _on(day: Sense, part: str) -> Sense:
    if day.period is None:
        known = day.value.startswith("XXXX-") and day.value != _UNPLACED_DAY
        return Sense("TIME", (day.value if known else "") + f"T{part}")
    return Sense(
        "TIME", f"{day.period.value}T{part}", day.period.value, day.period, day.how, day.sure
    )


def read_hour(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "noon", "midnight Friday", "dawn"."""
    name = str(parts["hourname" if "hourname" in parts else "daypart"].value)
    day = day_of(parts, context)
    if name == "24:00" and len(parts) == 1 and context.follows("after"):
        name = "00:00"  # the day begins then
    return _at(day, name) if ":" in name else _on(day, name)


def read_overnight(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "overnight": the night before publication, where the clause tells of the past.

    "Overnight Friday" names its day.
    """
    if "weekday" in parts:
        return _on(day_of(parts, context), "NI")
    return _on(of_publication("day", -1 if context.direction() <= 0 else 0, context), "NI")


def read_neighbour_daypart(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the next morning", "that evening", "in the morning": by the day named last."""
    part = str(parts["daypart"].value)
    later = _day_to_come(context) if "shift" not in parts else None
    if later:
        return _on(later, part)
    if context.last and context.last.unit == "day":
        day = context.last.shift(number(parts, "shift"))
        return _on(Sense("DATE", day.value, None, day, "counted from the day before it", 0.8), part)
    return _on(of_publication("day", number(parts, "shift"), context), part)


def _day_to_come(context: TimeContext) -> Sense | None:
    """The Wednesday of "it fell in the morning but ended Wednesday higher"."""
    named = _weekday_ahead().match(context.text, context.end, context.end + _SENTENCE)
    if named is None or (context.last and context.is_beside_last()):
        return None
    number = table("words")["WEEKDAY"]["cased"][named[1]]
    return read_weekday({"weekday": MatchedPart("WEEKDAY", number, *named.span(1))}, context)


@cache
def _weekday_ahead() -> re.Pattern[str]:
    """A weekday further on in the sentence."""
    names = (name for name in table("words")["WEEKDAY"]["cased"] if not name.endswith("."))
    return re.compile(rf"[^.!?\n]*?\b({'|'.join(names)})\b")


def read_clock(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a time of the clock, with a zone where one is named."""
    clock = _clock(parts)
    if clock is None:
        return None
    day = day_of(parts, context)
    zone = _zone(parts)
    utc = zone == 0
    return _at(day, clock, zone="Z" if utc else "", offset=_offset(zone, day, clock))


def _clock(parts: Parts) -> str | None:
    """Return the time in twenty-four hours, ``HH:MM`` or ``HH:MM:SS``."""
    written = next(str(parts[name].value) for name in ("glued", "clock", "hour") if name in parts)
    hour, *rest = map(int, re.findall(r"\d\d?(?!\d)|\d\d", written))
    if "glued" in parts or "ampm" in parts:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + _half_of_day(parts, written)
    elif hour < 12 and _after_noon(parts):
        hour += 12
    if hour + any(rest) > 24:
        return None
    return ":".join(f"{figures:02}" for figures in (hour, *(rest or [0])))


def _half_of_day(parts: Parts, written: str) -> int:
    """The hour that a half of the day begins with: 12 for "pm"."""
    return 12 * ("p" in written.lower()) if "glued" in parts else number(parts, "ampm")


def _after_noon(parts: Parts) -> bool:
    """ "Three this afternoon", "eight tonight"."""
    if "deictic" in parts and parts["deictic"].element == "TONIGHT":
        return True
    return "daypart" in parts and str(parts["daypart"].value) in _PARTS_AFTER_NOON


def _zone(parts: Parts) -> object:
    """Return the zone that is named: a name of the database, or minutes east; None for none."""
    if "zone" not in parts:
        return None
    zone = parts["zone"].value
    if "offset" in parts and isinstance(zone, int):
        return zone + 60 * number(parts, "sign") * number(parts, "offset")
    return zone


def _offset(zone: object, day: Sense, clock: str) -> str:
    """Return the zone as EDTF writes it, which for "ET" depends on the day; empty if unknown."""
    if zone in (None, "") or day.period is None:
        return ""
    if zone == 0:
        return "Z"
    fixed = timezone(timedelta(minutes=zone)) if isinstance(zone, int | float) else None
    place: tzinfo | None = fixed or gettz(str(zone))
    hour, minute = (int(f) for f in clock.split(":")[:2])
    moment = datetime.combine(day.period.first, datetime.min.time()) + timedelta(
        hours=hour, minutes=minute
    )
    delta = moment.replace(tzinfo=place).utcoffset()
    if delta is None:
        return ""
    minutes = int(delta.total_seconds() // 60)
    return f"{'+' if minutes >= 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def read_past_the_hour(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "half past nine", "a quarter to ten"."""
    minutes = 30 if "half" in parts else 15
    hour = number(parts, "hour")
    if "tohour" in parts:
        hour, minutes = hour - 1 or 12, 60 - minutes
    return _at(day_of(parts, context), f"{hour:02}:{minutes:02}")


READERS = {
    "daypart": read_daypart,
    "hour": read_hour,
    "overnight": read_overnight,
    "neighbour daypart": read_neighbour_daypart,
    "clock": read_clock,
    "past the hour": read_past_the_hour,
}
