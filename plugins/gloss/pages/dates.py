"""Dates as a page shows them: how they are said, for machines, how certain, and in which order.

The value is EDTF (ISO 8601-2:2019, levels 0 to 2 as far as news needs them). Months and days are
said in the site's language by the Unicode CLDR; what is said around them ("about", "until", "year
not stated") is a form that the theme puts in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time

from gloss.digest.edtf_order import order
from gloss.digest.model import Event

Precision = Literal["day", "month", "year", "span", "about", "open"]

_DAY = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?)?"
    r"(?:T(?P<hour>[01]\d|2[0-3])(?::(?P<minute>[0-5]\d))?\S*)?\Z"
)
_PART = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<part>2[1-9]|3\d|4[01])\Z")
_DECADE = re.compile(r"(?P<digits>\d{3})X\Z")
_CENTURY = re.compile(r"(?P<digits>\d{2})XX\Z")
_SOME_DAY = re.compile(r"(?P<month>\d{4}-\d\d)-XX\Z")
_SOME_MONTH = re.compile(r"(?P<year>\d{4})-XX(?:-XX)?\Z")
_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps-about"}
# A leap year, so that any day of any year can be said.
_SOME_YEAR = 2000


@dataclass(frozen=True)
class Reading:
    """A date, read.

    edtf: as the digest has it. form: how the theme says it: ``plain``, or a form of ``parts``.
    words: of a plain date, in the site's language; of another, what stands in the form.
    parts: the dates in the form. machine: what HTML's ``time`` element takes, or empty.
    precision: how it is drawn; ``open`` has no year.
    """

    edtf: str
    words: str
    form: str = "plain"
    parts: tuple[Reading, ...] = ()
    machine: str = ""
    precision: Precision = "span"


@lru_cache(maxsize=1 << 16)
def read(edtf: str, lang: str) -> Reading:
    """Read an EDTF value for a page in that language (BCP 47); any other text is shown as it is."""
    if "/" in edtf:
        return _interval(edtf, lang)
    if edtf[-1:] in _DOUBTS:
        inner = read(edtf[:-1], lang)
        return Reading(edtf, inner.words, _DOUBTS[edtf[-1]], (inner,), "", "about")
    return _day(edtf, lang) or _part_of_year(edtf, lang) or _some(edtf, lang) or Reading(edtf, edtf)


def _interval(edtf: str, lang: str) -> Reading:
    start, _, end = edtf.partition("/")
    start, end = (side if side not in ("", "..") else "" for side in (start, end))
    parts = tuple(read(side, lang) for side in (start, end) if side)
    form = "range" if start and end else "since" if start else "until" if end else "plain"
    return Reading(edtf, edtf, form, parts, "", "span" if len(parts) == 2 else "about")


def _day(edtf: str, lang: str) -> Reading | None:
    found = _DAY.match(edtf)
    if not found:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    try:
        stands = date(int(year) if year != "XXXX" else _SOME_YEAR, int(month or 1), int(day or 1))
    except ValueError:
        return None
    if year == "XXXX":
        words = _without_year(stands, day, lang) if month else ""
        inner = Reading(edtf, words)
        return Reading(edtf, words, "no-year", (inner,), f"{month}-{day}" if day else "", "open")
    if found["hour"]:
        return _hour(edtf, found, stands, lang)
    if day:
        words = format_date(stands, "long", locale=_locale(lang))
        return Reading(edtf, words, machine=edtf, precision="day")
    if month:
        words = format_skeleton("yMMMM", stands, locale=_locale(lang))
        return Reading(edtf, words, machine=edtf, precision="month")
    return Reading(edtf, str(int(year)), machine=edtf, precision="year")


def _without_year(stands: date, day: str | None, lang: str) -> str:
    if day:
        return format_skeleton("MMMMd", stands, locale=_locale(lang))
    return format_date(stands, "LLLL", locale=_locale(lang))


def _hour(edtf: str, found: re.Match[str], stands: date, lang: str) -> Reading:
    clock = time(int(found["hour"]), int(found["minute"] or 0))
    words = format_date(stands, "long", locale=_locale(lang))
    hour = format_time(clock, "short", locale=_locale(lang))
    return Reading(edtf, f"{words}, {hour}", machine=stands.isoformat(), precision="day")


def _part_of_year(edtf: str, lang: str) -> Reading | None:
    """Seasons 21 to 32, quarters 33 to 36, third parts 37 to 39, halves 40 and 41."""
    found = _PART.match(edtf)
    if not found:
        return None
    number = int(found["part"])
    part = number if number < 25 else (number - 25) % 4 + 21 if number < 33 else number
    inner = read(found["year"], lang)
    return Reading(edtf, inner.words, f"part-{part}", (inner,), "", "span")


def _some(edtf: str, lang: str) -> Reading | None:
    """Unspecified digits: a decade, a century, some day of a month, some month of a year."""
    if found := _DECADE.match(edtf):
        return Reading(edtf, f"{found['digits']}0", "decade")
    if found := _CENTURY.match(edtf):
        return Reading(edtf, f"{found['digits']}00", "century")
    if found := _SOME_DAY.match(edtf):
        return Reading(edtf, "", "some-day", (read(found["month"], lang),), "", "month")
    if found := _SOME_MONTH.match(edtf):
        return Reading(edtf, "", "some-day", (read(found["year"], lang),), "", "year")
    return None


@lru_cache(maxsize=16)
def _locale(lang: str) -> Locale:
    try:
        return Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def month_of(edtf: str, lang: str) -> str:
    """Return the name of a month (``2018-09``) by itself, or an empty text for any other date."""
    found = _DAY.match(edtf)
    if not found or not found["month"] or found["day"]:
        return ""
    return _without_year(date(_SOME_YEAR, int(found["month"]), 1), None, lang)


def year_of(edtf: str) -> str:
    """Return the year that a date is listed under, or an empty text: year not stated.

    An interval is listed under the year in which it begins, or ends if its start is open; a decade
    under its first year.
    """
    found = re.search(r"(?<![\d-])\d{2}(?:\d\d|\dX|XX)(?!\d)", edtf)
    return found[0].replace("X", "0") if found else ""


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events from the oldest; those of one day as they stand."""
    return sorted(events, key=lambda event: order(event.edtf))
