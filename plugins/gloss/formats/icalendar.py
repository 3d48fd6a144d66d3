"""A timeline as iCalendar (RFC 5545), to lay over a calendar of one's own.

A day is an all-day event, a month or a week one of many days; nothing blocks time. Dates without a
year, and stretches longer than a year, have no place in a calendar: the other files hold them. What
happens again and again on a day that is named has a rule, from the day of the story on.
The same timeline gives the same bytes: DTSTAMP is the day of the story, never the clock's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from gloss import __version__
from gloss.digest.model import Digest, Event, Name, Repeated
from gloss.edtf import Edtf, first_day, iso_day, moment, read
from gloss.formats.addresses import address
from gloss.formats.recurrence import Recurrence, recurrence_of
from gloss.formats.timeline_export import ExportedDate, TimelineExport, joined
from gloss.site import Site

LONGEST = 366  # days
SUMMARY = 120  # characters
FOLD = 75  # octets of a line, RFC 5545 3.1

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def to_come(events: Iterable[Event], day: str) -> tuple[Event, ...]:
    """Return the events after a day (EDTF): nobody puts into a calendar what is over."""
    since = first_day(day, "")
    return tuple([event for event in events if first_day(event.edtf, "") > since])


def newest_day(name: Name, digest: Digest) -> str:
    """Return the day of the newest story that names something, empty where there is none."""
    return digest.stories[name.stories[0]].day if name.stories else ""


def has_calendar(events: Iterable[Event], repeated: Iterable[Repeated] = ()) -> bool:
    """Tell whether a calendar of events would hold anything: RFC 5545 (3.6) allows no empty one."""
    return any(_fits(read(event.edtf)) for event in events) or any(
        recurrence_of(again).first for again in repeated
    )


def _fits(value: Edtf | None) -> bool:
    return bool(value and value.first and value.first[0] > 0 and value.days <= LONGEST)


def calendar_of(timeline: TimelineExport, site: Site) -> bytes:
    """Return the calendar of a timeline, in UTF-8."""
    page = f"{timeline.path}timeline.ics"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Gloss//Gloss {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(timeline.title)}",
        f"X-WR-CALNAME:{_text(timeline.title)}",
    ]
    for entry in joined(timeline.entries):
        if entry.value and _fits(entry.value):
            lines.extend(_event(entry, _when(entry.value, entry.until), site, page))
    for entry, recurrence in timeline.repeated:
        if recurrence.first:
            lines.extend(_event(entry, _again(recurrence), site, page))
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _event(entry: ExportedDate, when: Iterable[str], site: Site, page: str) -> Iterator[str]:
    again = "" if entry.event.anchor else f" {entry.event.edtf} {entry.event.sentence}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, entry.target + again)}"
    yield f"DTSTAMP:{_figures(first_day(entry.day, '1970-01-01'))}T000000Z"
    yield from when
    yield f"SUMMARY:{_text(_short(entry.event.sentence))}"
    yield f"DESCRIPTION:{_text(_description(entry))}"
    if site.url:
        yield f"URL:{_CONTROL.sub('', address(site, entry.target, page))}"
    if entry.names:
        yield f"CATEGORIES:{','.join(map(_text, entry.names))}"
    if entry.unsure:
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _again(recurrence: Recurrence) -> Iterator[str]:
    """The first time, and the rule of what happens again."""
    if recurrence.first:
        yield f"DTSTART;VALUE=DATE:{_figures(recurrence.first.isoformat())}"
        yield f"RRULE:{recurrence.rule}"


def _hour(name: str, when: datetime) -> str:
    # Not strftime: its %Y writes 790 for the year 0790.
    figures = _figures(when.replace(tzinfo=None).isoformat().replace(":", ""))
    return f"{name}:{figures}{'Z' if when.tzinfo else ''}"


def _when(value: Edtf, until: Edtf | None) -> Iterator[str]:
    """The start, and the end, which is the first moment after it."""
    if start := moment(value):
        yield _hour("DTSTART", start)
        if until and (end := moment(until)):
            yield _hour("DTEND", end)
        return
    assert value.first
    assert value.last
    yield f"DTSTART;VALUE=DATE:{_figures(iso_day(value.first))}"
    if value.last < (9999, 12, 31):
        after = date(*value.last) + timedelta(days=1)
        yield f"DTEND;VALUE=DATE:{_figures(after.isoformat())}"


def _figures(day: str) -> str:
    return day.replace("-", "")


def _short(sentence: str) -> str:
    sentence = " ".join(sentence.split())
    return sentence if len(sentence) <= SUMMARY else sentence[: SUMMARY - 1].rstrip() + "…"


def _description(entry: ExportedDate) -> str:
    event = entry.event
    how = f" ({event.how})" if event.how else ""
    about = ["Not certain: about this date."] if entry.unsure else []
    whole = [] if _short(event.sentence) == event.sentence else [event.sentence]  # or the summary
    return "\n".join([*whole, f"“{event.written}”{how}", *about, entry.title])


def _text(value: str) -> str:
    """Escape a text value (RFC 5545 3.3.11); control characters have no place in one."""
    value = _CONTROL.sub("", value.replace("\r\n", "\n"))
    for mark in ("\\", ";", ","):
        value = value.replace(mark, "\\" + mark)
    return value.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Cut a line to the length that is allowed, never inside a character."""
    data = line.encode("utf-8", "replace")
    pieces, start, room = [], 0, FOLD
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # inside a character of several octets
            end -= 1
        pieces.append(data[start:end])
        start, room = end, FOLD - 1  # the space that folds counts
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"
