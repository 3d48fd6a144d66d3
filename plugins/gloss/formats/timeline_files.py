"""Every timeline to take along: the same dates as iCalendar, TimelineJS and CSV.

There is one for the whole digest, one for each story that names a date, and one for each name in
whose sentences several dates stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event
from gloss.edtf import order
from gloss.formats.file import File
from gloss.formats.icalendar import calendar_of, has_calendar
from gloss.formats.timeline_csv import table_of
from gloss.formats.timeline_export import TimelineExport, timeline_of
from gloss.formats.timelinejs import timelinejs_of
from gloss.site import Site
from gloss.urls import entity_url, story_url

Form = Callable[[TimelineExport, Site], bytes]
FORMS: dict[str, Form] = {"ics": calendar_of, "json": timelinejs_of, "csv": table_of}
# A name with fewer dates has no timeline to speak of; its page offers none (``name.html``).
DATES_OF_A_NAME = 4


def timeline_files(digest: Digest, site: Site, marks: Marks, whole: str) -> Iterator[File]:
    """Yield the files of each timeline; ``whole`` stands for the whole digest.

    The files of the digest are there even while they are empty, since pages lead to them; but there
    is no calendar where it would hold nothing.
    """
    yield from _files("timeline/", site.name, digest.events, digest, site, whole)
    for story in (*digest.stories.values(), *digest.hidden.values()):
        if story.events:
            mark = marks.stories[story.slug]
            yield from _files(story_url(story.slug), story.title, story.events, digest, site, mark)
    for name in digest.names.values():
        if len(name.events) >= DATES_OF_A_NAME:
            mark = marks.names[name.id]
            yield from _files(entity_url(name.id), name.name, name.events, digest, site, mark)


def _files(
    path: str, title: str, events: tuple[Event, ...], digest: Digest, site: Site, key: str
) -> Iterator[File]:
    for ending, form in FORMS.items():
        if ending == "ics" and not has_calendar(events):
            continue
        make = partial(_make, path, title, events, digest, site, form)
        yield File(f"{path}timeline.{ending}", key, make)


def _make(
    path: str,
    title: str,
    events: tuple[Event, ...],
    digest: Digest,
    site: Site,
    form: Form,
) -> bytes:
    ordered = sorted(events, key=lambda event: order(event.edtf))
    return form(timeline_of(path, title, ordered, digest), site)
