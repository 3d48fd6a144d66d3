"""A timeline as TimelineJS 3 reads it (https://timeline.knightlab.com/docs/json-format.html).

Dates without a year are left out, since TimelineJS cannot place them; the CSV has them.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from gloss.digest.edtf_order import Day
from gloss.formats.addresses import address
from gloss.formats.timeline_export import ExportedDate, TimelineExport
from gloss.site import Site

_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?[~?%]?")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")


def timelinejs_of(timeline: TimelineExport, site: Site) -> bytes:
    """Return the timeline as JSON in UTF-8; texts in it are HTML, and escaped."""
    page = f"{timeline.path}timeline.json"
    events = [_event(entry, site, page) for entry in timeline.entries if entry.bounds]
    whole = {"title": {"text": {"headline": escape(timeline.title)}}, "events": events}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _event(entry: ExportedDate, site: Site, page: str) -> dict[str, Any]:
    assert entry.bounds is not None
    event, (first, last) = entry.event, (entry.bounds.first, entry.bounds.last)
    found: dict[str, Any] = {
        "unique_id": f"{event.story}-{event.anchor}",
        "start_date": _start(event.edtf, first),
        "display_date": escape(event.written),
        "text": {"headline": escape(entry.title), "text": _html(entry, site, page)},
    }
    if first != last and not _YEAR_OR_MONTH.fullmatch(event.edtf):
        found["end_date"] = _date(last)
    return found


def _start(edtf: str, first: Day) -> dict[str, int]:
    """The start, no finer than the date is known."""
    start = _date(first)
    if _YEAR_OR_MONTH.fullmatch(edtf):
        return {"year": first[0]} | ({"month": first[1]} if "-" in edtf else {})
    if clock := _CLOCK.search(edtf):
        start |= {"hour": int(clock[1]), "minute": int(clock[2])}
    return start


def _date(day: Day) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), day, strict=True))


def _html(entry: ExportedDate, site: Site, page: str) -> str:
    event = entry.event
    end = event.at + len(event.written)
    before, after = event.sentence[: event.at], event.sentence[end:]
    sentence = f"{escape(before)}<b>{escape(event.written)}</b>{escape(after)}"
    how = f" ({escape(event.how)})" if event.how else ""
    link = escape(address(site, entry.target, page))
    return f'<p>{sentence}{how}</p><p><a href="{link}">{escape(entry.title)}</a></p>'
