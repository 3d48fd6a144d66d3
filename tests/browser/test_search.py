"""The search as a reader meets it: by keyboard, by links, with filters, offline, without script."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from datetime import datetime
from urllib.parse import quote_plus

import pytest
from gloss.article import Head, write_article
from playwright.sync_api import expect

from bench.stories import articles
from tests.browser.conftest import ROOT, _serve, build
from tests.search.stories import own_articles

pytestmark = pytest.mark.browser

WAIT = 15_000
OPTIONS = '[role="option"]'


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A digest of stories with odd names, served from a subfolder."""
    folder = tmp_path_factory.mktemp("search-site")
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    for article in own_articles():
        title = article.title or "Untitled"
        head = Head(title, article.slug, article.date, summary=article.story.text[:90])
        text = write_article(article.story, article.annotations, head)
        (stories / f"{article.slug}.md").write_text(text, encoding="utf-8")
    for name, text in articles(30):
        (stories / name).write_text(text, encoding="utf-8")
    theme = f"\nTHEME = {str(ROOT / 'theme')!r}\n"
    conf = (ROOT / "pelicanconf.py").read_text(encoding="utf-8") + theme
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "conf.py", "--fatal", "errors"]
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    yield from _serve(folder / "output", tmp_path_factory.mktemp("search-host"))


@pytest.fixture
def visit(browser, address):
    """Open an address; in the end nothing may have been thrown, or asked of another host."""
    contexts, problems = [], []

    def open_page(path, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(address.rsplit("/", 2)[0])
                else problems.append(request.url)
            ),
        )
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def results(page):
    status = page.locator("#search-status")
    expect(status).not_to_have_text("", timeout=WAIT)
    expect(page.locator("#search-results[aria-busy]")).to_have_count(0, timeout=WAIT)
    return status.inner_text()


def search(visit, query, more=""):
    page = visit(f"search/?q={quote_plus(query)}{more}")
    return page, results(page)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Élysée", "Élysée keeps its door shut"),
        ("elysee", "Élysée keeps its door shut"),
        ("O'Brien", "Élysée keeps its door shut"),
        ("O’Brien's", "Élysée keeps its door shut"),
        ("U.S.", "Élysée keeps its door shut"),
        ("AT&T", "Élysée keeps its door shut"),
        ("3.5bn", "Élysée keeps its door shut"),
        ("may", "Who may search in May?"),
        ("who us", "Who may search in May?"),
        ("try lay plan", "Who may search in May?"),
        ("Готово", "Łódź, 北京 and Київ"),
        ("lodz", "Łódź, 北京 and Київ"),
        ("北京", "Łódź, 北京 and Київ"),
        ("constructor", "<script>alert('headline')</script> & other tricks"),
    ],
)
def test_words_that_others_lose(visit, query, title):
    page, _ = search(visit, query)
    assert title in page.locator(".result h2").all_inner_texts()


