"""What an article asks its editor: each doubt a line of its head; and which were taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gloss.article.marks import short_id
from gloss.corrections import Correction, anchor
from gloss.story import Doubt

# More doubts than this are counted, not told: nobody reads a head of a hundred lines.
MOST_DOUBTS = 12
LONGEST_WORDS = 50  # characters of the words that a doubt is about


def review_lines(doubts: Sequence[Doubt], text: str) -> Iterator[str]:
    """Tell the first doubts in a line each; who is who comes first, since only a person can say."""
    for doubt in _told(doubts):
        perhaps = f", perhaps by={short_id(doubt.perhaps)}" if doubt.perhaps else ""
        yield f"{_says(doubt, text)}{perhaps}"
    if len(doubts) > MOST_DOUBTS:
        yield f"and {len(doubts) - MOST_DOUBTS} more"


def taken_out(doubts: Sequence[Doubt], text: str, left: Sequence[str]) -> Iterator[Correction]:
    """Yield what an editor settles by taking lines out: ``left`` are those that are still there."""
    for doubt in _told(doubts):
        if not any(line.startswith(_says(doubt, text)) for line in left):
            at = (anchor(text, doubt.start, doubt.end),) if doubt.start < doubt.end else ()
            yield Correction("settled", doubt.about, at)


def _told(doubts: Sequence[Doubt]) -> Sequence[Doubt]:
    return sorted(doubts, key=lambda doubt: doubt.about not in ("identity", "language"))[
        :MOST_DOUBTS
    ]


def _says(doubt: Doubt, text: str) -> str:
    return f"{doubt.about}: {_with_words(doubt, text)}"


def _with_words(doubt: Doubt, text: str) -> str:
    """Say what a doubt says, with the words that it is about, where it has not said them."""
    at = doubt.start
    words = " ".join(text[at : at + LONGEST_WORDS].partition("\n\n")[0].split())
    if "“" in doubt.says or doubt.end == 0 or not words:
        return doubt.says
    cut = words.rpartition(" ")[0] + " …" if len(text) > at + LONGEST_WORDS else words
    return f"“{cut.strip('“”')}”: {doubt.says}"
