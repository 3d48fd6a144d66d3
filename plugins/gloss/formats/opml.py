"""A list of feeds, to subscribe to them all (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gloss.formats.xml import Element, document
from gloss.site import Site


def opml(groups: Mapping[str, Sequence[tuple[str, str]]], site: Site) -> bytes:
    """Return feeds, each a title and an address from the root, under the names of their groups."""
    outlines: list[Element] = []
    for group, feeds in groups.items():
        if not feeds:
            continue
        listed = [_feed(title, f"{site.url}/{path}") for title, path in feeds]
        outlines += [Element("outline", {"text": group}, listed)] if group else listed
    head = Element("head", children=[Element("title", text=site.name)])
    body = Element("body", children=outlines)
    return document(Element("opml", {"version": "2.0"}, [head, body]))


def _feed(title: str, url: str) -> Element:
    return Element("outline", {"type": "rss", "text": title, "title": title, "xmlUrl": url})
