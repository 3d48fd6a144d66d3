"""A timeline as a table: every date, those without a year too, in the order of the timeline."""

from __future__ import annotations

from gloss.edtf import Day, iso_day
from gloss.formats.addresses import address
from gloss.formats.data import TableRow, csv_of
from gloss.formats.timeline_export import ExportedDate, TimelineExport
from gloss.site import Site

COLUMNS = ("edtf", "first", "last", "written", "how", "sentence", "names", "story", "url")


def table_of(timeline: TimelineExport, site: Site) -> bytes:
    """Return the timeline as CSV; ``first`` and ``last`` are the days that the date can mean."""
    page = f"{timeline.path}timeline.csv"
    return csv_of((_row(entry, site, page) for entry in timeline.entries), COLUMNS)


def _row(entry: ExportedDate, site: Site, page: str) -> TableRow:
    event = entry.event
    return {
        "edtf": event.edtf,
        "first": _iso(entry.value.first) if entry.value else None,
        "last": _iso(entry.value.last) if entry.value else None,
        "written": event.written,
        "how": event.how,
        "sentence": event.sentence,
        "names": list(entry.names),
        "story": entry.title,
        "url": address(site, entry.target, page),
    }


def _iso(day: Day | None) -> str | None:
    return iso_day(day) if day else None
