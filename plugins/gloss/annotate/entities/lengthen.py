"""Take a name as long as the story has it elsewhere: "Ask | Jeeves" where it is named in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gloss.annotate.candidate import Candidate
from gloss.annotate.entities.recall import CLEAR
from gloss.annotate.reading import Around


def lengthen(text: str, body: int, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, each with the words before it that make it another of the story's names.

    body: where the story's own text begins; what the headline names speaks for nothing below it.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.start >= body and _speaks(text, name):
            longer[_last_word(name.text)].add(name.text)
    if not longer:
        return list(names)
    ordered = sorted(names, key=lambda name: name.start)
    ends = [0, *(before.end for before, _ in pairwise(ordered))]
    lasts = (longer.get(_last_word(name.text), ()) for name in ordered)
    return [
        _as_elsewhere(text, end, name, forms)
        for end, name, forms in zip(ends, ordered, lasts, strict=True)
    ]


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2]


def _speaks(text: str, name: Candidate) -> bool:
    """Tell whether a name is surely as long as it is: no sentence lends it its first word."""
    if " " not in name.text or sum(name.probs) <= CLEAR:
        return False
    return not Around(text, name.start, name.end).opens_sentence


def _as_elsewhere(text: str, free: int, name: Candidate, forms: Iterable[str]) -> Candidate:
    """Return a name as the longest of some forms that stands there; free: where it may begin."""
    for form in sorted(forms, key=len, reverse=True):
        start = name.end - len(form)
        is_word = not text[max(0, start - 1) : start].isalnum()
        if free <= start < name.start and is_word and text[start : name.end] == form:
            return name._replace(start=start, text=form, how="repeated")
    return name
