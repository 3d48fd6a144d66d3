"""The timeline: everything dated, oldest first, cut in pages by year and, where busy, by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from gloss.digest.model import Event
from gloss.edtf import first_day, in_words, iso_day, month_in_words, read, year_in_words, year_of
from gloss.formats.icalendar import has_calendar
from gloss.pages.chart import Bar, Chart, draw_chart
from gloss.pages.context import Context
from gloss.pages.links import Links
from gloss.pages.page import Page
from gloss.pages.paging import file_of

# An entry is some sixteen nodes: so many fit on a page.
ON_ONE_PAGE = 48
LATEST = 12
AHEAD = 12


@dataclass(frozen=True)
class TimelinePart:
    """A page of a timeline: its label (empty: no year stated), its events and its address.

    year: None where none is stated. short: its label where the year stands before it.
    """

    year: int | None
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


def timeline_pages(context: Context) -> Iterator[Page]:
    """Return the pages of the whole digest's timeline."""
    stories = context.digest.stories.values()
    newest = max((first_day(s.published, "") for s in stories if s.published), default="")
    links = context.links
    dated = Dated(context.digest.events, "timeline/", "timeline/{}.html")
    yield from dated_pages(dated, links, {}, newest)


@dataclass(frozen=True)
class Dated:
    """A timeline, and where its pages stand.

    events: in EDTF order, as a digest holds them.
    home: the address of the first page, which holds everything while it is short, else the chart
    and the way to the others, whose addresses are ``pattern`` with a key in it.
    joined: years of few dates share a page.
    """

    events: Sequence[Event]
    home: str
    pattern: str
    joined: bool = False


def dated_pages(
    dated: Dated, links: Links, more: Mapping[str, object], today: str = ""
) -> Iterator[Page]:
    """Return a timeline's pages.

    today: the day of the newest story, where the first page is to tell what was from what is ahead.
    """
    events, home = dated.events, dated.home
    whole = len(events) <= ON_ONE_PAGE
    parts = () if whole else parts_of(events, dated.pattern, links.lang)
    parts = _joined(parts) if dated.joined else parts
    more = {"calendar": has_calendar(events), **more}
    past, ahead = _parted(events, today)
    shown = (
        Shown(past, ahead)
        if whole
        else Shown(latest(past, LATEST), tuple(islice(_told(ahead), AHEAD)))
    )
    yield _home(dated, links, (parts, shown), more)
    for i, part in enumerate(parts):
        way = {"before": _way(parts, i - 1), "after": _way(parts, i + 1)}
        head = {"home": home, "part": part.key, "label": part.label, **way}
        yield _page(part.url, links, Shown(part.events), {**more, **head})


def _home(
    dated: Dated,
    links: Links,
    found: tuple[Sequence[TimelinePart], Shown],
    more: Mapping[str, object],
) -> Page:
    """The first page: its chart is of all dates, of which it tells how many each year has."""
    parts, shown = found

    def view() -> dict[str, object]:
        head = {
            "chart_": chart_of(dated.events, parts, links.lang),
            "total": len(dated.events),
            "years": _years(parts, links.lang),
        }
        return _view(links, shown, {**more, **head})

    told = tuple((part.url, part.label, part.short, len(part.events)) for part in parts)
    years = tuple(Counter([year_of(event.edtf) for event in dated.events]).items())
    key = (more, told, years, _marks(shown.events, links), _marks(shown.ahead, links))
    return Page(file_of(dated.home), "timeline.html", view, key=key)


@dataclass(frozen=True)
class Shown:
    """What a page of a timeline shows: what was, and what is ahead."""

    events: Sequence[Event]
    ahead: Sequence[Event] = ()


def _parted(events: Sequence[Event], today: str) -> tuple[Sequence[Event], Sequence[Event]]:
    """Part what begins after a day from the rest; without a day nothing is ahead."""
    if not today:
        return events, ()
    past: list[Event] = []
    ahead: list[Event] = []
    for event in events:
        (ahead if first_day(event.edtf, "") > today else past).append(event)
    return past, ahead


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


def _years(parts: Sequence[TimelinePart], lang: str) -> tuple[TimelineYear, ...]:
    return tuple(
        TimelineYear(
            "" if year is None else _years_in_words(year, some, lang),
            sum(len(part.events) for part in some),
            tuple((part.short, len(part.events), part.url) for part in some),
        )
        for year, some in _grouped(parts, lambda part: part.year)
    )


