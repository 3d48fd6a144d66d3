"""How sure a name is, and from where on it is shown."""

from __future__ import annotations

import math

from gloss.annotate.candidate import Candidate

# A tagger is surer of itself than it should be. Fitted on the development stories from Wikipedia:
# of the names that it gives 0.55, 0.75, 0.93 and 0.98 there, 0.3, 0.5, 0.88 and 0.93 are right.
# News is easier, so what is said here is on the safe side.
SLOPE, OFFSET = 1.05, -0.8

# Below this a name is not shown but listed for the editor (`invoke check`). It is the point from
# which on more names of the development stories are lost than errors are avoided.
SHOWN_FROM = 0.3


def rate(candidate: Candidate) -> Candidate:
    """Set how sure a name is, from the probability of its kind."""
    if candidate.entity:
        return candidate
    probability = min(max(max(candidate.probs), 0.001), 0.999)
    logit = math.log(probability / (1 - probability))
    sure = 1 / (1 + math.exp(-(SLOPE * logit + OFFSET)))
    return candidate._replace(sure=round(sure, 2))


def too_doubtful(candidate: Candidate) -> bool:
    """Tell whether a name is kept from the page."""
    return candidate.sure < SHOWN_FROM
