"""How a person reads an EDTF value.

Months, days and eras are said in a language by the Unicode CLDR; what is said around them
("about", "until", "year not stated") is a form that the theme puts in words.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time, parse_pattern

from gloss.edtf.date import Date, Day, Doubt
from gloss.edtf.machines import html_time, iso_day
from gloss.edtf.value import KEPT, Edtf, read
from gloss.lexicon import ENGLISH, load

Precision = Literal["day", "month", "year", "span", "about", "open"]

_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps-about"}
_DOUBT = re.compile(r"[~?%]|S\d")
_SOME_YEAR = 2000  # a leap year, so that any day of any year can be said
_ERA_SAID = 100  # a year before it is a bare number to most readers


@dataclass(frozen=True)
class Wording:
    """A date as it is said.

    edtf: as the digest has it. form: how the theme says it: ``plain``, or a form of ``parts``.
    words: of a plain date, in the site's language; of another, what stands in the form.
    parts: the dates in the form. machine: what HTML's ``time`` element takes, or empty.
    precision: how it is drawn; ``open`` has no year.
    """

    edtf: str
    words: str
    form: str = "plain"
    parts: tuple[Wording, ...] = ()
    machine: str = ""
    precision: Precision = "span"


@lru_cache(maxsize=KEPT)
def in_words(edtf: str, lang: str) -> Wording:
    """Say an EDTF value in that language (BCP 47); any other text stays as it is."""
    value = read(edtf)
    if value is None:
        return Wording(edtf, edtf)
    if value.form == "interval":
        return _interval(value, lang)
    if value.form != "date" or ".." in edtf:
        return _list(value, lang)
    return _date(edtf, value.dates[0] or Date(""), lang)


def _interval(value: Edtf, lang: str) -> Wording:
    start, end = value.dates
    if start and end:
        return _closed(value.text, start, end, lang)
    form, side = ("since", 0) if start else ("until", 1)
    inner = in_words(value.text.split("/")[side], lang)
    return Wording(value.text, value.text, form, (inner,), "", "about")


def _closed(edtf: str, start: Date, end: Date, lang: str) -> Wording:
    if start.doubt and start.doubt == end.doubt:
        return _doubtful(edtf, start.doubt, lang)
    if found := _century_before(edtf, start, end):
        return found
    parts = tuple(in_words(side, lang) for side in edtf.split("/"))
    return Wording(edtf, edtf, "range", parts, "", "span")


def _century_before(edtf: str, start: Date, end: Date) -> Wording | None:
    """A century before our era, written from year to year; one of ours is said as it is written."""
    if start.month or end.month or not start.years or not end.years or end.years[0] > 0:
        return None
    return _century(edtf, (start.years[0], end.years[1]))


def _doubtful(edtf: str, doubt: Doubt, lang: str) -> Wording:
    inner = in_words(_DOUBT.sub("", edtf), lang)
    return Wording(edtf, inner.words, _DOUBTS[doubt], (inner,), "", "about")


def _list(value: Edtf, lang: str) -> Wording:
    if ".." in value.text:
        return Wording(value.text, value.text)
    parts = tuple(in_words(member, lang) for member in value.text[1:-1].split(","))
    return Wording(value.text, value.text, "list", parts, "", "about")


def _date(edtf: str, date: Date, lang: str) -> Wording:
    if date.doubt:
        return _doubtful(edtf, date.doubt, lang)
    if date.year == "XXXX":
        return _without_year(edtf, date, lang)
    if date.part:
        inner = in_words(date.year, lang)
        return Wording(edtf, inner.words, f"part-{_season(date.part)}", (inner,))
    return _plain(edtf, date, lang) if date.is_whole else _some(edtf, date, lang)


def _season(part: int) -> int:
    """Seasons south of the equator (25 to 32 say which side) are said like those north of it."""
    return (part - 25) % 4 + 21 if 25 <= part < 33 else part


def _plain(edtf: str, date: Date, lang: str) -> Wording:
    machine = html_time(edtf)
    year, month, day = date.first or (1, 1, 1)
    if not date.month:
        return Wording(edtf, year_in_words(year, lang), machine=machine, precision="year")
    if not date.day:
        return Wording(edtf, _month(year, month, lang), machine=machine, precision="month")
    words = _day((year, month, day), lang)
    if date.clock and int(date.clock[:2]) < 24:
        clock = datetime.time(int(date.clock[:2]), int(date.clock[3:5]))
        words = f"{words}, {format_time(clock, 'short', locale=locale_of(lang))}"
    return Wording(edtf, words, machine=machine, precision="day")


def _without_year(edtf: str, date: Date, lang: str) -> Wording:
    if date.part:
        inner = in_words(date.year, lang)
        return Wording(edtf, "", f"part-{_season(date.part)}", (inner,), "", "open")
    words = _month_and_day(date, lang)
    inner = Wording(edtf, words)
    return Wording(edtf, words, "no-year", (inner,), html_time(edtf), "open")


def _month_and_day(date: Date, lang: str) -> str:
    if not date.month.isdigit():
        return date.day.strip("X").lstrip("0")
    if not date.day.isdigit():
        return month_in_words(int(date.month), lang)
    stands = datetime.date(_SOME_YEAR, int(date.month), int(date.day))
    return str(format_skeleton("MMMMd", stands, locale=locale_of(lang)))


def _some(edtf: str, date: Date, lang: str) -> Wording:
    """Unspecified figures: a century, a decade, some day of a month, some month of a year."""
    if not date.month and (found := _century(edtf, date.years) or _decade(edtf, date)):
        return found
    if "X" not in date.year and date.day in ("", "XX"):
        whole = "X" in date.month
        inner = in_words(date.year if whole else f"{date.year}-{date.month}", lang)
        return Wording(edtf, "", "some-day", (inner,), "", "year" if whole else "month")
    ends = tuple(iso_day(day) for day in (date.first, date.last) if day)
    parts = tuple(in_words(day if date.month else day[:-6], lang) for day in ends)
    return Wording(edtf, edtf, "range", parts)


def _century(edtf: str, years: tuple[int, int] | None) -> Wording | None:
    """A century by its number: 19XX is the 20th, -02XX (from 300 BC to 201 BC) the 3rd before."""
    first, last = years or (0, 0)
    if last - first != 99:
        return None
    if last <= 0:
        return Wording(edtf, str(-last // 100 + 1), "century-bc") if last % 100 == 0 else None
    return Wording(edtf, str(first // 100 + 1), "century") if first % 100 == 0 else None


def _decade(edtf: str, date: Date) -> Wording | None:
    if date.year.startswith("-") or not date.year[:3].isdigit():
        return None
    return Wording(edtf, f"{date.year[:3].lstrip('0')}0", "decade")


def in_english(edtf: str) -> str:
    """Return a value as English says it, for what no template says."""
    return _english(in_words(edtf, ENGLISH))


def _english(wording: Wording) -> str:
    if wording.form == "list":
        return ", ".join(map(_english, wording.parts))
    form: str = load("dates")["forms"].get(wording.form, "{words}")
    parts = map(_english, wording.parts)
    return form.format(*parts, words=wording.words, nth=_nth(wording.words)).removeprefix(", ")


def _nth(number: str) -> str:
    endings = load("dates")["endings"]
    last = int(number[-1]) if number.isdigit() and number[-2:-1] != "1" else 0
    return number + str(endings[last] if last < len(endings) else endings[0])


def year_in_words(year: int, lang: str) -> str:
    """Return a year (0 is 1 BC) as it is said: before our era, or early in it, with the era."""
    if year >= _ERA_SAID:
        return str(year)
    return _in_era(datetime.date(year if year > 0 else 1 - year, 1, 1), year > 0, "Gy", lang)


def days_in_words(first: str, last: str, lang: str) -> str:
    """Return the days from one to another (ISO 8601) in short: "Sep 17 – 23, 2018"."""
    start, end = (datetime.date.fromisoformat(day) for day in (first, last))
    return str(format_interval(start, end, skeleton="yMMMd", locale=locale_of(lang)))


def weekday_in_words(day: str, lang: str) -> Wording:
    """Say a day (ISO 8601) with its weekday and without its year: "Wednesday, September 19"."""
    stands = datetime.date.fromisoformat(day)
    words = format_skeleton("MMMMEEEEd", stands, locale=locale_of(lang))
    return Wording(day, str(words), machine=day, precision="day")


def month_in_words(month: int, lang: str) -> str:
    """Return the name of a month by itself."""
    return str(format_date(datetime.date(_SOME_YEAR, month, 1), "LLLL", locale=locale_of(lang)))


def _month(year: int, month: int, lang: str) -> str:
    if year > 0:
        return str(format_skeleton("yMMMM", datetime.date(year, month, 1), locale=locale_of(lang)))
    return _in_era(datetime.date(1 - year, month, 1), False, "GyMMM", lang)


def _day(day: Day, lang: str) -> str:
    year, month, number = day
    if year > 0:
        return str(format_date(datetime.date(*day), "long", locale=locale_of(lang)))
    # The stand-in has 29 February where the year before our era has it.
    return _in_era(datetime.date(4 - year, month, number), False, "GyMMMd", lang, said=1 - year)


def _in_era(stands: datetime.date, ours: bool, skeleton: str, lang: str, said: int = 0) -> str:
    """Say a date with its era, by the language's own pattern; ``stands`` has its month and day."""
    locale = locale_of(lang)
    era = locale.eras["abbreviated"][int(ours)]
    pattern = locale.datetime_skeletons[skeleton].pattern.replace("MMM", "MMMM")
    for sign, words in (("G", era), ("y", str(said or stands.year))):
        pattern = re.sub(f"{sign}+", "'" + words.replace("'", "''") + "'", pattern, count=1)
    return str(parse_pattern(pattern).apply(stands, locale))


@lru_cache(maxsize=16)
def locale_of(lang: str) -> Locale:
    """Return the CLDR's data for a language (BCP 47); English for one that it does not know."""
    try:
        return Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")
