"""Read dates in figures, and years: alone, in ranges, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated, of_context, of_parts
from gloss.annotate.times.periods import Period, a_day, a_year, in_words, period
from gloss.annotate.times.readers.calendar import number, possible, whole_year

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?![\d/-]|\.\d)")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d).((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(.*)")


def read_numeric(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a date in figures; which figure is the day, the rest of the story may show."""
    text = str(parts["numeric"].value)
    figures = [int(f) for f in re.findall(r"\d+", text)]
    if len(text.split(re.findall(r"\D", text)[0])[0]) == 4:
        return dated(a_day(*figures))
    year = figures[2] if figures[2] > 99 else whole_year(figures[2], context)
    first, second = figures[0], figures[1]
    month_first, day_first = possible(year, first, second), possible(year, second, first)
    if month_first and day_first and month_first != day_first:
        return _settle_order(month_first, day_first, "." in text, context)
    found = month_first or day_first
    return dated(found) if found else None


def puts_day_first(text: str) -> bool | None:
    """Return whether a text's dates in figures put the day first; None where they do not show."""
    firsts, seconds = 0, 0
    for match in _FIGURES.finditer(text):
        firsts += int(match[1]) > 12
        seconds += int(match[2]) > 12
    return None if firsts == seconds else firsts > seconds


def _settle_order(
    month_first: Period, day_first: Period, dots: bool, context: TimeContext
) -> Sense:
    """Choose by the order that the story uses elsewhere, else the date nearer to publication.

    Between dots the day stands first.
    """
    order = puts_day_first(context.text)
    if order is not None:
        chosen = day_first if order else month_first
        return dated(chosen, "order of day and month as elsewhere in the story", 0.9)
    if dots:
        return dated(day_first, "day first, as between dots", 0.9)
    if context.published is None:
        return dated(month_first, "read as month, day, year", 0.5)
    published = context.published
    chosen = min(month_first, day_first, key=lambda c: abs((c.first - published).days))
    return dated(chosen, f"read as {in_words(chosen)}, the nearer to {context.source}", 0.7)


def read_stamp(parts: Parts) -> Sense | None:
    """Read a date and time as computers write it (ISO 8601)."""
    match = _STAMP.match(str(parts["stamp"].value))
    if match is None:
        return None
    day, clock, zone = date.fromisoformat(match[1]), match[2], match[3]
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


def read_years(parts: Parts) -> Sense | None:
    """Read "1939-45" as one stretch of years."""
    if "years" in parts:
        first, last = (int(f) for f in re.findall(r"\d+", str(parts["years"].value)))
        last += first // 100 * 100
    else:
        first, last = number(parts, "from"), number(parts, "to")
    if not first < last <= first + 200:
        return None
    return Sense("DATE", f"{first}/{last}", f"{first}/{last}", a_year(last))


def read_era(parts: Parts) -> Sense | None:
    """Read a year before or after Christ; EDTF counts from a year 0, TIMEX3 writes BC."""
    year = number(parts, "year")
    if not 0 < year < 3000:
        return None
    if number(parts, "era", 1) > 0:
        return dated(a_year(year))
    return Sense("DATE", f"BC{year:04}", f"-{year - 1:04}" if year > 1 else "0000")


def read_decade(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the 1990s", "the '90s" and "the nineties"."""
    if "decade" in parts:
        figures = re.sub(r"\D", "", str(parts["decade"].value))
        year = int(figures)
        if len(figures) == 2:
            year = _decade_in_century(year, context)
    elif "century" in parts:
        year = number(parts, "century") * 100 + number(parts, "decadename") * 10
    else:
        year = _decade_in_century(number(parts, "decadename") * 10, context)
    return dated(period("decade", date(year, 1, 1)))


def _decade_in_century(short: int, context: TimeContext) -> int:
    latest = context.published.year if context.published else 2000
    return latest - (latest - short) % 100


def read_century(parts: Parts) -> Sense | None:
    """Read a numbered century."""
    count = number(parts, "ordinal")
    if not 1 <= count <= 30:
        return None
    value = f"{count - 1:02}"
    if number(parts, "era", 1) < 0:
        return Sense("DATE", f"BC{value}", f"-{count * 100 - 1:04}/-{count * 100 - 100:04}")
    return Sense("DATE", value, f"{value}XX")


def read_turn_of_the_century(context: TimeContext) -> Sense | None:
    """Read "the turn of the century" as the year in which it turned, about."""
    year = context.published.year if context.published else None
    if year is None:
        return Sense("DATE", "XX00")
    turn = (year + 20) // 100 * 100
    return Sense("DATE", f"{turn}", f"{turn}~", a_year(turn), context.counted, 0.7)


READERS = {
    "numeric": read_numeric,
    "stamp": of_parts(read_stamp),
    "years": of_parts(read_years),
    "era": of_parts(read_era),
    "decade": read_decade,
    "century": of_parts(read_century),
    "turn of the century": of_context(read_turn_of_the_century),
}
