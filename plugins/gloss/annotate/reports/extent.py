"""Where a report begins and ends: it holds names, times and quotations whole, and no cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from gloss.annotate.reading import Reading
from gloss.annotate.reports.reported import Reported
from gloss.story import Mention, Moment, Quotation, Span

# A statement has as many words at least: "denied it" says nothing by itself.
LEAST = 2
# One that is quoted for the larger part is somebody's words, not a report of them.
MOSTLY = 0.6
# A mark that widens a stretch may bring it to the next one; more than a few in a row is a list.
WIDENED = 4
# One word or two at the beginning of a paragraph, which no mark parts from what follows.
_FIRST_WORDS = re.compile(r"[A-Z][\w.]*\s(?:[\w.]+\s)?")
_EDGES = frozenset(" \t\n,;:.—–-“”\"'‘’`")
_QUOTES = frozenset("“”„‟\"‘’‚‛'«»‹›`")
_STOPS = frozenset(";:.!?")
_BRACKETS = ("()", "[]")


class Extents:
    """The extents of what one text reports, given what it says in so many words and what it marks.

    quoted: the parts of its quotations, in order.
    """

    def __init__(
        self,
        reading: Reading,
        quotations: Sequence[Quotation],
        marks: Iterable[Mention | Moment],
    ) -> None:
        self._reading = reading
        self.quoted = sorted(part for quotation in quotations for part in quotation.parts)
        text = reading.text
        self._whole = (
            _apart(Span(mark.start, mark.end) for mark in marks),
            _apart(pair.outer for pair in reading.marks.quoted),
            _apart(_with_marks(text, part) for part in self.quoted),
        )

    def of(self, reported: Reported) -> Span | None:
        """Return the stretch that a construction reports; None where there is none to be given."""
        start, end = _ends(reported, self._reading.text)
        if reported.source is not None and start <= reported.source.idx < end:
            return None
        text = self._reading.text
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if start == end or self._is_quoted(start, end):
            return None
        span = self._widened(Span(start, end))
        return span if span and self._is_whole(span, reported) else None

    def _is_quoted(self, start: int, end: int) -> bool:
        """Tell whether a stretch is a quotation for the larger part, or begins in one."""
        first = bisect_left(self.quoted, start, key=lambda part: part.end)
        shared = 0
        for part in self.quoted[first:]:
            if part.start >= end:
                break
            if part.start <= start < part.end:
                return True
            shared += min(end, part.end) - part.start
        return shared > MOSTLY * (end - start)

    def _widened(self, span: Span) -> Span | None:
        """Return a stretch with all of what it holds a part of; None where it is such a part."""
        for _ in range(WIDENED):
            crossed = [
                mark
                for spans in self._whole
                for at in (span.start, span.end)
                if (mark := _around(spans, at)) is not None
            ]
            if not crossed:
                return span
            if any(mark.start <= span.start and span.end <= mark.end for mark in crossed):
                return None
            span = Span(
                min(span.start, *(mark.start for mark in crossed)),
                max(span.end, *(mark.end for mark in crossed)),
            )
        return None

    def _is_whole(self, span: Span, reported: Reported) -> bool:
        """Tell whether a stretch says something, in one paragraph, and holds no half bracket."""
        words = self._reading.text[span.start : span.end]
        cue, source = reported.cue, reported.source
        if "\n" in words or len(words.split()) < LEAST or span.start < self._reading.body:
            return False
        if any(words.count(pair[0]) != words.count(pair[1]) for pair in _BRACKETS):
            return False
        return not any(t is not None and span.start <= t.idx < span.end for t in (cue, source))


def _ends(reported: Reported, text: str) -> tuple[int, int]:
    """Where the words of a content begin and end, cut where the reporting clause is inside.

    They are part of one clause: what a semicolon parts from the reporting word is not reported.
    """
    tokens = [*reported.content.subtree]
    if reported.without is not None:
        cut = {t.i for t in reported.without.subtree} if reported.how != "clause" else set()
        cut |= {reported.cue.i}
        tokens = _run_with(reported.content, [t for t in tokens if t.i not in cut])
    while tokens and tokens[-1].dep_ == "cc":
        tokens = tokens[:-1]  # "it was shut, but" goes on elsewhere
    if not tokens:
        return 0, 0
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    cue = reported.cue.idx
    if end <= cue:
        if _STOPS.intersection(text[end:cue]):
            return 0, 0
        start = _from_the_first_word(text, max(start, text.rfind(";", start, end) + 1))
    elif cue < start and (stop := text.find(";", start, end)) >= 0:
        end = stop
    return start, end


def _from_the_first_word(text: str, start: int) -> int:
    """Return where a statement begins whose first words a parse takes for a sentence of their own.

    "U.K. rates may fall, he said", "Phone companies do too little, it said".
    """
    paragraph = text.rfind("\n", 0, start) + 1
    return paragraph if _FIRST_WORDS.fullmatch(text, paragraph, start) else start


def _run_with(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """The run of tokens that stand side by side and hold the head of what is said."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return next((run for run in runs if run[0].i <= head.i <= run[-1].i), [])


def _with_marks(text: str, part: Span) -> Span:
    """Return the words of a quotation with the marks around them."""
    start, end = part.start, part.end
    while start > 0 and text[start - 1] in _QUOTES:
        start -= 1
    while end < len(text) and text[end] in _QUOTES:
        end += 1
    return Span(start, end)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that meet as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _around(spans: Sequence[Span], at: int) -> Span | None:
    """Return the span that an offset lies inside of, neither at its beginning nor at its end."""
    n = bisect_left(spans, at, key=lambda span: span.start) - 1
    return spans[n] if n >= 0 and at < spans[n].end else None
