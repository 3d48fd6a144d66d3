"""Every timeline to take along: the same dates as iCalendar, TimelineJS and CSV.

There is one for the whole digest (its table is that of all dates, ``data/dates.csv.gz``), and in
the forms that the settings ask for one for each story that names a date, and one for each name with
a page in whose sentences several dates stand. Their calendars hold what is to come: for a story
after its own day, for a name after that of the newest story with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event, Repeated
from gloss.edtf import order
from gloss.formats.icalendar import calendar_of, has_calendar, newest_day, to_come
from gloss.formats.timeline_csv import table_of
from gloss.formats.timeline_export import TimelineExport, timeline_of
from gloss.formats.timelinejs import timelinejs_of
from gloss.formats.years import by_years, newest_in
from gloss.output import File
from gloss.site import Site
from gloss.urls import entity_url, story_url

Export = Callable[[TimelineExport, Site], bytes]
FORMS: dict[str, Export] = {"ics": calendar_of, "json": timelinejs_of, "csv": table_of}
# A name with fewer dates has no timeline to speak of; its page offers none (``name.html``).
DATES_OF_A_NAME = 4
# So many of a name's dates are taken along, the last.
DATES_TO_TAKE = 200
# TimelineJS shows some dozens well, and stops at a few hundreds: so many of the digest's, the last.
SLIDES = 300
# More dates than that are too many for one calendar.
LARGE = 2000


@dataclass(frozen=True)
class _Dates:
    """The dates of one timeline.

    path: of its page's folder. title: what they are about. key: stands for all of them, or makes
    what does.
    source: the story or name that they are of. forms, name: of the files.
    since: the day after which they are in a calendar, empty where all are.
    """

    path: str
    title: str
    events: tuple[Event, ...]
    key: Any
    source: str = ""
    repeated: tuple[Repeated, ...] = ()
    forms: tuple[str, ...] = ("ics", "json")
    name: str = "timeline"
    since: str = ""


def timeline_files(digest: Digest, site: Site, marks: Marks) -> Iterator[File]:
    """Yield the files of each timeline.

    The files of the digest are there even while they are empty, since pages lead to them; but there
    is no calendar where it would hold nothing.
    """
    for every in _every(digest, site, marks):
        for ending in every.forms:
            dates = _ahead(every) if ending == "ics" else every
            if dates:
                make = partial(_make, dates, digest, site, FORMS[ending])
                path, of_all = f"{dates.path}{dates.name}.{ending}", not dates.source
                yield File(path, dates.key, make, dates.source, whole=of_all)


def _ahead(dates: _Dates) -> _Dates | None:
    """What a calendar holds of some dates, if anything."""
    events = to_come(dates.events, dates.since) if dates.since else dates.events
    there = (events or dates.repeated) and has_calendar(events, dates.repeated)
    return replace(dates, events=events) if there else None


def _every(digest: Digest, site: Site, marks: Marks) -> Iterator[_Dates]:
    """The whole digest's dates, and those of its stories and names that have a timeline."""
    for dates in _whole(digest, _Dates("timeline/", site.name, digest.events, "")):
        yield replace(dates, key=partial(_key, dates, marks))
    forms = site.timelines
    for story in (*digest.stories.values(), *digest.hidden.values()):
        if story.events:
            mark, path = marks.stories[story.slug], story_url(story.slug)
            told = path, story.title, story.events, mark, story.slug, story.repeated, forms
            yield _Dates(*told, since=story.day)
    for name in digest.with_pages:
        if len(name.events) >= DATES_OF_A_NAME:
            mark = marks.names[name.id]
            path, events = entity_url(name.id), name.events[-DATES_TO_TAKE:]
            day = newest_day(name, digest)
            yield _Dates(path, name.name, events, mark, name.id, (), forms, since=day)


def _whole(digest: Digest, every: _Dates) -> Iterator[_Dates]:
    """The whole digest's dates: the last for TimelineJS; a calendar of very many, cut by years.

    What happens in the year of the newest story (its month, where there is much) and later stays in
    the calendar itself.
    """
    again = tuple(event for story in digest.stories.values() for event in story.repeated)
    yield replace(every, events=every.events[-SLIDES:], forms=("json",))
    if len(every.events) <= LARGE:
        yield replace(every, repeated=again, forms=("ics",))
        return
    parts = by_years(every.events, lambda event: event.edtf, newest_in(digest), LARGE)
    for part, events in {"": [], **parts}.items():
        dates = replace(every, events=tuple(events), forms=("ics",), name=f"timeline{part}")
        yield dates if part else replace(dates, repeated=again)


def _key(dates: _Dates, marks: Marks) -> list[str]:
    """What a timeline of the whole digest depends on: each date, with the story that it is of."""
    return [
        f"{marks.stories[event.story]} {event.anchor or event.edtf}"
        for event in (*dates.events, *dates.repeated)
    ]


def _make(dates: _Dates, digest: Digest, site: Site, form: Export) -> bytes:
    ordered = sorted(dates.events, key=lambda event: order(event.edtf))
    return form(timeline_of(dates.path, dates.title, ordered, digest, dates.repeated), site)
