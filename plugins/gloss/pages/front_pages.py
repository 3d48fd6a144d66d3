"""The front page and the pages of older stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from gloss.digest.model import Digest, Said, StoryFacts
from gloss.pages.chart import Chart
from gloss.pages.context import Context, together
from gloss.pages.links import Links, NameLink, StoryLink, TimelineEntry
from gloss.pages.page import Page
from gloss.pages.paging import file_of, leaves
from gloss.pages.timeline_pages import ON_ONE_PAGE as EVENTS_ON_ONE_PAGE
from gloss.pages.timeline_pages import chart_of, parts_of

NAMED = 6
QUOTATIONS = 4
# Among so many of the newest the front page chooses.
LATELY = 100
# With so few stories the front page shows dates in place of a chart.
FEW, DATES = 3, 8
# A story in the list is up to twenty-five nodes; the first page holds up to twice as many less one.
MOST_PER_PAGE = 20


@dataclass(frozen=True)
class Listed:
    """A story in a list: who speaks in it, who and what else it names, and its copies."""

    story: StoryLink
    summary: str
    author: str | None
    speakers: tuple[NameLink, ...]
    named: tuple[NameLink, ...]
    more: int
    also: tuple[StoryLink, ...] = ()


def front_pages(context: Context) -> Iterator[Page]:
    """Return the front page with the latest stories, and the pages of those before."""
    digest, links = context.digest, context.links
    size = min(context.site.per_page, MOST_PER_PAGE)
    firsts = [story for slug, story in digest.stories.items() if slug not in digest.copies]
    for leaf in leaves(firsts, size, "", "stories/page-{}.html"):
        stories = tuple(
            replace(listed(story, links), also=_also(story, digest, links)) for story in leaf.items
        )
        if leaf.number is None:
            extra = {
                "quotations": context.cited(_said_lately(digest.said[:LATELY])),
                "strip": _strip(digest, links),
                "dates": len(digest.events),
                "entries": _entries(digest, links) if len(stories) <= FEW else (),
            }
            view = {"stories": stories, "way": leaf.turn, **extra}
            yield Page("index.html", "index.html", view)
        else:
            view = {"stories": stories, "way": leaf.turn, "number": leaf.number}
            yield Page(file_of(leaf.url), "stories.html", view)


def listed(story: StoryFacts, links: Links) -> Listed:
    """Return a story as lists show it; speakers are named once, apart from the others."""
    by = dict.fromkeys(said.by for said in story.said if said.by in links.names)
    others = [named for named in story.named if named.entity not in by]
    others.sort(key=lambda named: -named.count)
    return Listed(
        story=links.stories[story.slug],
        summary=story.summary,
        author=story.author,
        speakers=links.several(tuple(by)[:NAMED]),
        named=links.several(tuple(named.entity for named in others[:NAMED])),
        more=max(len(others) - NAMED, 0),
    )


def _also(story: StoryFacts, digest: Digest, links: Links) -> tuple[StoryLink, ...]:
    return tuple(links.stories[slug] for slug in digest.copies_of.get(story.slug, ()))


def _said_lately(newest: Sequence[Said]) -> list[Said]:
    """Choose quotations of several stories: the first of each, then the second of each."""
    taken: Counter[str] = Counter()
    turns: list[tuple[int, Said]] = []
    for said in together(newest):
        turns.append((taken[said.story], said))
        taken[said.story] += 1
    turns.sort(key=itemgetter(0))
    return [said for _, said in turns[:QUOTATIONS]]


def _entries(digest: Digest, links: Links) -> tuple[TimelineEntry, ...]:
    """The dates themselves, while stories are so few that a chart of them would say nothing."""
    return tuple(links.entry(event) for event in digest.events[:DATES])


def _strip(digest: Digest, links: Links) -> Chart | None:
    if len(digest.events) <= EVENTS_ON_ONE_PAGE:
        return chart_of(digest.events, (), links.lang)
    parts = parts_of(digest.events, "timeline/{}.html", links.lang)
    return chart_of(digest.events, parts, links.lang)
