"""What readers are told of corrections: lines of an article's head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gloss.article.declared import APART, DECIDED
from gloss.article.head import Head, row
from gloss.article.notes import write_note
from gloss.corrections.anchoring import find
from gloss.corrections.blocks import text_of
from gloss.corrections.emend import GONE, Emendation
from gloss.corrections.laid import NO_MEANING
from gloss.corrections.nouns import Correction, Lost

NOTE, DECLARED, STATUS = "note", "declared", "status"


def for_readers(
    head: Head, text: str, emended: Iterable[Emendation], corrections: Sequence[Correction]
) -> Head:
    """Return a head with what corrections say to readers; ``text`` is all that its article shows.

    Of equal notes on the same words one is said.
    """
    notes = (_note(text, c) for c in corrections if c.about == NOTE)
    return replace(
        head,
        declared=tuple(row(c.on, c.value) for c in corrections if c.about == DECLARED and c.on),
        emended=tuple(row(*one) for one in (*_emended(emended), *_added(corrections))),
        notes=tuple(dict.fromkeys(note for note in notes if note)),
        decided=tuple(filter(None, map(_decided, corrections))),
    )


def _decided(correction: Correction) -> str:
    """Write what is said of a whole story as a line of the head; empty where nothing is."""
    value = correction.value.strip()
    if correction.about == APART and value:
        return row(APART, value)
    if correction.about != STATUS or value not in DECIDED:
        return ""
    return row(value, correction.on, correction.more.get("why", ""))


def _note(text: str, correction: Correction) -> str:
    """Write a note as a line of the head; empty where its words are gone, or it says nothing."""
    place = find(text, correction.at[0]) if correction.at else None
    if place is None or not correction.value.strip():
        return ""
    return write_note(text, place, correction.value, correction.on, correction.more.get("by", ""))


def _emended(emended: Iterable[Emendation]) -> Iterator[tuple[str, str]]:
    return ((one.read, one.seed) for one in emended)


def _added(corrections: Iterable[Correction]) -> Iterator[tuple[str, str]]:
    """Yield the words of the editor's own blocks, which no seed has."""
    for correction in corrections:
        if correction.about in ("above", "below") and (words := text_of(correction.value)):
            yield words, ""


def lost_to_readers(text: str, corrections: Sequence[Correction]) -> tuple[Lost, ...]:
    """Return the notes whose words are gone, and what makes a story what no story can be."""
    notes = [c for c in corrections if c.about == NOTE]
    gone = (Lost(c, GONE) for c in notes if not c.at or find(text, c.at[0]) is None)
    wrong = (Lost(c, NO_MEANING) for c in corrections if _means_nothing(c))
    return (*gone, *wrong)


def _means_nothing(correction: Correction) -> bool:
    return correction.about in (STATUS, APART) and not _decided(correction)
