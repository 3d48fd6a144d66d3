"""A reader keeps their place: the focus where it was, and the way back to where they were."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.search.conftest import WAIT, results, search

pytestmark = pytest.mark.browser
FOCUS = "document.activeElement.dataset.value"


def test_a_filter_chosen_by_keyboard_keeps_the_focus(visit):
    page, _ = search(visit, "the")
    kind = page.locator('#search-kinds button[data-value="quotation"]')
    kind.focus()
    page.keyboard.press("Enter")
    expect(page.locator('#search-kinds [aria-pressed="true"]')).to_contain_text("Quotations")
    results(page)
    assert page.evaluate(FOCUS) == "quotation"


def test_a_value_chosen_by_keyboard_keeps_the_focus(visit):
    page, _ = search(visit, "the")
    page.locator("#search-facets summary").click()
    value = page.locator("#search-values button[data-value]").first
    value.wait_for()
    chosen = value.get_attribute("data-value")
    for pressed in ("true", "false"):
        page.locator(f'#search-values button[data-value="{chosen}"]').focus()
        page.keyboard.press("Enter")
        again = page.locator(f'#search-values button[data-value="{chosen}"]')
        expect(again).to_have_attribute("aria-pressed", pressed, timeout=WAIT)
        results(page)
        assert page.evaluate(FOCUS) == chosen


def test_back_leads_to_where_one_was(visit):
    page, _ = search(visit, "the", "&kind=story")
    page.locator("#search-results .more").scroll_into_view_if_needed()
    expect(page.locator(".result").nth(12)).to_be_attached(timeout=WAIT)
    count = page.locator(".result").count()
    link = page.locator(".result h2 a").nth(11)
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_url("**/stories/**")
    page.go_back()
    expect(page.locator(".result").nth(count - 1)).to_be_attached(timeout=WAIT)
    page.wait_for_timeout(300)  # the page's policy lets no condition be waited for
    assert page.evaluate("scrollY") > 300
