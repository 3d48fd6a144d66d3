"""What a tagger says of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from numpy.typing import NDArray

from gloss.story import Kind

KINDS: tuple[Kind, ...] = ("person", "org", "place", "group", "event", "work", "product", "law")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))

KindProbs = tuple[float, ...]  # one for each of KINDS


@dataclass(frozen=True)
class Tagged:
    """A name as the tagger sees it, with no knowledge beyond the words around it.

    start, end: code points into the text.
    kind: one of KINDS.
    probs: the probability of each of KINDS, the mean over the name's words; what is missing to 1 is
        the probability that it is no name.
    """

    start: int
    end: int
    kind: Kind
    probs: KindProbs


@dataclass(frozen=True, eq=False)
class WordProbs:
    """The probability of each label for each word of a text, to judge any stretch of it.

    words: offsets in order, code points.
    probs: one row a word, one column for each of LABELS.
    """

    words: Sequence[tuple[int, int]]
    probs: NDArray[Any]

    def mean(self, start: int, end: int) -> KindProbs:
        """Return the mean probability of each of KINDS over the words that begin in a stretch."""
        first = bisect_left(self.words, (start, 0))
        last = bisect_left(self.words, (end, 0))
        return kind_probs(self.probs[first:last])


class Tagger(Protocol):
    """Finds names. The same text gives the same names, whatever else is tagged with it."""

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """Return the names of each text, in order, none overlapping another."""
        ...

    def tag_with_words(self, text: str) -> tuple[list[Tagged], WordProbs]:
        """Return the names of a text, and what the tagger thinks of each of its words."""
        ...


def kind_probs(rows: NDArray[Any]) -> KindProbs:
    """Return the mean over words of each kind's probability, at a name's start or inside it."""
    if not len(rows):
        return (0.0,) * len(KINDS)
    masses = rows.sum(0) / len(rows)
    return tuple((masses[1::2] + masses[2::2]).tolist())
