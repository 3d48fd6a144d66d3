"""From the digest to pages: what each page shows, as plain data that a template prints.

    plan(digest, site)  -> every page of the site, in a fixed order

Nothing here knows Pelican, and nothing here makes HTML: that is the theme's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.pages.archive_pages import archive_pages
from gloss.pages.context import Context, Load, make_context, nothing_kept
from gloss.pages.correction_pages import correction_pages
from gloss.pages.edition_pages import edition_pages
from gloss.pages.fixed_pages import fixed_pages, network_pages, redirect_pages
from gloss.pages.front_pages import front_pages
from gloss.pages.list_pages import list_pages
from gloss.pages.name_pages import name_pages
from gloss.pages.page import Page
from gloss.pages.pair_pages import pair_pages
from gloss.pages.quotation_pages import quotation_pages
from gloss.pages.section_pages import section_pages
from gloss.pages.story_lists import story_lists
from gloss.pages.story_pages import story_pages
from gloss.pages.thread_pages import thread_pages
from gloss.pages.timeline_pages import timeline_pages
from gloss.site import Site

__all__ = ["Page", "plan"]

# In the order in which they are planned.
PAGES: tuple[Callable[[Context], Iterator[Page]], ...] = (
    front_pages,
    story_lists,
    edition_pages,
    archive_pages,
    section_pages,
    story_pages,
    correction_pages,
    thread_pages,
    name_pages,
    pair_pages,
    list_pages,
    timeline_pages,
    quotation_pages,
    network_pages,
    fixed_pages,
    redirect_pages,
)


def plan(
    digest: Digest, site: Site, marks: Marks | None = None, load: Load = nothing_kept
) -> Iterator[Page]:
    """Return every page of the site, one at a time.

    marks: the digest's, if made already. load: gives one part of what is kept of a story's article,
    by its slug; called when a page that shows it is made.
    """
    context = make_context(digest, site, marks, load)
    for pages in PAGES:
        yield from pages(context)
