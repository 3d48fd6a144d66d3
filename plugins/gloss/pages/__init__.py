"""From the digest to pages: what each page shows, as plain data that a template prints.

    plan(digest, site)  -> every page of the site, in a fixed order

Nothing here knows Pelican, and nothing here makes HTML: that is the theme's.
"""

from __future__ import annotations

from collections.abc import Iterator

from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.pages.fixed_pages import fixed_pages, network_page, redirect_pages
from gloss.pages.front_pages import front_pages
from gloss.pages.links import Links
from gloss.pages.list_pages import list_pages
from gloss.pages.name_pages import name_pages
from gloss.pages.page import Page
from gloss.pages.quotation_pages import Quoting, quote_pages
from gloss.pages.story_pages import story_pages
from gloss.pages.timeline_pages import timeline_pages
from gloss.site import Site

__all__ = ["Page", "plan"]


def plan(digest: Digest, site: Site, marks: Marks | None = None) -> Iterator[Page]:
    """Return every page of the site, one at a time; ``marks`` are the digest's, if made already."""
    links = Links(digest, site.lang, marks)
    quoting = Quoting(digest, links, site)
    yield from front_pages(digest, links, site, quoting)
    yield from story_pages(digest, links, site)
    yield from name_pages(digest, links, site, quoting)
    yield from list_pages(digest, links)
    yield from timeline_pages(digest, links)
    yield from quote_pages(digest, links, quoting)
    yield network_page(digest, links)
    yield from fixed_pages(digest, site)
    yield from redirect_pages(digest)