def test_the_box_by_keyboard(visit):
    page = visit("")
    box = page.get_by_role("searchbox").or_(page.get_by_role("combobox"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("zoe")
    combobox = page.get_by_role("combobox")
    page.wait_for_selector(OPTIONS)
    assert combobox.get_attribute("aria-expanded") == "true"
    assert combobox.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute(
        "id"
    )
    assert page.locator(OPTIONS).first.inner_text().startswith("Zoë O’Brien")
    expect(page.locator(".search-box .search-status")).not_to_have_text("", timeout=WAIT)
    page.keyboard.press("ArrowDown")
    active = combobox.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert combobox.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert combobox.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "zoe"
    page.keyboard.type("̈")
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/people/zoe-o-brien/"))


def test_enter_leads_to_the_results_page(visit):
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type("elysee")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=elysee$"))
    assert results(page) != "Nothing found"


def test_what_is_typed_goes_into_the_address_and_back_again(visit):
    page, _ = search(visit, "may")
    before = page.locator("#search-status").inner_text()
    page.locator("#q").fill("elysee")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=elysee"))
    page.locator("#search-kinds button", has_text="Stories").click()
    page.wait_for_url(re.compile("kind=story"))
    page.go_back()
    page.wait_for_url(re.compile(r"q=elysee$"))
    page.go_back()
    page.wait_for_url(re.compile(r"q=may$"))
    expect(page.locator("#search-status")).to_have_text(before, timeout=WAIT)
    assert page.locator("#q").input_value() == "may"


def test_filters_have_counts_and_hold_together(visit):
    page, says = search(visit, "", "&person=person%3Azoe-o-brien")
    assert says == "2 results"
    assert "2017" in page.locator("#search-values").inner_text()
    page.locator("#search-kinds button", has_text="Quotations").click()
    expect(page.locator("#search-status")).to_have_text("1 result", timeout=WAIT)
    assert "We shall not speak before May" in page.locator(".result").inner_text()
    page.locator("#search-values button", has_text="2017").first.click()
    page.wait_for_url(re.compile("year=2017"))
    assert results(page) == "1 result"


def test_filters_work_without_words(visit):
    page = visit("search/")
    page.locator("#search-facets summary").click()
    value = page.locator(".facet", has_text="People named").locator("button").first
    count = value.locator(".count").inner_text()
    assert page.locator("#search-kinds button", has_text="Stories").is_visible()
    assert page.locator(".result").count() == 0
    value.click()
    page.wait_for_url(re.compile("person=person%3A"))
    assert results(page) == f"{count} results"


def test_filters_opened_again_are_those_of_the_new_line(visit):
    page, _ = search(visit, "elysee")
    summary = page.locator("#search-facets summary")
    summary.click()
    page.locator("#search-values button", has_text="Zoë O’Brien").first.wait_for()
    summary.click()
    page.locator("#q").fill("lodz")
    page.keyboard.press("Enter")
    page.locator(".result h2", has_text="Łódź").wait_for()
    summary.click()
    page.locator("#search-values button", has_text="Київ").first.wait_for()
    assert page.locator("#search-values button", has_text="Zoë O’Brien").count() == 0


def test_nothing_found_offers_no_kinds(visit):
    page, says = search(visit, "zzqqxx")
    assert says == "Nothing found"
    assert page.locator("#search-kinds button").count() == 0
    page, says = search(visit, "zzqqxx", "&kind=story")
    assert page.locator("#search-kinds button").all_inner_texts() == ["All 0", "Stories 0"]


def test_a_phrase_is_counted_as_far_as_it_was_looked_for(visit):
    page, says = search(visit, '"on the"')
    assert says == "5 results so far; “Show more” looks further."
    assert page.locator("#search-kinds .count").count() == 0
    page, says = search(visit, '"said nothing"')
    assert (says, page.locator(".result").count()) == ("1 result", 1)


def test_a_result_is_the_very_quotation_with_its_words_marked(visit):
    page, _ = search(visit, "speak before", "&kind=quotation")
    link = page.locator(".result h2 a")
    assert page.locator(".result mark").all_inner_texts() == ["speak", "before"]
    assert "quotation" in page.locator(".why").inner_text()
    link.click()
    page.wait_for_selector(".search-marks")
    assert "#q-" in page.url
    assert page.locator("main mark.found").count() >= 2
    page.locator(".search-marks button").click()
    assert page.locator("main mark.found").count() == 0
    assert "mark=" not in page.url


def test_phrases_are_looked_for_word_by_word(visit):
    _, says = search(visit, '"said nothing on Monday"')
    assert says == "1 result"
    page, says = search(visit, '"nothing said on Monday"')
    assert says == "Nothing found"
    assert page.locator(".result").count() == 0


def test_a_word_that_must_not_stand_there(visit):
    page, _ = search(visit, "may -elysee", "&kind=story")
    titles = page.locator(".result h2").all_inner_texts()
    assert "Who may search in May?" in titles
    assert "Élysée keeps its door shut" not in titles


def test_all_words_unless_any_is_enough(visit):
    page, says = search(visit, "elysee lodz")
    assert says == "Nothing found"
    page.get_by_role("button", name="Search for any of the words instead").click()
    page.wait_for_selector(".result")
    assert "any=1" in page.url
    assert {"Élysée keeps its door shut", "Łódź, 北京 and Київ"} <= set(
        page.locator(".result h2").all_inner_texts()
    )


def test_a_typing_error_is_put_right(visit):
    page, says = search(visit, "elisee")
    assert says == "Nothing found"
    page.get_by_role("link", name="elysee").click()
    page.wait_for_selector(".result")
    assert "q=elysee" in page.url


@pytest.mark.parametrize(
    "line", ["plan:", "title:", "nofield:may", "-", "~", "+", "^", "may^", "*", '"']
)
def test_a_malformed_line_is_answered_with_a_hint(visit, line):
    page = visit(f"search/?advanced=1&q={quote_plus(line)}")
    assert "failed" not in results(page)


def test_lunrs_own_syntax(visit):
    page, _ = search(visit, "+title:elysee -zzz dor~1 noth*", "&advanced=1")
    assert page.locator(".result h2").all_inner_texts()[0] == "Élysée keeps its door shut"


def test_newest_first(visit):
    page, _ = search(visit, "the", "&kind=story&sort=date")
    days = [
        datetime.strptime(re.search(r"\w+ \d+, \d{4}", text).group(), "%B %d, %Y")
        for text in page.locator(".result-meta").all_inner_texts()
    ]
    assert len(days) >= 5
    assert days == sorted(days, reverse=True)


def test_hostile_text_stays_text(visit):
    page, _ = search(visit, "alert headline")
    assert (
        "<script>alert('headline')</script> & other tricks"
        in page.locator(".result h2").all_inner_texts()
    )
    assert page.locator(".results script").count() == 0


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


def test_the_search_speaks_the_language_of_the_site(browser, german):
    page = browser.new_page()
    page.goto(f"{german}search/?q=the")
    assert results(page).endswith(" Ergebnisse")
    assert "Texte" in page.locator("#search-kinds").inner_text()
    assert "gefunden: the (" in page.locator(".why").first.inner_text()
    page.goto(f"{german}search/?q=qqxyz")
    assert results(page) == "Nichts gefunden"
    page.goto(german)
    page.keyboard.press("/")
    page.keyboard.type("the ")
    page.locator(OPTIONS, has_text="Alle Ergebnisse für „the“").wait_for()
    page.close()


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
