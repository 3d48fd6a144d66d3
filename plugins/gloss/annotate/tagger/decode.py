"""From the probabilities of labels to names: the best sequence of labels that is a legal one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gloss.annotate.tagger.tagged import KINDS, LABELS, Tagged, kind_probs

Floats = NDArray[Any]

OUTSIDE = 0
ILLEGAL = -1e4


def _inside_needs_its_own_kind() -> Floats:
    """Return what each step from one label (row) to the next (column) adds."""
    costs = np.zeros((len(LABELS), len(LABELS)))
    for column, label in enumerate(LABELS):
        if label[0] == "I":
            for row, before in enumerate(LABELS):
                costs[row, column] = 0.0 if before[1:] == label[1:] else ILLEGAL
    return costs


STEPS = _inside_needs_its_own_kind()


def best_labels(log_probs: Floats) -> list[int]:
    """Return the most probable legal sequence of labels (Viterbi): one row a word."""
    scores = log_probs[0] + STEPS[OUTSIDE]
    back = []
    for row in log_probs[1:]:
        ways = scores[:, None] + STEPS
        best = ways.argmax(0)
        back.append(best)
        scores = ways[best, np.arange(len(LABELS))] + row
    labels = [int(scores.argmax())]
    for best in reversed(back):
        labels.append(int(best[labels[-1]]))
    return labels[::-1]


def legal_labels(probs: Floats) -> list[int]:
    """Return the best legal labels; words that are surely no names need no search."""
    labels = probs.argmax(1)
    before = np.concatenate([[OUTSIDE], labels[:-1]])
    if (STEPS[before, labels] == 0).all():  # each word's best label is legal: so is the whole
        return [int(label) for label in labels]
    return best_labels(np.log(probs + 1e-12))


def find_names(words: Sequence[tuple[int, int]], probs: Floats) -> list[Tagged]:
    """Return the names in a run of words."""
    if not len(words):
        return []
    labels = legal_labels(probs)
    names = []
    starts = [n for n, label in enumerate(labels) if label and LABELS[label][0] == "B"]
    for first in starts:
        last = first + 1
        while last < len(labels) and labels[last] == labels[first] + 1:
            last += 1
        kind = KINDS[labels[first] // 2]
        start, end = words[first][0], words[last - 1][1]
        names.append(Tagged(start, end, kind, kind_probs(probs[first:last])))
    return names
