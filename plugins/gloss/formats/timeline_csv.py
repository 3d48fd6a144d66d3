"""A timeline as a table: every date, those without a year too, in the order of the timeline."""

from __future__ import annotations

from gloss.digest.edtf_order import Day
from gloss.formats.addresses import address
from gloss.formats.data import Row, csv_of
from gloss.formats.timeline_export import ExportedDate, TimelineExport
from gloss.site import Site


def table_of(timeline: TimelineExport, site: Site) -> bytes:
    """Return the timeline as CSV; ``first`` and ``last`` are the days that the date can mean."""
    page = f"{timeline.path}timeline.csv"
    return csv_of(_row(entry, site, page) for entry in timeline.entries)


def _row(entry: ExportedDate, site: Site, page: str) -> Row:
    event = entry.event
    return {
        "edtf": event.edtf,
        "first": _iso(entry.bounds.first) if entry.bounds else None,
        "last": _iso(entry.bounds.last) if entry.bounds else None,
        "written": event.written,
        "how": event.how,
        "sentence": event.sentence,
        "names": list(entry.names),
        "story": entry.title,
        "url": address(site, entry.target, page),
    }


def _iso(day: Day) -> str:
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"
