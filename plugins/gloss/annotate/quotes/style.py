"""Whether single or double marks quote in a text, and which pairs are inside others."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.annotate.reading import Quoted


def candidates(pairs: Sequence[Quoted]) -> list[Quoted]:
    """Return the outermost pairs of marks that may be quotations.

    British papers quote with single marks and put double ones inside. Elsewhere single marks stand
    inside double ones, in headlines and around words as words: they are left out.
    """
    outermost: list[Quoted] = []
    for pair in sorted(pairs, key=lambda q: (q.outer.start, -q.outer.end)):
        if not outermost or pair.outer.start >= outermost[-1].outer.end:
            outermost.append(pair)
    single = sum(pair.single for pair in outermost)
    if single >= len(outermost) - single:
        return outermost
    return [pair for pair in outermost if not pair.single]
