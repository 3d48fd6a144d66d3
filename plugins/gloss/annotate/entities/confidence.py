"""How sure a name is, and from where on it is shown."""

from __future__ import annotations

from dataclasses import replace

from gloss.annotate.candidate import Candidate

# Below this probability a name is not shown but listed for the editor (`invoke check`). Set where
# the names just above it were right more often than not on the development stories.
SHOWN_FROM = 0.4


def rate(candidate: Candidate) -> Candidate:
    """Set how sure a name is: the probability of its kind."""
    if candidate.entity:
        return candidate
    return replace(candidate, sure=round(max(candidate.probs), 2))


def too_doubtful(candidate: Candidate) -> bool:
    """Tell whether a name is kept from the page."""
    return candidate.sure < SHOWN_FROM
