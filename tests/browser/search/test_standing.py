"""What the search withstands: lost lines, no script, other languages, fast and random typing."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import _serve, build
from tests.browser.search.conftest import OPTIONS, WAIT, results, search

pytestmark = pytest.mark.browser


def test_a_lost_line_is_said_and_recovers(visit):
    page = visit("search/")
    page.route("**/search/w/**", lambda route: route.abort())
    page.locator("#q").fill("elysee")
    again = page.get_by_role("button", name="Try again")
    again.wait_for()
    assert "offline" in page.locator("#search-status").inner_text()
    page.unroute("**/search/w/**")
    again.click()
    page.wait_for_selector(".result")


def test_a_worker_that_does_not_load_is_said_and_recovers(visit):
    page = visit("")
    page.route("**/search/worker.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("elysee")
    failed = page.locator(OPTIONS, has_text="Try again")
    failed.wait_for()
    page.unroute("**/search/worker.js")
    failed.click()
    page.wait_for_selector(".option-story")


def test_a_new_build_is_taken_up(visit):
    page, _ = search(visit, "may")
    gone = {"count": 0}

    def missing_once(route):
        gone["count"] += 1
        route.fulfill(status=404) if gone["count"] == 1 else route.continue_()

    page.route("**/search/w/**", missing_once)
    page.locator("#q").fill("lodz")
    page.keyboard.press("Enter")
    page.locator(".result h2", has_text="Łódź").wait_for()
    assert gone["count"] > 1


def test_another_story_in_the_place_of_a_result_is_not_shown_under_it(visit):
    page = visit("search/")
    asked = {"results": 0, "index": 0}

    def another_at_first(route):
        asked["results"] += 1
        if asked["results"] > 1:
            return route.continue_()
        row = route.fetch().json()
        row[1], row[4], row[8] = "A neighbour", "Another text, élysée or not.", row[8] + 1
        return route.fulfill(json=row)

    page.route("**/search/s/**", another_at_first)
    page.on("request", lambda r: asked.update(index=asked["index"] + r.url.endswith("index.json")))
    page.locator("#q").fill("champs")
    page.keyboard.press("Enter")
    page.locator(".result h2", has_text="Élysée").first.wait_for()
    assert page.locator(".result", has_text="neighbour").count() == 0
    assert asked["index"] > 1


def test_without_script_the_lists_are_there(visit):
    page = visit("search/", java_script_enabled=False)
    for name in ("Timeline", "Quotations", "People"):
        assert page.locator(".search-lists a", has_text=name).count() == 1
    page.locator(".search-lists a", has_text="People").click()
    page.wait_for_url(re.compile("/people/"))


def test_nothing_of_the_search_is_loaded_before_it_is_used(visit):
    page = visit("")
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map((e) => e.name)")
    assert not [name for name in fetched if "/js/search/" in name or "/search/" in name]


def test_what_is_typed_before_the_scripts_are_there_is_kept(visit):
    page = visit("")
    held = []
    page.route("**/search/results.js", lambda route: held.append(route))
    page.goto(page.url + "search/", wait_until="commit")
    page.locator("#q").fill("elysee")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.locator(".result h2", has_text="Élysée keeps its door shut").first.wait_for()
    assert page.locator("#q").input_value() == "elysee"


def test_of_letters_that_come_fast_the_last_is_answered(visit):
    page, _ = search(visit, "may")
    page.evaluate("""() => {
      const input = document.querySelector("#q");
      for (const text of ["m", "ma", "may", "el", "ely", "elys", "elyse", "elysee"]) {
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }""")
    page.wait_for_url(re.compile("q=elysee"))
    expect(page.locator("#search-results[aria-busy]")).to_have_count(0, timeout=WAIT)
    titles = page.locator(".result h2", has_text="Élysée keeps its door shut")
    expect(titles).to_have_count(1, timeout=WAIT)
    page.wait_for_timeout(300)
    expect(titles).to_have_count(1)
    assert "Who may search in May?" not in page.locator(".result h2").all_inner_texts()


def test_names_are_not_fetched_for_a_line_that_is_whole(visit):
    page, _ = search(visit, "elysee")
    fetched = page.evaluate("performance.getEntriesByType('resource').map((e) => e.name)")
    assert not [name for name in fetched if "/search/p/" in name or "/search/t/" in name]


@pytest.fixture(scope="module")
def german(tmp_path_factory):
    output = build(tmp_path_factory.mktemp("deutsch"), 0, DEFAULT_LANG="de")
    yield from _serve(output, tmp_path_factory.mktemp("deutsch-host"))


def test_the_search_speaks_the_language_of_the_site(tab, german):
    page = tab(f"{german}search/?q=the")
    assert results(page).endswith(" Ergebnisse")
    assert "Texte" in page.locator("#search-kinds").inner_text()
    assert "gefunden in: " in page.locator(".why").first.inner_text()
    page.goto(f"{german}search/?q=qqxyz")
    assert results(page) == "Nichts gefunden"
    page.goto(german)
    page.keyboard.press("/")
    page.keyboard.type("the ")
    page.locator(OPTIONS, has_text="Alle Ergebnisse für „the“").wait_for()


def test_random_typing_never_breaks(visit):
    chance = random.Random(5)
    page = visit("search/")
    keys = "abeimstyáßи北😀\"'’-*~^:+.,& 1"
    for _ in range(25):
        page.locator("#q").fill("".join(chance.choice(keys) for _ in range(chance.randrange(14))))
        if chance.random() < 0.2:
            page.locator("#search-advanced").click()
    page.locator("#search-advanced").set_checked(False)
    page.locator("#q").fill("elysee")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    assert "failed" not in page.locator("#search-status").inner_text()
