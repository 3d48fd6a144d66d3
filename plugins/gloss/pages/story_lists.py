"""The lists of all stories: by the day they entered the digest, and by date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.digest.model import StoryFacts
from gloss.digest.orders import by_date, by_entry
from gloss.pages.archive_pages import archive_years
from gloss.pages.context import Context
from gloss.pages.links import NameLink, StoryLink
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, file_of, leaves

NAMED, SPEAKERS = 5, 4
# A story in a list is up to twenty-five nodes; the first page holds up to twice as many less one.
MOST_PER_PAGE = 20
BY_DATE = "stories/"


@dataclass(frozen=True)
class Listed:
    """A story in a list: who speaks in it, who and what else it names, and its copies.

    entered: the day on which it entered the digest (ISO 8601).
    """

    story: StoryLink
    entered: str
    summary: str
    author: str | None
    speakers: tuple[NameLink, ...]
    named: tuple[NameLink, ...]
    more: int
    also: tuple[StoryLink, ...]


def story_lists(context: Context) -> Iterator[Page]:
    """Return the pages of both lists, but for the newest by entry, which is the front page's."""
    for leaf in by_date_leaves(context):
        years = archive_years(context) if leaf.number is None else ()
        yield _page(leaf, {"order": "date", "years": years}, context)
    for leaf in by_entry_leaves(context):
        if leaf.number is not None:
            yield _page(leaf, {"order": "entry", "years": ()}, context)


def by_date_leaves(context: Context) -> Iterator[Leaf[StoryFacts]]:
    """Return the pages of the list by date."""
    return _leaves(by_date(context.digest), BY_DATE, "stories/page-{}.html", context)


def by_entry_leaves(context: Context) -> Iterator[Leaf[StoryFacts]]:
    """Return the pages of the list by entry; the newest stands at home."""
    return _leaves(by_entry(context.digest), "", "stories/new-{}.html", context)


def _leaves(
    stories: Sequence[StoryFacts], home: str, pattern: str, context: Context
) -> Iterator[Leaf[StoryFacts]]:
    return leaves(stories, min(context.site.per_page, MOST_PER_PAGE), home, pattern)


def _page(leaf: Leaf[StoryFacts], head: Mapping[str, object], context: Context) -> Page:
    head = {**head, "number": leaf.number, "way": leaf.turn}

    def view() -> dict[str, object]:
        return {**head, "stories": tuple(listed(story, context) for story in leaf.items)}

    marks = [_mark(story, context) for story in leaf.items]
    return Page(file_of(leaf.url), "stories.html", view, key=(head, marks))


def list_pages_of(
    stories: Sequence[StoryFacts],
    home: str,
    pattern: str,
    head: Mapping[str, object],
    context: Context,
) -> Iterator[Page]:
    """Return the pages of a list of stories. head: what their template is given beside them."""
    for leaf in _leaves(stories, home, pattern, context):
        yield _page(leaf, {"years": (), **head}, context)


def _mark(story: StoryFacts, context: Context) -> tuple[str, ...]:
    marks = context.links.marks.stories
    copies = context.digest.copies_of.get(story.slug, ())
    return (marks[story.slug], *(marks[slug] for slug in copies))


def listed(story: StoryFacts, context: Context) -> Listed:
    """Return a story as lists show it; speakers are named once, apart from the others."""
    links = context.links
    by = dict.fromkeys(said.by for said in story.said if said.by and said.by in links.names)
    others = [named for named in story.named if named.entity not in by]
    others.sort(key=lambda named: -named.count)
    copies = context.digest.copies_of.get(story.slug, ())
    return Listed(
        story=links.stories[story.slug],
        entered=story.date,
        summary=story.summary,
        author=story.author,
        speakers=links.several(tuple(by)[:SPEAKERS]),
        named=links.several(tuple(named.entity for named in others[:NAMED])),
        more=max(len(others) - NAMED, 0),
        also=tuple(links.stories[slug] for slug in copies),
    )
