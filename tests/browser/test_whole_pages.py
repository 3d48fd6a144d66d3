"""Pages of the whole digest in a real browser, an empty digest's, and the network on a phone."""

from __future__ import annotations

import pytest

from tests.browser.cleanliness import check_page, violations

pytestmark = pytest.mark.browser

# One page of each kind; tests/browser/test_pages.py has the others.
KINDS_OF_PAGES = {
    "timeline": "timeline/",
    "dates without a year": "timeline/open.html",
    "threads": "threads/",
    "thread": "threads/ferry-2/",
    "names beside each other": "with/",
    "two names beside each other": "with/?a=person:ada-marsh&b=person:ines-kahler",
    "a pair": "with/people/ada-marsh/people/tomas-brandt/",
    "quotations": "quotes/",
    "network": "network/",
    "about": "about/",
    "data": "data/",
    "search": "search/",
    "a page of one's own": "imprint/",
    "not found": "404.html",
}


@pytest.mark.parametrize("path", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES)
def test_a_page_is_clean_in_both_themes_and_whole_at_any_width(visit, path):
    check_page(visit, path)


@pytest.mark.parametrize("path", ["", "people/", "timeline/", "quotes/", "network/", "search/"])
def test_an_empty_digest_is_clean_too(tab, empty_address, path):
    page = tab(empty_address + path)
    assert violations(page) == []
    assert page.locator("h1").count() == 1


def test_the_network_can_be_read_and_tapped_on_a_phone(visit):
    page = visit("network/")
    page.set_viewport_size({"width": 360, "height": 700})
    label = page.locator(".arcs text").first
    assert label.evaluate("e => e.getBoundingClientRect().height") >= 12
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