def _years_in_words(year: int, parts: Sequence[TimelinePart], lang: str) -> str:
    last = year_of(parts[0].events[-1].edtf)
    one = year_in_words(year, lang)
    return one if last in (None, year) else f"{one}–{year_in_words(last, lang)}"


def latest(events: Sequence[Event], most: int) -> Sequence[Event]:
    """Return the last of those whose month is known, for a page that shows the way to all."""
    return tuple(islice(_told(reversed(events)), most))[::-1]


def _told(events: Iterable[Event]) -> Iterator[Event]:
    """Those that say when: a sentence of "last year" or "the 1990s" is hardly an event."""
    return (event for event in events if _month_of(event) is not None)


def _page(url: str, links: Links, shown: Shown, head: Mapping[str, object]) -> Page:
    key = (head, _marks(shown.events, links))
    return Page(file_of(url), "timeline.html", partial(_view, links, shown, head), key=key)


def _view(links: Links, shown: Shown, head: Mapping[str, object]) -> dict[str, object]:
    entries, ahead = (tuple(map(links.entry, some)) for some in (shown.events, shown.ahead))
    return {**_NOTHING, **head, "entries": entries, "ahead": ahead}


def _marks(events: Sequence[Event], links: Links) -> list[str]:
    marks = links.marks.stories
    return [f"{marks[event.story]}#{event.anchor}" for event in events]


def _way(parts: Sequence[TimelinePart], i: int) -> tuple[str, str] | None:
    return (parts[i].url, parts[i].label) if 0 <= i < len(parts) else None


def parts_of(events: Sequence[Event], pattern: str, lang: str) -> tuple[TimelinePart, ...]:
    """Cut events in order into pages: by year, by month where busy, then by number."""
    found = []
    for year, those in _grouped(events, lambda event: year_of(event.edtf)):
        groups: list[tuple[int | None, list[Event]]] = [(None, those)]
        if year is not None and len(those) > ON_ONE_PAGE:
            groups = _grouped(those, _month_of)
        for month, some in groups:
            for number, start in enumerate(range(0, len(some), ON_ONE_PAGE), 1):
                part = some[start : start + ON_ONE_PAGE]
                found.append(_part((year, month, number), part, pattern, lang))
    return tuple(found)


def _joined(parts: Sequence[TimelinePart]) -> tuple[TimelinePart, ...]:
    """Put years that follow each other on one page, as many as it holds; months stay apart."""
    found: list[TimelinePart] = []
    for part in parts:
        last = found[-1] if found else None
        if last and _are_years(last, part) and len(last.events) + len(part.events) <= ON_ONE_PAGE:
            label = f"{last.short.partition('–')[0]}–{part.short}"
            events = (*last.events, *part.events)
            found[-1] = replace(last, label=label, short=label, events=events)
        else:
            found.append(part)
    return tuple(found)


def _are_years(*parts: TimelinePart) -> bool:
    return all(part.year is not None and part.label == part.short for part in parts)


Item = TypeVar("Item")
Key = TypeVar("Key")


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> list[tuple[Key, list[Item]]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.items())


def _month_of(event: Event) -> int | None:
    value = read(event.edtf)
    return value.month if value else None


def _part(
    place: tuple[int | None, int | None, int], events: Sequence[Event], pattern: str, lang: str
) -> TimelinePart:
    """A page: of a year, of a month of it or not, by its number among those."""
    year, month, number = place
    key, label, short = "open", "", ""
    if year is not None:
        key, short = _address(year), year_in_words(year, lang)
        label = short
    if year is not None and month:
        label = in_words(iso_day((year, month, 1))[:-3], lang).words
        key, short = f"{key}-{month:02}", month_in_words(month, lang)
    if number > 1:
        key, short = f"{key}-p{number}", f"{short}, {number}"
    return TimelinePart(year, key, label, short, events, pattern.format(key))


def _address(year: int) -> str:
    """A year as a piece of an address: 1997, 0079, 44-bc."""
    return f"{year:04}" if year > 0 else f"{1 - year}-bc"


def chart_of(events: Sequence[Event], parts: Sequence[TimelinePart], lang: str) -> Chart | None:
    """Return the density chart of a timeline, its bars leading to its pages."""
    first = {year_of(e.edtf): part.url for part in reversed(parts) for e in part.events}
    counts = Counter(year_of(event.edtf) for event in events)
    open_ = counts.pop(None, 0)
    years = {
        year: Bar(year_in_words(year, lang), count, first.get(year, ""))
        for year, count in counts.items()
        if year is not None
    }
    return draw_chart(years, Bar("", open_, first.get(None, "")) if open_ else None, lang)
