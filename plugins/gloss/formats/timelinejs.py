"""A timeline as TimelineJS 3 reads it (https://timeline.knightlab.com/docs/json-format.html).

Dates without a year are left out, since TimelineJS cannot place them; the CSV has them.
"""

from __future__ import annotations

import json
from collections import Counter
from html import escape
from typing import Any

from gloss.digest.model import Event
from gloss.edtf import Day, Edtf
from gloss.formats.addresses import address
from gloss.formats.timeline_export import ExportedDate, TimelineExport, joined
from gloss.site import Site

HEADLINE = 90  # characters


def timelinejs_of(timeline: TimelineExport, site: Site) -> bytes:
    """Return the timeline as JSON in UTF-8; texts in it are HTML, and escaped."""
    page = f"{timeline.path}timeline.json"
    entries = joined(timeline.entries)
    headlines = Counter(_headline(entry.event) for entry in entries if entry.value)
    events = [
        _event(entry, entry.value) | {"text": _text(entry, headlines, site, page)}
        for entry in entries
        if entry.value
    ]
    whole = {"title": {"text": {"headline": escape(timeline.title)}}, "events": events}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _event(entry: ExportedDate, value: Edtf) -> dict[str, Any]:
    event, date = entry.event, value.date
    found: dict[str, Any] = {
        "unique_id": f"{event.story}-{event.anchor}",
        "start_date": _start(value),
        "display_date": escape(event.written),
    }
    if value.first != value.last and not (date and date.is_whole):
        found["end_date"] = _date(value.last)
    if entry.until:
        found["end_date"] = _start(entry.until)
    return found


def _text(entry: ExportedDate, headlines: Counter[str], site: Site, page: str) -> dict[str, str]:
    """The headline and the text; dates of one sentence are told apart by their own words."""
    headline = _headline(entry.event)
    if headlines[headline] > 1:
        headline = f"{entry.event.written}: {headline}"
    return {"headline": escape(headline), "text": _html(entry, site, page)}


def _headline(event: Event) -> str:
    """The words about the date: what is told of it, rather than of the whole story."""
    before, after = event.sentence[: event.at], event.sentence[event.at :]
    if len(event.sentence) <= HEADLINE:
        return " ".join(event.sentence.split())
    room = HEADLINE - len(event.written)
    start = max(0, len(before) - max(room // 2, room - len(after)))
    first = before[start:].partition(" ")[2] if start else before
    last = after[: HEADLINE - len(first)]
    last = last if len(last) == len(after) else last.rpartition(" ")[0] or last
    words = " ".join((first + last).split())
    return f"{'… ' if start else ''}{words}{'' if after.endswith(last) else ' …'}"


def _start(value: Edtf) -> dict[str, int]:
    """The start, no finer than the date is known."""
    start, date = _date(value.first), value.date
    if date is None or not date.is_whole:
        return start
    if not date.day:
        return {part: start[part] for part in ("year", "month")[: 2 if date.month else 1]}
    if date.clock:
        start |= {"hour": int(date.clock[:2]), "minute": int(date.clock[3:5])}
    return start


def _date(day: Day | None) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), day, strict=True)) if day else {}


def _html(entry: ExportedDate, site: Site, page: str) -> str:
    event = entry.event
    end = event.at + len(event.written)
    before, after = event.sentence[: event.at], event.sentence[end:]
    sentence = f"{escape(before)}<b>{escape(event.written)}</b>{escape(after)}"
    how = f" ({escape(event.how)})" if event.how else ""
    link = escape(address(site, entry.target, page))
    return f'<p>{sentence}{how}</p><p><a href="{link}">{escape(entry.title)}</a></p>'
