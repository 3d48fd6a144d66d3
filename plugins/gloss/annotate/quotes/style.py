"""Whether single or double marks quote in a text, and which pairs are inside others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gloss.annotate.reading import Quoted

# A whole utterance, and what reports it: "…,' said", "…', said".
_UTTERED = re.compile(r"(?:[,?!]['’‘›]|.['’‘›],)[^\S\n]+\w")


def candidates(text: str, pairs: Sequence[Quoted], headline: int) -> list[Quoted]:
    """Return the outermost pairs of marks that may be quotations.

    British papers quote with single marks and put double ones inside. Elsewhere single marks stand
    inside double ones, in headlines, around whole utterances now and then, and around words as
    words: these are left out. headline: where it ends.
    """
    outermost: list[Quoted] = []
    for pair in sorted(pairs, key=lambda q: (q.outer.start, -q.outer.end)):
        if not outermost or pair.outer.start >= outermost[-1].outer.end:
            outermost.append(pair)
    body = [pair.single for pair in outermost if pair.start >= headline]
    if sum(body) * 2 >= len(body):
        return outermost
    return [q for q in outermost if not q.single or q.start < headline or _is_uttered(text, q)]


def _is_uttered(text: str, pair: Quoted) -> bool:
    return _UTTERED.match(text, pair.outer.end - 2) is not None
