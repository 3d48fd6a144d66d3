"""Read other words than the seed has: a typing error, put right and declared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gloss.corrections.anchoring import find
from gloss.corrections.nouns import Correction, Lost
from gloss.story import Span

READ: Final = "read"
GONE = "these words are gone from the story"

_BREAKS = re.compile(r"\n{2,}")
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True)
class Emendation:
    """Words that are read, and those of the seed in whose place they stand."""

    read: str
    seed: str


@dataclass(frozen=True)
class EmendedText:
    """A text as the editor reads it, what was changed, and what could not be."""

    text: str
    made: tuple[Emendation, ...] = ()
    lost: tuple[Lost, ...] = ()


def emend(text: str, corrections: Iterable[Correction]) -> EmendedText:
    """Return a seed's text as the editor reads it: each ``read`` in turn, others left alone."""
    made, lost = [], []
    for correction in corrections:
        if correction.about != READ or not correction.at:
            continue
        place = find(text, correction.at[0])
        if place is None:
            lost.append(Lost(correction, GONE))
            continue
        made.append(Emendation(correction.value, text[place.start : place.end]))
        text = put_in(text, place, correction.value)
    return EmendedText(tidy(text) if made else text, tuple(made), tuple(lost))


def put_in(text: str, place: Span, words: str) -> str:
    """Return a text with other words in one place."""
    return text[: place.start] + words + text[place.end :]


def tidy(text: str) -> str:
    """Return a text of paragraphs of one line each, none of them empty."""
    paragraphs = _BREAKS.split(_LINE_BREAK.sub(" ", text))
    return "\n\n".join(filter(None, (paragraph.strip(" ") for paragraph in paragraphs)))
