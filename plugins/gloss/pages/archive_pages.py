"""The archive: the stories of a month, and the months of a year, by the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.digest.model import Digest, StoryFacts
from gloss.digest.orders import by_date
from gloss.edtf import in_words, month_in_words, read
from gloss.pages.context import Context
from gloss.pages.edition_pages import EditionLink, days_of_lines, edition_link
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, Turn, file_of, leaves
from gloss.urls import month_url

ON_ONE_PAGE = 100
# Other years make no folder that looks like one.
YEARS = range(1000, 10000)

# A year and a month; None where stories say no more than the year.
Month = tuple[int, int | None]
Groups = Mapping[Month, Sequence[StoryFacts]]


@dataclass(frozen=True)
class ArchiveMonth:
    """A month, how many stories it has, and its address; label: by itself, or with its year."""

    label: str
    stories: int
    url: str


@dataclass(frozen=True)
class ArchiveYear:
    """A year, how many stories it has, its address, and its months, the newest first."""

    year: int
    stories: int
    url: str
    months: tuple[ArchiveMonth, ...]


def archive_pages(context: Context) -> Iterator[Page]:
    """Return a page of each year, and of each month, in which stories were published."""
    groups = _grouped(context.digest)
    for own in archive_years(context):
        leaf = Leaf(None, groups.get((own.year, None), ()), own.url, Turn())
        yield _page(leaf, {"label": str(own.year), "months": own.months}, context)
    months = [month for month in groups if month[1]]
    around = zip([None, *months], months, [*months[1:], None], strict=False)
    for newer, month, older in around:
        yield from _month_pages(month, (older, newer), groups, context)


def _month_pages(
    month: Month, around: tuple[Month | None, Month | None], groups: Groups, context: Context
) -> Iterator[Page]:
    home = month_url(*month)
    older, newer = (_month(one, groups, context) if one else None for one in around)
    head = {
        "label": _month(month, groups, context).label,
        "older": older,
        "newer": newer,
        "editions": _editions_of(home.strip("/").replace("/", "-"), context),
    }
    for leaf in leaves(groups[month], ON_ONE_PAGE, home, f"{home}page-{{}}.html"):
        yield _page(leaf, head, context)


def archive_years(context: Context) -> tuple[ArchiveYear, ...]:
    """Return the years of the archive, the newest first."""
    groups = _grouped(context.digest)
    return tuple(_year(year, groups, context) for year in dict.fromkeys(y for y, _ in groups))


def _grouped(digest: Digest) -> Groups:
    """The stories by the month of their publication, the newest first."""
    groups: dict[Month, list[StoryFacts]] = {}
    for story in by_date(digest):
        value = read(story.published) if story.published else None
        if value and value.year in YEARS:
            groups.setdefault((value.year or 0, value.month), []).append(story)
    return {month: groups[month] for month in sorted(groups, key=_order, reverse=True)}


def _order(month: Month) -> tuple[int, int]:
    return month[0], month[1] or 0


def _year(year: int, groups: Groups, context: Context) -> ArchiveYear:
    own = {month: some for (in_, month), some in groups.items() if in_ == year}
    months = tuple(
        ArchiveMonth(month_in_words(month, context.links.lang), len(some), month_url(year, month))
        for month, some in own.items()
        if month
    )
    return ArchiveYear(year, sum(map(len, own.values())), month_url(year), months)


def _month(month: Month, groups: Groups, context: Context) -> ArchiveMonth:
    label = in_words(f"{month[0]}-{month[1]:02}", context.links.lang).words
    return ArchiveMonth(label, len(groups[month]), month_url(*month))


def _editions_of(month: str, context: Context) -> tuple[EditionLink, ...]:
    """The ways to the editions that lie in a month (``2018-09``), even with a day of theirs."""
    return tuple(
        edition_link(edition, context)
        for edition in context.editions
        if edition.first[:7] <= month <= edition.last[:7]
    )


# What a page of the archive is given where it has nothing to say.
_NOTHING: Mapping[str, object] = {"months": (), "older": None, "newer": None, "editions": ()}


def _page(leaf: Leaf[StoryFacts], head: Mapping[str, object], context: Context) -> Page:
    head = {**_NOTHING, **head, "number": leaf.number, "way": leaf.turn}

    def view() -> dict[str, object]:
        sources = {story.source for story in leaf.items}
        days = days_of_lines(leaf.items, context)
        return {**head, "days": days, "several_sources": len(sources) > 1}

    marks = [context.links.marks.stories[story.slug] for story in leaf.items]
    return Page(file_of(leaf.url), "archive.html", view, key=(head, marks))
