"""What readers are told of corrections: lines of an article's head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gloss.article.head import Head, pair
from gloss.corrections.anchoring import find
from gloss.corrections.blocks import text_of
from gloss.corrections.emend import GONE, Emendation
from gloss.corrections.nouns import Correction, Lost

NOTE, DECLARED = "note", "declared"


def for_readers(
    head: Head, text: str, emended: Iterable[Emendation], corrections: Sequence[Correction]
) -> Head:
    """Return a head with what corrections say to readers; ``text`` is the story's as read."""
    notes = (c for c in corrections if c.about == NOTE and c.at and find(text, c.at[0]))
    return replace(
        head,
        declared=tuple(pair(c.on, c.value) for c in corrections if c.about == DECLARED and c.on),
        emended=tuple(pair(*one) for one in (*_emended(emended), *_added(corrections))),
        notes=tuple(pair(c.at[0].words.split("\n")[0], c.value) for c in notes),
    )


def _emended(emended: Iterable[Emendation]) -> Iterator[tuple[str, str]]:
    return ((one.read, one.seed) for one in emended)


def _added(corrections: Iterable[Correction]) -> Iterator[tuple[str, str]]:
    """Yield the words of the editor's own blocks, which no seed has."""
    for correction in corrections:
        if correction.about in ("above", "below") and (words := text_of(correction.value)):
            yield words, ""


def lost_notes(text: str, corrections: Sequence[Correction]) -> tuple[Lost, ...]:
    """Return the notes whose words are gone."""
    notes = [c for c in corrections if c.about == NOTE]
    return tuple(Lost(c, GONE) for c in notes if not c.at or find(text, c.at[0]) is None)
