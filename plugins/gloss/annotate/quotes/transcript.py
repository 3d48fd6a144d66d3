"""Speech that labels show and no marks, as in transcripts and interviews: ``LI: I did.``"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gloss.annotate.quotes.words import WORDS
from gloss.annotate.reading import Quoted, Reading
from gloss.story import Mention, Span

_CAPITALS = r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}"
_LABEL = re.compile(
    rf"(?:([QA])[:.]|({_CAPITALS})(?:, {_CAPITALS})?(?: ?\(([^()\n]{{1,60}})\))?:)\s+"
)
_MARKS = "\"“‘'«„"
# So many labelled lines make a transcript.
_LINES = 3


def spoken_lines(reading: Reading, mentions: Sequence[Mention]) -> list[Quoted]:
    """Return what is said behind labels, where a text is a transcript; no marks stand around it."""
    lines = [*_labelled(reading, mentions)]
    if len(lines) < _LINES:
        return []
    return [line for line in lines if reading.text[line.start] not in _MARKS]


def interviewee(reading: Reading, mentions: Sequence[Mention]) -> Mention | None:
    """Return who answers: the one person whom a text names before the first question."""
    first = next((q.outer.start for q in _labelled(reading, ()) if q.outer.start), None)
    before = [m for m in mentions if m.kind == "person" and first and m.start < first]
    return before[-1] if len({m.entity for m in before}) == 1 else None


def _labelled(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Quoted]:
    named = {m.start: m.end for m in mentions if m.kind == "person"}
    for number, paragraph in enumerate(reading.paragraphs):
        start = _behind_label(reading.text, paragraph, named)
        if start is not None and start < paragraph.end:
            end = paragraph.start + len(reading.text[paragraph.start : paragraph.end].rstrip())
            last = reading.text[end - 1]
            yield Quoted(start, end, Span(start, end), number, last=last)


def _behind_label(text: str, paragraph: Span, named: dict[int, int]) -> int | None:
    """Return where speech begins behind the label of a paragraph."""
    name_ends = named.get(paragraph.start)
    if name_ends is not None and text[name_ends : name_ends + 2] == ": ":
        return name_ends + 2
    label = _LABEL.match(text, paragraph.start, paragraph.end)
    if label is None or (label.group(2) or "").lower() in WORDS["headings"]:
        return None
    off_camera = any(word in (label.group(3) or "").lower() for word in WORDS["voice_over"])
    return None if off_camera else label.end()
