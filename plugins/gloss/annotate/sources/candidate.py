"""A candidate: somebody who may be the source of a stretch of text, and what speaks for it.

A construction yields candidates with named features; ``weights.toml`` says what each feature
weighs; whose features weigh most is the source. So what a candidate is stands apart from what it
weighs, and a weight that moves nothing can be seen to (``python -m bench.rules quotes``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from spacy.tokens import Token

from gloss.annotate.sources.reporting import Verb

WEIGHTS: dict[str, float] = {
    f"{construction}: {feature}": float(weight)
    for construction, features in tomllib.loads(
        files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    ).items()
    for feature, weight in features.items()
}
# The weight of a construction that is taken out, to see what it does.
OUT = float("-inf")


@dataclass(frozen=True)
class SourceCandidate:
    """Who may be the source of a stretch.

    source: the head of the phrase that names who it is. how: the construction that shows it.
    cue: the reporting word; verb: it, where it is a verb. features: what is so of it.
    place: which of its construction's candidates it is; the last wins among equals.
    """

    source: Token
    how: str
    features: frozenset[str]
    cue: Token | None = None
    verb: Verb | None = None
    place: int = 0
    weight: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", sum(WEIGHTS.get(f, 0.0) for f in self.features))


def features(construction: str, facts: Mapping[str, bool]) -> frozenset[str]:
    """Return the features of a construction's candidate: that it is one, and what is so of it."""
    return frozenset(
        f"{construction}: {name}" for name, holds in (("is", True), *facts.items()) if holds
    )


def best(candidates: Iterable[SourceCandidate]) -> SourceCandidate | None:
    """Return the candidate whose features weigh most."""
    left = (candidate for candidate in candidates if candidate.weight > OUT)
    return max(left, key=lambda c: (c.weight, c.place), default=None)
