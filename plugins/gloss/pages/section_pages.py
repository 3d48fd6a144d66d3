"""A page of each section, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from gloss.digest.sections import sections_of
from gloss.formats.feeds import section_has_feed
from gloss.pages.context import Context
from gloss.pages.page import Page
from gloss.pages.story_lists import list_pages_of
from gloss.urls import section_url


def section_pages(context: Context) -> Iterator[Page]:
    """Return the pages of sections; where no story has one, there are none."""
    sections = sections_of(context.digest)
    for section in sections:
        url = section_url(section.slug)
        head = {
            "order": "section",
            "section": section.name,
            "feed": f"{url}stories.atom.xml" if section_has_feed(section) else "",
        }
        yield from list_pages_of(section.stories, url, f"{url}page-{{}}.html", head, context)
    if sections:
        rows = tuple((s.name, section_url(s.slug), len(s.stories)) for s in sections)
        yield Page("sections/index.html", "sections.html", {"sections": rows})
