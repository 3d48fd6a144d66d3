"""A stretch of text that may be a name, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gloss.annotate.tagger import KINDS as TAGS
from gloss.story import Kind

REST: Kind = "topic"  # a name of none of the kinds that a tagger tells apart
KINDS: tuple[Kind, ...] = (*TAGS, REST)
MAIN_KINDS: tuple[Kind, ...] = ("person", "org", "place")

Row = tuple[float, ...]  # a figure for each of KINDS: a probability, or a weight
NOTHING: Row = tuple(0.0 for _ in KINDS)


def row_of_tags(probs: Iterable[float]) -> Row:
    """Return what a tagger says as a row."""
    return (*probs, 0.0)


def row_of(shares: Mapping[Kind, float]) -> Row:
    """Return figures in the order of KINDS; what no tagger tells apart is the rest."""
    row = dict.fromkeys(KINDS, 0.0)
    for kind, share in shares.items():
        row[kind if kind in row else REST] += share
    return tuple(row.values())


def of_kind(kind: Kind, share: float) -> Row:
    """Return the row that speaks for one kind alone."""
    return row_of({kind: share})


def scaled(row: Iterable[float], by: float) -> Row:
    """Multiply a row."""
    return tuple(by * figure for figure in row)


class Candidate(NamedTuple):
    """A name as one place in the text has it: a tuple, since a story makes a thousand of them.

    probs: the probability of each of KINDS, as the tagger sees it.
    how: the step that found it.
    kind: what it is, once that is decided.
    entity: the id that the register gives it, if any.
    """

    start: int
    end: int
    text: str
    probs: Row = NOTHING
    how: str = "tagger"
    kind: Kind | None = None
    entity: str | None = None
    sure: float = 0.0

    @property
    def best(self) -> Kind:
        """The most probable kind."""
        return KINDS[self.probs.index(max(self.probs))]


def meet(a: Candidate, b: Candidate) -> bool:
    """Tell whether two candidates overlap."""
    return a.start < b.end and b.start < a.end
