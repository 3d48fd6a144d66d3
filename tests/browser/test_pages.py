"""Stories, their lists and the pages of names in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.cleanliness import check_page

pytestmark = pytest.mark.browser

# One page of each kind; tests/browser/test_whole_pages.py has the others, for another worker.
KINDS_OF_PAGES = {
    "front": "",
    "stories by date": "stories/",
    "stories by entry": "stories/new-1.html",
    "edition": "editions/2026-W09/",
    "editions": "editions/",
    "a month": "2026/03/",
    "a section": "sections/weather/",
    "sections": "sections/",
    "story": "stories/after-the-flood/",
    "hostile story": "stories/hostile/",
    "hidden story": "stories/hidden-away/",
    "retracted story": "stories/withdrawn/",
    "corrections": "corrections/",
    "list of names": "people/",
    "empty list": "works/",
    "person": "people/ada-marsh/",
    "place": "places/sel/",
    "topic without a story": "topics/neap-tide/",
    "a name's quotations": "people/ada-marsh/quotes.html",
    "a name's timeline": "people/tomas-brandt/timeline.html",
}


@pytest.mark.parametrize("path", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES)
def test_a_page_is_clean_in_both_themes_and_whole_at_any_width(visit, path):
    check_page(visit, path)
