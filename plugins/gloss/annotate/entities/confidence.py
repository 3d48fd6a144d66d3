"""How sure a name is, and from where on it is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gloss.annotate.candidate import Candidate

# A tagger is surer of itself than it should be. Fitted on the development stories from Wikipedia:
# of the names that it gives 0.55, 0.75, 0.93 and 0.98 there, 0.3, 0.5, 0.88 and 0.93 are right.
# News is easier, so what is said here is on the safe side.
SLOPE, OFFSET = 1.05, -0.8

# Below this a name is not shown but listed for the editor (`invoke check`). It is the point from
# which on more names of the development stories are lost than errors are avoided.
SHOWN_FROM = 0.3


def hide_doubtful(names: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Rate names; return those to show, in the order of the text, and those to keep back."""
    rated = [_rated(name) for name in names]
    shown = sorted((n for n in rated if n.sure >= SHOWN_FROM), key=lambda name: name.start)
    return shown, [name for name in rated if name.sure < SHOWN_FROM]


def _rated(name: Candidate) -> Candidate:
    """Set how sure a name is, from the probability of its kind; the register's are sure."""
    if name.entity:
        return name
    probability = min(max(max(name.probs), 0.001), 0.999)
    logit = math.log(probability / (1 - probability))
    return name._replace(sure=round(1 / (1 + math.exp(-(SLOPE * logit + OFFSET))), 2))
