"""What a reader knows when an expression is reached: publication, and what was named before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from gloss.annotate.times.periods import Period, in_words
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
_AROUND = 160  # characters: a sentence on either side


@dataclass
class TimeContext:
    """The state of a text as it is read from its beginning.

    published: the day to count from, or None. source: what that day is, for ``Sense.how``.
    last: the day, month, season or year named last; year: of the last date that has one.
    fiscal: the business period named last.
    text, start, end: the text, and where the expression in hand stands in it.
    direction_at: which way the clause at a position looks.
    """

    published: date | None
    source: str = "publication"
    last: Period | None = None
    fiscal: Period | None = None
    year: int | None = None
    direction_at: Callable[[int], int] = field(default=lambda _: 0)
    start: int = 0
    end: int = 0
    text: str = ""

    def direction(self) -> int:
        """Which way the clause of the expression looks: -1, 0 or 1."""
        return self.direction_at(self.start)

    def fills_its_line(self) -> bool:
        """Whether nothing stands beside the expression, as with the hours of a live report."""
        first, last = self.text.rfind("\n", 0, self.start) + 1, self.text.find("\n", self.end)
        rest = self.text[first : self.start] + self.text[self.end : last if last >= 0 else None]
        return not rest.strip(" .")

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

    def note(self, sense: Sense) -> None:
        """Remember a date for what comes after it."""
        if sense.fiscal:
            self.fiscal = sense.fiscal
        if sense.period is None or not sense.anchors:
            return
        if sense.period.unit in ("quarter", "half") and self._reported(sense.period):
            self.fiscal = sense.period
        if sense.period.unit not in ("decade", "century"):
            self.last = sense.period
        self.year = sense.period.first.year

    def _reported(self, quarter: Period) -> bool:
        """Whether figures of a quarter can be known yet; the first that is named counts anyhow."""
        return self.fiscal is None or not self.published or quarter.last <= self.published

    def anchor(self) -> tuple[Period | None, str]:
        """Return what "later" counts from: the date named last, else publication."""
        if self.last:
            return self.last, f"counted from {in_words(self.last)}"
        if self.published:
            return Period("day", self.published), self.counted
        return None, ""


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
