"""A feed in Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gloss.formats.addresses import address, lasting_id
from gloss.formats.feed import Category, Feed, FeedEntry, midnight
from gloss.formats.xml import Element, document

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Return the feed as XML in UTF-8."""
    site, path = feed.site, f"{feed.path}.atom.xml"
    entries = (Element("entry", _lang(e, feed), list(_entry(e, feed, path))) for e in feed.entries)
    return document(
        Element(
            "feed",
            {"xmlns": ATOM, "xml:lang": site.lang},
            [
                Element("title", text=feed.title),
                Element("subtitle", text=site.subtitle),
                Element("id", text=feed.id),
                Element("link", {"rel": "alternate", "href": address(site, feed.page, path)}),
                Element("link", {"rel": "self", "href": address(site, path, path)}),
                Element("updated", text=feed.updated),
                _person(site.author or site.name),
                *([Element("rights", text=site.licence_text)] if site.licence_text else []),
                *entries,
            ],
        )
    )


def _lang(entry: FeedEntry, feed: Feed) -> dict[str, str]:
    return {"xml:lang": entry.lang} if entry.lang and entry.lang != feed.site.lang else {}


def _entry(entry: FeedEntry, feed: Feed, path: str) -> Iterator[Element]:
    site = feed.site
    yield Element("title", text=entry.title)
    yield Element("id", text=lasting_id(site, entry.id))
    yield Element("link", {"rel": "alternate", "href": address(site, entry.page, path)})
    yield Element("updated", text=midnight(entry.updated))
    if entry.issued:
        yield Element("published", text=entry.issued)
    yield from map(_person, entry.authors)
    if entry.summary:
        yield Element("summary", text=entry.summary)
    if entry.text:
        yield Element("content", {"type": "html"}, text=as_html(entry.text))
    for category in entry.categories:
        yield Element("category", _category(category, feed, path))


def _category(category: Category, feed: Feed, path: str) -> dict[str, str]:
    scheme = address(feed.site, category.scheme, path)
    return {"term": category.term, "scheme": scheme, "label": category.label}


def _person(name: str) -> Element:
    return Element("author", children=[Element("name", text=name)])


def as_html(text: str) -> str:
    """Return a plain text as HTML, a paragraph each."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n\n"))
