"""What a reader knows when an expression is reached: publication, and what was named before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from gloss.annotate.times.periods import STEPS, Period, in_words
from gloss.annotate.times.years import NamedYears
from gloss.story import TimexType


@dataclass(frozen=True)
class MatchedPart:
    """A piece of an expression: what it is, and where in the text."""

    element: str
    value: int | float | str
    start: int
    end: int
    text: str = ""  # its first word, in lower case


@dataclass(frozen=True)
class Sense:
    """What an expression means.

    period: the stretch of the calendar, where it is one: what later expressions count from.
    between: the parts that it stretches over, where that is not the whole expression.
    how: as in ``Moment``. anchors: whether later expressions may count from it.
    fiscal: the business period that what follows speaks of, where it is not the period itself.
    """

    type: TimexType
    value: str
    edtf: str | None = None
    period: Period | None = None
    how: str = ""
    sure: float = 1.0
    between: tuple[str, str] | None = None
    anchors: bool = True
    fiscal: Period | None = None


Parts = dict[str, MatchedPart]
Senses = Sense | tuple[Sense, ...] | None
_HALF_A_MONTH = timedelta(days=15)
_BESIDE = 120  # characters
# A headline and a lead with something behind them.
_LEAD = re.compile(r"\s*.*\n\s*.*\n\s*\S")
_AROUND = 160  # characters: a sentence on either side


@dataclass
class TimeContext:
    """The state of a text as it is read from its beginning.

    published: the day to count from, or None. source: what that day is, for ``Sense.how``.
    latest: the day of publication, where one counts from a dateline before it.
    last: the day, month, season or year named last; day: the day; years: those of the dates.
    day_end: where a day ended that was named last; last_end: where "last" ended.
    fiscal: the business period named last; reported: the latest quarter of which it tells.
    fiscal_months: how many months a firm's own quarters lie from those of the calendar, and
        fiscal_year: the year that it counts them in, where it says when one ends.
    text, start, end: the text, and where the expression in hand stands in it.
    direction_at: which way the clause at a position looks.
    """

    published: date | None
    source: str = "publication"
    last: Period | None = None
    day: Period | None = None
    fiscal: Period | None = None
    reported: Period | None = None
    fiscal_months: int = 0
    fiscal_year: int | None = None
    years: NamedYears = field(default_factory=NamedYears)
    day_end: int = -1
    last_end: int = -1
    latest: date | None = None
    direction_at: Callable[[int], float] = field(default=lambda _: 0)
    start: int = 0
    end: int = 0
    text: str = ""

    def direction(self) -> float:
        """Which way the clause of the expression looks: -1, 0, or up to 2 (``Clauses``)."""
        return self.direction_at(self.start)

    def fills_its_line(self) -> bool:
        """Whether nothing stands beside the expression, as with the hours of a live report."""
        first, last = self.text.rfind("\n", 0, self.start) + 1, self.text.find("\n", self.end)
        rest = self.text[first : self.start] + self.text[self.end : last if last >= 0 else None]
        return not rest.strip(" .")

    def is_beside_last(self) -> bool:
        """Whether the date named last stands in the sentence before, or in this one."""
        return 0 <= self.start - self.last_end <= _BESIDE

    def follows(self, word: str) -> bool:
        """Whether a word stands just before the expression."""
        return self.text[: self.start].rstrip().lower().endswith(f" {word}")

    def among_figures(self) -> bool:
        """Whether the expression stands among figures: "up from $3.1 million a year ago"."""
        window = self.text[max(0, self.start - _AROUND) : self.start + _AROUND]
        return any(c.isdigit() or c in "$£€¥%" for c in window)

    @property
    def counted(self) -> str:
        """How a date was found that is counted from publication, for the reader."""
        return f"counted from {self.source}"

    def note(self, sense: Sense, end: int = -1) -> None:
        """Remember a date for what comes after it; end: where it ends."""
        self.day_end = end if _is_day(sense) else -1
        if sense.fiscal:
            self.fiscal = sense.fiscal
        if sense.period is None or not sense.anchors:
            return
        if sense.period.unit in ("quarter", "half") and self._reported(sense.period):
            self.fiscal = sense.period
            self._note_quarter(sense.period, sense.edtf or "")
        if sense.period.unit not in ("decade", "century"):
            self.last, self.last_end = sense.period, end
            self.day = sense.period if sense.period.unit == "day" else self.day
        self._note_year(sense.period.first.year)

    def _note_year(self, year: int) -> None:
        ahead = self.follows("by") or self.follows("until")
        self.years.note(year, ahead, _LEAD.match(self.text, 0, self.start) is None)

    def year_in_mind(self) -> int | None:
        """The year of a month or day of a story of unknown date: its own, or one told beside it."""
        told_with = self.is_beside_last() and self.direction() <= 0
        return self.years.compared if told_with or self.years.compared == self.years.own() else None

    def _note_quarter(self, quarter: Period, edtf: str) -> None:
        if self.reported is None or quarter.first > self.reported.first:
            self.reported = quarter
        if "/" in edtf:  # of the firm's own year
            start = date.fromisoformat(edtf.partition("/")[0]) + _HALF_A_MONTH
            years = start.year - quarter.first.year
            self.fiscal_months = 12 * years + start.month - quarter.first.month
            self.fiscal_year = quarter.first.year

    def _reported(self, quarter: Period) -> bool:
        """Whether figures of a quarter can be known yet; the first that is named counts anyhow."""
        return self.fiscal is None or not self.published or quarter.last <= self.published

    def business(self, found: Period, how: str, sure: float = 0.8) -> Sense:
        """A business period: its number, and the firm's own months where it has told them."""
        sense = dated(found, how, sure)
        if found.unit != "quarter" or not self.fiscal_months:
            return sense
        start = found.first + STEPS["month"] * self.fiscal_months
        last = start + STEPS["quarter"] - STEPS["day"]
        return replace(sense, edtf=f"{start.isoformat()}/{last.isoformat()}")

    def named_before(self, found: Period) -> Sense:
        """A business period that was named before."""
        return self.business(found, f"as {in_words(found)}, named before")

    def anchor_of(self, unit: str) -> tuple[Period | None, str]:
        """The same for a unit: a decade counts from the year named last, a day from a day."""
        if unit == "day" and self.day and self.last and self.last.unit == "year":
            return self.day, f"counted from {in_words(self.day)}"
        if unit in ("decade", "century") and self.years.last:
            year = Period("year", date(self.years.last, 1, 1))
            return year, f"counted from {in_words(year)}"
        return self.anchor()

    def anchor(self) -> tuple[Period | None, str]:
        """Return what "later" counts from: the date named last, else publication."""
        if self.last:
            return self.last, f"counted from {in_words(self.last)}"
        if self.published:
            return Period("day", self.published), self.counted
        return None, ""


def _is_day(sense: Sense) -> bool:
    """Whether an expression names a day, and no hour of it."""
    return sense.type == "DATE" and sense.period is not None and sense.period.unit == "day"


def dated(period: Period, how: str = "", sure: float = 1.0) -> Sense:
    """A date that the calendar has."""
    return Sense("DATE", period.value, period.edtf, period, how, sure)


Reader = Callable[[Parts, TimeContext], Senses]


def of_parts(read: Callable[[Parts], Senses]) -> Reader:
    """A reader that needs nothing but the parts of an expression."""
    return lambda parts, _: read(parts)


def of_context(read: Callable[[TimeContext], Senses]) -> Reader:
    """A reader that needs nothing but what was named before."""
    return lambda _, context: read(context)
