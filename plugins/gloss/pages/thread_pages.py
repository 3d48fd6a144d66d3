"""The threads: their list, and a page of each with what every story adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.digest.model import Thread
from gloss.digest.novelty import novelties
from gloss.edtf import Wording
from gloss.formats.feeds import is_followed
from gloss.pages.context import Context
from gloss.pages.links import Links, NameLink, StoryLink
from gloss.pages.page import Page
from gloss.pages.paging import file_of, leaves
from gloss.story import WHERE, kind_of
from gloss.urls import thread_url

ON_ONE_PAGE = 40
# Of a longer thread the newest stories are told with what is new in them, the others listed.
TOLD = 24
IN_HEADING, IN_STORY, NEW_NAMES = 3, 4, 8


@dataclass(frozen=True)
class ThreadLink:
    """A thread, by what its stories share; the first day and the last."""

    title: str
    words: tuple[str, ...]
    url: str
    stories: int
    first: Wording
    last: Wording


@dataclass(frozen=True)
class ThreadStory:
    """A story of a thread, and what it adds.

    passages: sentences, in each text that is not new and text that is, by turns.
    also: its copies. lead: the summary, of the first story alone.
    """

    story: StoryLink
    also: tuple[StoryLink, ...]
    lead: str
    names: tuple[NameLink, ...]
    more: int
    passages: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class StoryThread:
    """The thread that a story is in, and the stories that stand nearest in it, oldest first."""

    thread: ThreadLink
    others: tuple[StoryLink, ...]


def thread_pages(context: Context) -> Iterator[Page]:
    """Return the list of threads, and each one's page."""
    for leaf in leaves(context.digest.threads, ON_ONE_PAGE, "threads/", "threads/page-{}.html"):
        rows = tuple((link_to(one, context.links), _newest(one, context)) for one in leaf.items)
        view = {"threads": rows, "total": len(context.digest.threads), "way": leaf.turn}
        yield Page(file_of(leaf.url), "threads.html", {**view, "number": leaf.number})
    for thread in context.digest.threads:
        view_of = partial(_view, thread, context)
        key = (thread, _marks(thread, context))
        yield Page(file_of(thread_url(thread.slug)), "thread.html", view_of, key=key)


def _newest(thread: Thread, context: Context) -> StoryLink:
    return context.links.stories[thread.stories[-1]]


def _marks(thread: Thread, context: Context) -> tuple[str, ...]:
    copies = context.digest.copies_of
    slugs = (slug for one in thread.stories for slug in (one, *copies.get(one, ())))
    return tuple(context.links.marks.stories[slug] for slug in slugs)


def link_to(thread: Thread, links: Links) -> ThreadLink:
    """Return a thread as pages speak of it: people and bodies say more of a matter than places."""
    named = sorted(links.several(thread.names), key=lambda link: kind_of(link.id) in WHERE)
    called = [link.name for link in named] or [word.capitalize() for word in thread.words]
    title = ", ".join(called[:IN_HEADING]) or links.stories[thread.stories[0]].title
    first, last = (links.stories[thread.stories[at]].day for at in (0, -1))
    return ThreadLink(
        title, thread.words, thread_url(thread.slug), len(thread.stories), first, last
    )


def thread_of(slug: str, context: Context) -> StoryThread | None:
    """Return the thread that a story is in, as its page tells of it."""
    thread, links = context.digest.thread_of.get(slug), context.links
    if not thread:
        return None
    own = context.digest.copies.get(slug, slug)
    at = thread.stories.index(own)
    around = range(max(at - IN_STORY, 0), min(at + IN_STORY + 1, len(thread.stories)))
    nearest = sorted(around, key=lambda other: (abs(other - at), other))
    chosen = [other for other in nearest if other != at or own != slug][:IN_STORY]
    others = tuple(links.stories[thread.stories[other]] for other in sorted(chosen))
    return StoryThread(link_to(thread, links), others)


def _view(thread: Thread, context: Context) -> dict[str, Any]:
    links = context.links
    told = tuple(_told(thread, context))
    return {
        "thread": link_to(thread, links),
        "feed": is_followed(thread),
        "names": links.several(thread.names),
        "words": thread.words,
        "stories": told[-TOLD:],
        "earlier": tuple(one.story for one in told[:-TOLD]),
    }


def _told(thread: Thread, context: Context) -> Iterator[ThreadStory]:
    digest, links = context.digest, context.links
    ids = {**{id_: id_ for id_ in links.names}, **digest.redirects}
    texts = (context.load("annotated", slug) for slug in thread.stories)
    for slug, new in zip(thread.stories, novelties(texts, ids), strict=True):
        first = slug == thread.stories[0]
        yield ThreadStory(
            story=links.stories[slug],
            also=tuple(links.stories[copy] for copy in digest.copies_of.get(slug, ())),
            lead=digest.stories[slug].summary if first else "",
            names=links.several(new.names[:NEW_NAMES]),
            more=max(len(new.names) - NEW_NAMES, 0),
            passages=new.passages,
        )
