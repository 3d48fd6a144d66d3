"""The day that a story says it was written: what its "today" and "Monday" count from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from gloss.annotate.reading import Reading
from gloss.annotate.times.context import TimeContext
from gloss.edtf import is_day
from gloss.story import Moment, Span

_HEAD = 3  # paragraphs at the top among which a date by itself is the dateline
_TOP = 8  # paragraphs at the top among which one begins with a place and a date
_WIDEST = 90  # characters in which a place and a date stand
_LONGEST = len("Wednesday, September 30, 2018.  ")
# "NEW YORK, ", "LISBON, Portugal, "
_PLACE = re.compile(r"[A-Z][A-Z.'’-]+(?:[ ,/]+[\w.'’-]+){0,5}, $")
_AGENCY = re.compile(r" ?(?:\(|/|--|—|–|-[ -]|:)")
_LATE = timedelta(days=10)  # a story is published no later than this after its dateline

Read = Callable[[TimeContext], list[Moment]]


def dateline(reading: Reading, published: date | None, read: Read) -> date | None:
    """Return the day of a story's dateline, where it has one.

    Without publication it is a full date that is a paragraph by itself near the top; else the date
    behind a place that a paragraph begins with: "LISBON, March 4 (Reuters) -".
    """
    if published is None:
        return _day_alone(reading, read)
    for paragraph in reading.paragraphs[:_TOP]:
        if not reading.text[paragraph.start : paragraph.start + 2].isupper():
            continue
        line = Span(paragraph.start, min(paragraph.start + _WIDEST, paragraph.end))
        for moment in _moments(reading, line, published, read):
            place = reading.text[line.start : moment.start]
            if _PLACE.fullmatch(place) and _AGENCY.match(reading.text, moment.end):
                return _shortly_before(published, moment)
    return None


def _moments(reading: Reading, line: Span, published: date | None, read: Read) -> list[Moment]:
    """The times of a line, as they stand in the story."""
    context = TimeContext(published, text=reading.text[: line.end])
    return [moment for moment in read(context) if moment.start >= line.start]


def _shortly_before(published: date, moment: Moment) -> date | None:
    found = _day(moment)
    return found if found and found <= published <= found + _LATE else None


def _day_alone(reading: Reading, read: Read) -> date | None:
    for paragraph in reading.paragraphs[:_HEAD]:
        if len(paragraph) > _LONGEST:
            continue
        moments = _moments(reading, paragraph, None, read)
        whole = _bare(reading, paragraph)
        if [Span(moment.start, moment.end) for moment in moments] == [whole]:
            return _day(moments[0])
    return None


def _day(moment: Moment) -> date | None:
    found = moment.edtf or ""
    return date.fromisoformat(found) if is_day(found) else None


def _bare(reading: Reading, paragraph: Span) -> Span:
    """The part of a paragraph between its spaces and full stops."""
    line = reading.text[paragraph.start : paragraph.end]
    blank = len(line) - len(line.lstrip())
    return Span(paragraph.start + blank, paragraph.start + len(line.rstrip(" .\t\r")))
