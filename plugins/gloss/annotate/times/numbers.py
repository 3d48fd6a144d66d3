"""Read numbers: figures, fractions and words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from gloss.lexicon import load

_JOINTS = ("-", "and")
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True)
class NumberWords:
    """The words of ``numbers.toml``, by what they do in a number."""

    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    fixed: dict[str, int]
    ordinals: dict[str, int]

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word that a number can hold."""
        tables = (self.ones, self.teens, self.tens, self.scales, self.fixed, self.ordinals)
        return frozenset(word for table in tables for word in table)


@cache
def number_words() -> NumberWords:
    """Load ``numbers.toml``."""
    return NumberWords(**load("times/numbers"))


def read_figures(text: str) -> float:
    """Return the value of a number in figures: ``1,000``, ``2.5``, ``2 1/2``, ``2½``."""
    if text[-1] in FRACTIONS:
        return float(text[:-1] or 0) + FRACTIONS[text[-1]]
    if "/" in text:
        whole, fraction = text.split()
        above, below = fraction.split("/")
        return float(whole) + int(above) / int(below)
    return float(text.replace(",", ""))


@dataclass(frozen=True)
class Spelled:
    """A number in words: its value, what it is, and of how many of the words given it is made.

    kind: ``cardinal``, ``ordinal``, or ``year`` ("nineteen ninety-seven").
    """

    value: int
    kind: str
    length: int


def read_words(words: list[str]) -> Spelled | None:
    """Read the longest number that the words begin with; hyphens and "and" are words here."""
    return _year(words) or _number(words)


def _year(words: list[str]) -> Spelled | None:
    """Two numbers said one after the other: "nineteen ninety-seven", "twenty ten"."""
    known = number_words()
    head = known.teens.get(words[0]) or known.tens.get(words[0])
    if head is None or not 11 <= head <= 20 or len(words) < 2 or words[1] in known.scales:
        return None
    start = 2 if words[1] == "-" else 1
    rest, length = _below_hundred(words[start:])
    if rest < 10:
        return None
    return Spelled(head * 100 + rest, "year", start + length)


def _number(words: list[str]) -> Spelled | None:
    """A number built up from its largest part: "two thousand three hundred and six"."""
    built = _Built()
    place = 0
    while place < len(words) and (length := built.take(words[place:])):
        place += length
        if words[place - 1] in number_words().ordinals:
            return Spelled(built.value, "ordinal", place)
        if words[place - 1] not in _JOINTS:
            built.end = place
    return Spelled(built.value, "cardinal", built.end) if built.end else None


@dataclass
class _Built:
    """A number on the way: ``group`` gathers what stands before a "thousand" or at the end.

    total: what is past a "thousand". end: how many words the number is known to take, since "and"
    alone does not belong to it.
    """

    total: int = 0
    group: int = 0
    end: int = 0

    @property
    def value(self) -> int:
        return self.total + self.group

    def take(self, words: list[str]) -> int:
        """Take what stands next; return of how many words it is, 0 where the number is over."""
        if words[0] in _JOINTS:
            return int(self._goes_on(words[0]))
        if words[0] in number_words().scales:
            return int(self._multiply(words[0]))
        value, length = _below_hundred(words)
        if self.end and self.group % 100:
            return 0
        self.group += value
        return length

    def _goes_on(self, joint: str) -> bool:
        hundreds = self.group >= 100 or (self.group == 0 and self.total > 0)
        return self.end > 0 and (joint != "and" or hundreds)

    def _multiply(self, scale: str) -> bool:
        if self.end == 0 and scale != "hundred":
            return False
        self.group = (self.group or 1) * number_words().scales[scale]
        if self.group >= 1000 and scale != "hundred":
            self.total, self.group = self.total + self.group, 0
        return True


def _below_hundred(words: list[str]) -> tuple[int, int]:
    """Return a number under a hundred and how many words it takes; (0, 0) where there is none."""
    known = number_words()
    if not words:
        return 0, 0
    first = words[0]
    if first in known.tens:
        start = 2 if words[1:2] == ["-"] else 1
        unit = words[start] if len(words) > start else ""
        value = known.ones.get(unit) or known.ordinals.get(unit, 99)
        return (known.tens[first] + value, start + 1) if value < 10 else (known.tens[first], 1)
    for table in (known.ones, known.teens, known.fixed, known.ordinals):
        if first in table:
            return table[first], 1
    return 0, 0
