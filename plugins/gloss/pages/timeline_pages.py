"""The timeline: everything dated, oldest first, cut in pages by year and, where busy, by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.digest.model import Digest, Event
from gloss.formats.icalendar import has_calendar
from gloss.pages.chart import Bar, Chart, draw_chart
from gloss.pages.dates import month_of, read, year_of
from gloss.pages.links import Links
from gloss.pages.page import Page
from gloss.pages.paging import file_of

# An entry is some sixteen nodes: so many fit on a page.
ON_ONE_PAGE = 48
LATEST = 12


@dataclass(frozen=True)
class TimelinePart:
    """A page of a timeline: its label (empty: no year stated), its events and its address.

    short: its label where the year stands before it.
    """

    key: str
    label: str
    short: str
    events: Sequence[Event]
    url: str


@dataclass(frozen=True)
class TimelineYear:
    """A year (empty: none stated), its count of dates, and its pages: label, count and address."""

    year: str
    dates: int
    parts: tuple[tuple[str, int, str], ...]


def timeline_pages(digest: Digest, links: Links) -> Iterator[Page]:
    """Return the pages of the whole digest's timeline."""
    yield from dated_pages(digest.events, "timeline/", "timeline/{}.html", links, {})


def dated_pages(
    events: Sequence[Event], home: str, pattern: str, links: Links, more: Mapping[str, object]
) -> Iterator[Page]:
    """Return a timeline's pages.

    events: in EDTF order, as a digest holds them.
    home: the address of the first page, which holds everything while it is short, else the chart
    and the way to the others, whose addresses are ``pattern`` with a key in it.
    """
    whole = len(events) <= ON_ONE_PAGE
    parts = () if whole else parts_of(events, pattern, links.lang)
    more = {**more, "calendar": has_calendar(events)}
    yield _page(
        home,
        links,
        more,
        events if whole else latest(events, LATEST),
        {
            "chart_": chart_of(events, parts),
            "total": len(events),
            "years": _years(parts),
        },
    )
    for i, part in enumerate(parts):
        way = {"before": _way(parts, i - 1), "after": _way(parts, i + 1)}
        head = {"home": home, "part": part.key, "label": part.label, **way}
        yield _page(part.url, links, more, part.events, head)


# What every page of a timeline's template is given, where it has nothing else to say.
_NOTHING: dict[str, object] = {
    "name": None,
    "chart_": None,
    "total": 0,
    "years": (),
    "home": "",
    "part": "",
    "label": "",
    "before": None,
    "after": None,
}


def _years(parts: Sequence[TimelinePart]) -> tuple[TimelineYear, ...]:
    by_year: dict[str, list[TimelinePart]] = {}
    for part in parts:
        by_year.setdefault(part.key[:4], []).append(part)
    return tuple(
        TimelineYear(
            "" if year == "open" else year,
            sum(len(part.events) for part in some),
            tuple((part.short, len(part.events), part.url) for part in some),
        )
        for year, some in by_year.items()
    )


def latest(events: Sequence[Event], most: int) -> Sequence[Event]:
    """Return the last of those whose year is known, for a page that shows the way to all."""
    return [event for event in events if year_of(event.edtf)][-most:]


def _page(
    url: str,
    links: Links,
    more: Mapping[str, object],
    events: Sequence[Event],
    head: Mapping[str, object],
) -> Page:
    head = {**_NOTHING, **more, **head}

    def view() -> dict[str, object]:
        return {**head, "entries": tuple(map(links.entry, events))}

    marks = tuple(f"{links.marks.stories[event.story]}#{event.anchor}" for event in events)
    return Page(file_of(url), "timeline.html", view, key=(head, marks))


def _way(parts: Sequence[TimelinePart], i: int) -> tuple[str, str] | None:
    return (parts[i].url, parts[i].label) if 0 <= i < len(parts) else None


def parts_of(events: Sequence[Event], pattern: str, lang: str) -> tuple[TimelinePart, ...]:
    """Cut events in order into pages: by year, by month where busy, then by number."""
    found = []
    for year, those in _grouped(events, lambda event: year_of(event.edtf)):
        groups: list[tuple[str, list[Event]]] = [(year, those)]
        if year and len(those) > ON_ONE_PAGE:
            groups = _grouped(those, lambda event: _month_of(event.edtf))
        for key, some in groups:
            for number, start in enumerate(range(0, len(some), ON_ONE_PAGE), 1):
                name = f"{key or 'open'}{f'-p{number}' if number > 1 else ''}"
                label = read(key, lang).words if key else ""
                short = (month_of(key, lang) or key) + (f", {number}" if number > 1 else "")
                part = some[start : start + ON_ONE_PAGE]
                found.append(TimelinePart(name, label, short, part, pattern.format(name)))
    return tuple(found)


def _grouped(events: Sequence[Event], key: Callable[[Event], str]) -> list[tuple[str, list[Event]]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(key(event), []).append(event)
    return list(groups.items())


def _month_of(edtf: str) -> str:
    month = edtf[:7]
    return month if len(month) == 7 and month[5:].isdigit() and month[5:] <= "12" else edtf[:4]


def chart_of(events: Sequence[Event], parts: Sequence[TimelinePart]) -> Chart | None:
    """Return the density chart of a timeline, its bars leading to its pages."""
    first: dict[str, str] = {}
    for part in parts:
        first.setdefault(part.key[:4], part.url)
    counts: dict[str, int] = {}
    for event in events:
        year = year_of(event.edtf)
        counts[year] = counts.get(year, 0) + 1
    open_ = counts.pop("", 0)
    years = {int(year): Bar(year, count, first.get(year, "")) for year, count in counts.items()}
    return draw_chart(years, Bar("", open_, first.get("open", "")) if open_ else None)
