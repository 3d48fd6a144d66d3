"""What every page is in a browser: clean for axe in both themes, at rest, whole at any width."""

from __future__ import annotations

from itertools import pairwise

DARK_RULES = {"runOnly": ["color-contrast", "link-in-text-block"]}

# Cumulative layout shift that no reader sees, a tenth of what Web Vitals calls good: how quickly a
# machine paints may make a trace of it.
STILL = 0.01


def check_page(visit, path):
    """A page is clean for axe in both themes, at rest, and whole at any width."""
    page = visit(path)
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
