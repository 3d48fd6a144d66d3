"""Every kind of page in a real browser: clean for axe, at rest, whole at any width."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytestmark = pytest.mark.browser

# One page of each kind that the site has.
KINDS_OF_PAGES = {
    "front": "",
    "stories by date": "stories/",
    "stories by entry": "stories/new-1.html",
    "edition": "editions/2026-W09/",
    "editions": "editions/",
    "a month": "2026/03/",
    "a year": "2026/",
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
    "timeline": "timeline/",
    "timeline of a year": "timeline/2019.html",
    "dates without a year": "timeline/open.html",
    "threads": "threads/",
    "thread": "threads/ferry-2/",
    "names beside each other": "with/",
    "two names beside each other": "with/?a=person:ada-marsh&b=person:ines-kahler",
    "a name and a word": "with/?a=person:ada-marsh&b=lift",
    "a pair": "with/people/ada-marsh/people/tomas-brandt/",
    "quotations": "quotes/",
    "quotations of the unnamed": "quotes/unnamed.html",
    "network": "network/",
    "about": "about/",
    "data": "data/",
    "search": "search/",
    "a page of one's own": "imprint/",
    "not found": "404.html",
}

every_page = pytest.mark.parametrize("path", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES)
DARK_RULES = {"runOnly": ["color-contrast", "link-in-text-block"]}

# Cumulative layout shift that no reader sees, a tenth of what Web Vitals calls good: how quickly a
# machine paints may make a trace of it.
STILL = 0.01


@every_page
def test_a_page_is_clean_in_both_themes_and_whole_at_any_width(visit, path):
    page = visit(path, color_scheme="light")
    page.wait_for_load_state("networkidle")
    assert _moved(page) <= STILL
    _check_outline(page)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    _settle(page)
    assert violations(page, DARK_RULES) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def _settle(page):
    """Wait until colours have changed: a contrast measured on the way is nobody's."""
    page.evaluate(
        "new Promise(requestAnimationFrame).then(() =>"
        " Promise.allSettled(document.getAnimations().map(each => each.finished)))"
    )


def _moved(page):
    """The cumulative layout shift since the page was asked for."""
    return page.evaluate(
        "new Promise(done => { let moved = 0; const seen = new PerformanceObserver(list => {"
        "for (const shift of list.getEntries()) moved += shift.value });"
        "seen.observe({type: 'layout-shift', buffered: true});"
        "requestAnimationFrame(() => requestAnimationFrame(() => done(moved))) })"
    )


def violations(page, options=None):
    from axe_playwright_python.sync_playwright import Axe

    # Told of violations only, axe leaves out its reports on all that is well.
    only = {"resultTypes": ["violations"]}
    found = Axe().run(page, options=only | (options or {})).response["violations"]
    return [(v["id"], [node["html"] for node in v["nodes"]][:3]) for v in found]


def _check_outline(page):
    """One first heading, none left out on the way down, one main landmark, a language."""
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.locator("main").count() == 1
    assert page.locator("html[lang=en]").count() == 1


@pytest.mark.parametrize("path", ["", "people/", "timeline/", "quotes/", "network/", "search/"])
def test_an_empty_digest_is_clean_too(browser, empty_address, path):
    page = browser.new_page()
    page.goto(empty_address + path)
    assert violations(page) == []
    assert page.locator("h1").count() == 1
    page.close()


def test_the_network_can_be_read_and_tapped_on_a_phone(visit):
    page = visit("network/")
    page.set_viewport_size({"width": 360, "height": 700})
    label = page.locator(".arcs text").first
    assert label.evaluate("e => e.getBoundingClientRect().height") >= 12
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
