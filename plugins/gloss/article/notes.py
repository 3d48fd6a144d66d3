"""The editor's notes on passages, each a line of an article's head: ``Notes``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gloss.article.head import Head, read_row, row
from gloss.edtf import is_day
from gloss.story import Block, EditorNote, Span


def write_note(text: str, place: Span, says: str, day: str = "", by: str = "") -> str:
    """Write a note as a line: its words, what is said, the day, by whom, and which place.

    place: where its words stand in ``text``; of equal words it is told which, counted from 1.
    """
    words = text[place.start : place.end].lstrip()  # a hand may have taken a blank along
    start = place.end - len(words)
    which = [span.start for span in _places(text, words)].index(start) + 1
    return row(words, says, day, by, str(which) if which > 1 else "")


def notes_in(
    head: Head, text: str, blocks: Sequence[Block], starts: Sequence[int]
) -> Iterator[EditorNote]:
    """Yield the editor's notes, each with the block that its words begin in.

    starts: where the text of each block begins. A note whose words are gone has no place.
    """
    for line in head.notes:
        words, says, day, by, which = read_row(line, 5)
        places = list(_places(text, words)) if words and says else []
        number = int(which) - 1 if which.isdecimal() and which != "0" else 0
        for place in places[number : number + 1]:
            held = [b for b, start in zip(blocks, starts, strict=True) if start <= place.start]
            if held:
                said_on = day if is_day(day) else ""
                yield EditorNote(held[-1].id, words, says, place, said_on, by)


def _places(text: str, words: str) -> Iterator[Span]:
    """Yield each place of words, whatever white space is between them; places may overlap."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    for found in re.finditer(rf"(?=({pattern}))", text):
        yield Span(*found.span(1))
