"""From the probabilities of labels to names: the best sequence of labels that is a legal one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gloss.annotate.tagger.tagged import KINDS, LABELS, Tagged, kind_probs
from gloss.story import Kind

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


def find_names(text: str, words: Sequence[tuple[int, int]], probs: Floats) -> list[Tagged]:
    """Return the names in a run of words; none goes on from one paragraph into the next."""
    if not len(words):
        return []
    names = []
    for first, last, kind in _runs(text, words, legal_labels(probs)):
        start, end = words[first][0], words[last - 1][1]
        names.append(Tagged(start, end, kind, kind_probs(probs[first:last])))
    return names


def _runs(
    text: str, words: Sequence[tuple[int, int]], labels: Sequence[int]
) -> Iterator[tuple[int, int, Kind]]:
    """Give the first word of each name, the word after its last, and its kind."""
    first = 0
    while first < len(labels):
        last = first + 1
        if labels[first] == OUTSIDE:
            first = last
            continue
        inside = labels[first] + labels[first] % 2  # labels are O, then B and I of each kind
        while last < len(labels) and labels[last] == inside:
            between = text[words[last - 1][1] : words[last][0]]
            if between.strip() or "\n\n" in between:  # a sentence passed over, or a paragraph
                break
            last += 1
        yield first, last, KINDS[(inside - 1) // 2]
        first = last
