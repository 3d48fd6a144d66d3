"""The Atom feed (RFC 4287) of the newest stories.

No time in it is the clock's: a feed changes only when its stories do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from gloss.digest.model import Digest, StoryFacts
from gloss.edtf import first_day
from gloss.formats.addresses import address, identity
from gloss.formats.xml import Element, document
from gloss.output import File
from gloss.site import Site
from gloss.urls import story_url

PATH = "feeds/all.atom.xml"
ENTRIES = 100
# How many of a story's names are its categories.
CATEGORIES = 8

ATOM = "http://www.w3.org/2005/Atom"


def feed_files(digest: Digest, site: Site) -> Iterator[File]:
    """Yield the feed of all stories, newest first."""
    stories = tuple(islice(digest.stories.values(), ENTRIES))
    labels = {
        id_: digest.names[id_].name
        for story in stories
        for id_ in _categories(story)
        if id_ in digest.names
    }
    key = (tuple((story.slug, story.digest) for story in stories), labels)
    yield File(PATH, key, partial(_feed, stories, labels, site), whole=True)


def _categories(story: StoryFacts) -> list[str]:
    counted = sorted(story.named, key=lambda named: -named.count)
    return [named.entity for named in counted[:CATEGORIES]]


def _feed(stories: tuple[StoryFacts, ...], labels: dict[str, str], site: Site) -> bytes:
    return document(
        Element(
            "feed",
            {"xmlns": ATOM, "xml:lang": site.lang},
            [
                Element("title", text=site.name),
                Element("subtitle", text=site.subtitle),
                Element("id", text=identity(site, "")),
                Element("link", {"rel": "alternate", "href": address(site, "", PATH)}),
                Element("link", {"rel": "self", "href": address(site, PATH, PATH)}),
                Element(
                    "updated", text=max(map(_updated, stories), default=_midnight("1970-01-01"))
                ),
                _person(site.author or site.name),
                *(_entry(story, labels, site) for story in stories),
            ],
        )
    )


def _entry(story: StoryFacts, labels: dict[str, str], site: Site) -> Element:
    page = story_url(story.slug)
    by = story.author or story.source
    return Element(
        "entry",
        {"xml:lang": story.lang} if story.lang and story.lang != site.lang else {},
        [
            Element("title", text=story.title),
            Element("id", text=identity(site, page)),
            Element("link", {"rel": "alternate", "href": address(site, page, PATH)}),
            Element("updated", text=_updated(story)),
            *([Element("published", text=_updated(story))] if story.published else []),
            *([_person(by)] if by else []),
            *([Element("summary", text=story.summary)] if story.summary else []),
            *(
                Element("category", {"term": id_, "label": labels[id_]})
                for id_ in _categories(story)
                if id_ in labels
            ),
        ],
    )


def _person(name: str) -> Element:
    return Element("author", children=[Element("name", text=name)])


def _updated(story: StoryFacts) -> str:
    return _midnight(first_day(story.day, story.date))


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"
