"""A text as the models read it: letters composed, soft hyphens left out; and the way back.

A letter with its accent may be one code point or two (NFC, NFD: Unicode Standard Annex 15), and a
soft hyphen may stand anywhere in a word: a model knows the composed word alone. What is found in it
is told where it stands in the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TypeVar

from gloss.story import Annotations, Doubt, Mention, Moment, Quotation, Report, Span, Story

SOFT_HYPHEN = "\u00ad"
# A soft hyphen with the letter behind it, or a letter with the marks that follow it.
_LOOSE = re.compile(rf"{SOFT_HYPHEN}+\w?[\u0300-\u036f]*|\w[\u0300-\u036f]+")

T = TypeVar("T", Mention, Moment, Doubt, Report, Span)


@dataclass(frozen=True)
class Plain:
    """A text, and where its characters stand in the one that it was made of.

    starts: the offsets in ``text`` behind each stretch that is shorter here, ascending.
    shifts: how many characters longer the text as given is up to there.
    """

    text: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of ``text`` stands in the text as given."""
        return start + self._shift(start), end + self._shift(end)

    def _shift(self, offset: int) -> int:
        at = bisect_left(self.starts, offset + 1)
        return self.shifts[at - 1] if at else 0


def plain(text: str) -> Plain:
    """Compose the letters of a text and leave its soft hyphens out."""
    pieces, starts, shifts = [], [], []
    at = length = 0
    for found in _LOOSE.finditer(text):
        composed = unicodedata.normalize("NFC", found.group().replace(SOFT_HYPHEN, ""))
        pieces += [text[at : found.start()], composed]
        length += found.start() - at + len(composed)
        at = found.end()
        starts.append(length - len(composed[1:]))
        shifts.append(at - length)
    return Plain("".join([*pieces, text[at:]]), tuple(starts), tuple(shifts))


def plain_story(story: Story) -> tuple[Story, Plain]:
    """Return a story as the models read it, and the way back to its text."""
    text = plain(story.text)
    return replace(story, text=text.text, headline=plain(story.headline).text), text


def as_given(found: Annotations, text: Plain) -> Annotations:
    """Return what was found in a plain text with offsets into the text as given."""
    if not text.starts:
        return found
    return replace(
        found,
        mentions=tuple(_moved(m, text) for m in found.mentions),
        moments=tuple(_moved(m, text) for m in found.moments),
        quotations=tuple(_quotation(q, text) for q in found.quotations),
        doubts=tuple(_moved(d, text) for d in found.doubts),
        reports=tuple(_report(r, text) for r in found.reports),
    )


def _moved(mark: T, text: Plain) -> T:
    start, end = text.given(mark.start, mark.end)
    return replace(mark, start=start, end=end)


def _report(report: Report, text: Plain) -> Report:
    source, cue = (span and _moved(span, text) for span in (report.source, report.cue_span))
    return replace(_moved(report, text), source=source, cue_span=cue)


def _quotation(quotation: Quotation, text: Plain) -> Quotation:
    speaker, cue = quotation.speaker, quotation.cue_span
    return replace(
        quotation,
        parts=tuple(_moved(part, text) for part in quotation.parts),
        speaker=_moved(speaker, text) if speaker else None,
        cue_span=_moved(cue, text) if cue else None,
    )
