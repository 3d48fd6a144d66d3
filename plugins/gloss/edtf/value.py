"""A value of EDTF: a date, an interval of two, or a list; where it lies in time, and its order.

Years of more than four figures (``Y170000002``, ``Y1E9``) are EDTF and are refused: no story's
timeline has room for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from gloss.edtf.date import Date, Day, Doubt, date_of

Form = Literal["date", "interval", "all", "one"]
Order = tuple[int, Day, int, str]

OPEN = ("", "..")
LONGEST = 200  # characters; a list of some fifteen days
KEPT = 1 << 16  # values; a digest of thousands of stories has fewer
_LONG_YEAR = re.compile(r"Y-?\d+(?:E\d+)?(?:S\d+)?[~?%]?")
_NOWHERE: Day = (0, 0, 0)


@dataclass(frozen=True)
class Edtf:
    """A value, read.

    form: a date, an interval, all of several dates, or one of them. dates: an interval's are two,
    None for a side that is open or unknown.
    """

    text: str
    form: Form
    dates: tuple[Date | None, ...]

    @property
    def date(self) -> Date | None:
        """The one date that it is; None for an interval or a list."""
        return self.dates[0] if self.form == "date" else None

    @cached_property
    def _placed(self) -> tuple[Date, ...]:
        """The dates that say something of their year."""
        return tuple(date for date in self.dates if date and date.first)

    @cached_property
    def listed(self) -> Date | None:
        """The date that it is listed under: where it begins, or ends if its start is open."""
        return self._placed[0] if self._placed else None

    @cached_property
    def first(self) -> Day | None:
        """The first day that it can mean; None where it says nothing of the year.

        An interval with an open side is bounded by the other side alone.
        """
        return min((date.first for date in self._placed if date.first), default=None)

    @cached_property
    def last(self) -> Day | None:
        """The last day that it can mean."""
        return max((date.last for date in self._placed if date.last), default=None)

    @property
    def days(self) -> int:
        """About how many days it holds, one at least; 0 where it says nothing of the year."""
        if not self.first or not self.last:
            return 0
        years, months, days = (b - a for a, b in zip(self.first, self.last, strict=True))
        return years * 365 + months * 30 + days + 1

    @cached_property
    def year(self) -> int | None:
        """The year that it is listed under (0 is 1 BC): a decade under its first year."""
        return self.listed.years[0] if self.listed and self.listed.years else None

    @cached_property
    def month(self) -> int | None:
        """The month that it is listed under, where it says one."""
        listed = self.listed
        if listed is None or not listed.month.isdigit() or listed.part or "X" in listed.year:
            return None
        return int(listed.month)

    @property
    def doubt(self) -> Doubt:
        """Whether any of it is approximate (``~``), uncertain (``?``) or both (``%``)."""
        found = {date.doubt for date in self.dates if date and date.doubt}
        return found.pop() if len(found) == 1 else "%" if found else ""

    @cached_property
    def order(self) -> Order:
        """What sorts values from the oldest: total, and the same for equal values only.

        Of values that begin on one day the longer stands first: a year before its months, a day
        before its hours. Values without a year follow, by month and day.
        """
        if self.first:
            return 0, self.first, -self.days, self.text
        stated = next((date for date in self.dates if date), Date(""))
        month, day = (int(n) if n.isdigit() else 0 for n in (stated.month, stated.day))
        return 1, (0, month, day), 0, self.text


@lru_cache(maxsize=KEPT)
def read(text: str) -> Edtf | None:
    """Return the value that a text is; None where it is no EDTF, or none that a calendar has."""
    value = _parsed(text)
    possible = value and all(date is None or date.is_possible for date in value.dates)
    return value if possible else None


def fault(text: str) -> str:
    """Return what is wrong with a text that has the form of a value, or an empty text.

    A text of another form is not judged: ``read`` has nothing to say of it either.
    """
    if _LONG_YEAR.fullmatch(text):
        return "is a year of more than four figures"
    if len(text) <= LONGEST and _parsed(text) and not read(text):
        return "is no day of any calendar"
    return ""


def _parsed(text: str) -> Edtf | None:
    if len(text) > LONGEST:
        return None
    if date := date_of(text):
        return Edtf(text, "date", (date,))
    if "/" in text:
        return _with(text, "interval", text.split("/"), two=True)
    if text[:1] + text[-1:] in ("{}", "[]"):
        sides = [side for member in text[1:-1].split(",") for side in member.split("..")]
        return _with(text, "all" if text[0] == "{" else "one", sides)
    return None


def _with(text: str, form: Form, sides: list[str], two: bool = False) -> Edtf | None:
    dates = [None if side in OPEN else date_of(side) for side in sides]
    bad = any(date is None and side not in OPEN for date, side in zip(dates, sides, strict=True))
    if bad or not any(dates) or (two and len(sides) != 2):
        return None
    return Edtf(text, form, tuple(dates))


def order(text: str) -> Order:
    """Return the order of a value among others; what is no EDTF stands last."""
    value = read(text)
    return value.order if value else (2, _NOWHERE, 0, text)


def year_of(text: str | None) -> int | None:
    """Return the year that a value is listed under; None where it says none."""
    value = read(text) if text else None
    return value.year if value else None


def is_day(text: str) -> bool:
    """Tell whether a text is one whole day of our era, ``YYYY-MM-DD``."""
    value = read(text)
    return bool(value and value.date and value.date.day and value.date.is_whole and len(text) == 10)


def is_publication(text: str) -> bool:
    """Tell whether a text says when a story was published: a day, a part or the whole of a year."""
    value = read(text)
    date = value.date if value else None
    return bool(date and not date.doubt and "X" not in date.year + date.month + date.day)


def with_doubt(text: str, doubt: Doubt) -> str:
    """Return a value marked approximate or uncertain, as far as EDTF can say so of it.

    It can of one date without a part of the year or a time of day; of an interval, of each side.
    """
    value = read(text)
    if not doubt or not value or value.doubt or value.form not in ("date", "interval"):
        return text
    if any(date and (date.clock or date.part) for date in value.dates):
        return text
    return "/".join(side if side in OPEN else side + doubt for side in text.split("/"))
