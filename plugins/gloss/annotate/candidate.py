"""A stretch of text that may be a name, and what speaks for it."""

from __future__ import annotations

from typing import NamedTuple

from gloss.story import Kind

PER, ORG, LOC, MISC = range(4)  # the order of a tagger's probabilities
KIND_OF: tuple[Kind, ...] = ("person", "org", "place", "topic")

Probs = tuple[float, float, float, float]
NOTHING: Probs = (0.0, 0.0, 0.0, 0.0)


class Candidate(NamedTuple):
    """A name as one place in the text has it: a tuple, since a story makes a thousand of them.

    probs: of person, organisation, place and the rest, as the tagger sees them.
    how: the step that found it.
    kind: what it is, once that is decided.
    entity: the id that the register gives it, if any.
    """

    start: int
    end: int
    text: str
    probs: Probs = NOTHING
    how: str = "tagger"
    kind: Kind | None = None
    entity: str | None = None
    sure: float = 0.0

    @property
    def best(self) -> int:
        """The place of the highest probability."""
        return self.probs.index(max(self.probs))


def of_kind(kind: Kind, share: float) -> Probs:
    """Return probabilities, or weights, that speak for one kind alone."""
    best = KIND_OF.index(kind) if kind in KIND_OF else MISC
    a, b, c, d = (share * (place == best) for place in range(4))
    return (a, b, c, d)


def meet(a: Candidate, b: Candidate) -> bool:
    """Tell whether two candidates overlap."""
    return a.start < b.end and b.start < a.end
