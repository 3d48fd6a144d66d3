"""Speech that labels show and no marks, as in transcripts and interviews: ``LI: I did.``"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gloss.annotate.reading import Quoted, Reading
from gloss.annotate.sources.reporting import WORDS
from gloss.story import Mention, Span

_CAPITALS = r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}"
_LABEL = re.compile(
    rf"(?:([QA])[:.]|({_CAPITALS})(?:, {_CAPITALS})?(?: ?\(([^()\n]{{1,60}})\))?:)\s+"
)
_TURN = re.compile(rf"^{_CAPITALS}(?: ?\([^()\n]{{1,60}}\))?: ", re.MULTILINE)
_SAID = re.compile(r"[^\W\d_]{2}")  # no mere number
_MARKS = "\"“‘'«„"
# So many labelled lines make a transcript, where most of a text are.
_LINES = 3
# So many show that speakers take turns.
_TURNS = 2


@dataclass(frozen=True)
class Transcript:
    """What a text shows as speech by labels.

    lines: what is said. answers: who does, where a text has questions and answers; the questions
    are the paper's own. in_turns: whether speakers take turns, so that no pronoun goes far back.
    """

    lines: tuple[Quoted, ...]
    answers: Mention | None
    in_turns: bool = False


def transcript_of(reading: Reading, mentions: Sequence[Mention]) -> Transcript:
    """Return what is said behind labels, where speakers take turns; no marks stand around it."""
    labelled = [*_labelled(reading, mentions)]
    speakers = {label.split()[-1] for label, _ in labelled}
    in_turns = len(_TURN.findall(reading.text)) >= _TURNS
    most = len(labelled) * 2 > len(reading.paragraphs)
    if len(labelled) < _LINES or len(speakers) == len(labelled) or not most:
        return Transcript((), None, in_turns)
    answers = _interviewee(mentions, labelled[0][1].start) if "Q" in speakers else None
    said = [
        line for label, line in labelled if label not in ("Q", "A") or (label == "A" and answers)
    ]
    unmarked = (line for line in said if reading.text[line.start] not in _MARKS)
    return Transcript(tuple(unmarked), answers, in_turns)


def _interviewee(mentions: Sequence[Mention], end: int) -> Mention | None:
    """Return the one person whom a text names before its first question."""
    before = [m for m in mentions if m.kind == "person" and m.start < end]
    return before[-1] if len({m.entity for m in before}) == 1 else None


def _labelled(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[str, Quoted]]:
    """Yield each labelled paragraph: the label, and what stands behind it."""
    named = {m.start: m.end for m in mentions if m.kind == "person"}
    for number, paragraph in enumerate(reading.paragraphs):
        label, start = _label(reading.text, paragraph, named)
        end = paragraph.start + len(reading.text[paragraph.start : paragraph.end].rstrip())
        if label and _SAID.search(reading.text, start, end):
            first, last = reading.text[start], reading.text[end - 1]
            yield label, Quoted(start, end, Span(start, end), number, last=last, first=first)


def _label(text: str, paragraph: Span, named: dict[int, int]) -> tuple[str, int]:
    """Return the label of a paragraph, empty where it has none, and where speech begins."""
    name_ends = named.get(paragraph.start, 0)
    if text[name_ends : name_ends + 2] == ": ":
        return text[paragraph.start : name_ends], name_ends + 2
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    aside = (match.group(3) or "").lower() if match else ""
    if match is None or any(word in aside for word in WORDS["voice_over"]):
        return "", 0
    return match.group(1) or match.group(2), match.end()
