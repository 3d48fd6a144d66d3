"""How sure a name is, and from where on it is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gloss.annotate.candidate import Candidate

# A tagger is surer of a kind than it should be where it wavers, and less sure where it does not.
# Fitted on the marked stories of our own that it has not learned from: of the kinds that are given
# 0.42, 0.54, 0.65, 0.75, 0.86 and 0.98 there, 0.24, 0.53, 0.49, 0.59, 0.90 and 0.97 are right.
SLOPE, OFFSET = 1.38, -0.54

# That it is a name at all is the sum over the kinds: of 0.75, 0.86, 0.94 and 1.00 there, 0.50,
# 0.73, 0.74 and 0.96. Below this a name is not shown but listed for the editor (`invoke check`),
# unless its kind is surer than the other figure.
NAME_FROM = 0.9
KIND_FROM = 0.3

# Of the kinds of names that are less sure than this, most are wrong (docs/names.md): it is asked.
ASKED_BELOW = 0.4


def hide_doubtful(names: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Rate names; return those to show, in the order of the text, and those to keep back."""
    rated = [_rated(name) for name in names]
    shown = sorted((name for name in rated if _is_shown(name)), key=lambda name: name.start)
    return shown, [name for name in rated if not _is_shown(name)]


def _is_shown(name: Candidate) -> bool:
    """What must be sure is that it is a name; of what kind is asked in `invoke check`."""
    return name.sure >= KIND_FROM or sum(name.probs) >= NAME_FROM


def asks_for_kind(names: Sequence[Candidate]) -> bool:
    """Tell whether no mention of a thing is sure enough of its kind."""
    return all(name.sure < ASKED_BELOW for name in names)


def _rated(name: Candidate) -> Candidate:
    """Set how sure a name's kind is, from its probability; the register's are sure."""
    if name.entity:
        return name
    probability = min(max(max(name.probs), 0.001), 0.999)
    logit = math.log(probability / (1 - probability))
    return name._replace(sure=round(1 / (1 + math.exp(-(SLOPE * logit + OFFSET))), 2))
