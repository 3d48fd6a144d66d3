"""What a reader finds: by keyboard, by links, with filters, phrases and slips of the hand."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from tests.browser.search.conftest import OPTIONS, WAIT, results, search

pytestmark = pytest.mark.browser


def test_words_that_others_lose(visit, address):
    titles = {
        "Élysée": "Élysée keeps its door shut",
        "may": "Who may search in May?",
        "elysee": "Élysée keeps its door shut",
        "who us": "Who may search in May?",
        "O'Brien": "Élysée keeps its door shut",
        "Готово": "Łódź, 北京 and Київ",
        "O’Brien's": "Élysée keeps its door shut",
        "lodz": "Łódź, 北京 and Київ",
        "U.S.": "Élysée keeps its door shut",
        "try lay plan": "Who may search in May?",
        "AT&T": "Élysée keeps its door shut",
        "北京": "Łódź, 北京 and Київ",
        "3.5bn": "Élysée keeps its door shut",
        "constructor": "<script>alert('headline')</script> & other tricks",
    }
    page = visit("search/")
    for query, title in titles.items():
        page.goto(f"{address}search/?q={quote_plus(query)}")
        assert results(page) != "Nothing found"
        assert title in page.locator(".result h2").all_inner_texts(), query


def test_a_name_says_in_small_letters_where_the_word_was_found(visit):
    page, _ = search(visit, "zoë", "&kind=name")
    assert page.locator(".why").first.inner_text() == "found in name"


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
    assert says == "3 results"
    page.locator("#search-facets summary").click()
    expect(page.locator("#search-values")).to_contain_text("2017", timeout=WAIT)
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


def test_what_is_reported_is_found_apart_from_what_is_quoted(visit):
    page, _ = search(visit, "left noon", "&kind=statement")
    assert page.locator(".result-kind").all_inner_texts() == ["Reported"]
    assert page.locator(".result mark").all_inner_texts() == ["left", "noon"]
    assert page.locator(".result h2").inner_text() == "Zoë O’Brien"
    page, _ = search(visit, "left noon", "&kind=quotation")
    assert "Reported" not in page.locator(".result-kind").all_inner_texts()


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


def test_a_phrase_that_must_not_stand_there(visit):
    page, _ = search(visit, 'may -"try to lay"')
    expect(page.locator(".result").first).to_be_visible()
    texts = page.locator(".result h2").all_inner_texts()
    assert "Who may search in May?" not in texts
    assert "Zoë O’Brien" in texts
    page, _ = search(visit, 'may -"lay to try"')
    assert "Who may search in May?" in page.locator(".result h2").all_inner_texts()


def test_a_word_in_quotation_marks_is_wanted_in_no_other_form(visit):
    page, _ = search(visit, "letter")
    assert "Élysée keeps its door shut" in page.locator(".result h2").all_inner_texts()
    page, _ = search(visit, '"letter"')
    assert "Élysée keeps its door shut" not in page.locator(".result h2").all_inner_texts()


def test_a_date_is_found_in_figures_and_in_words(visit):
    for query in ("2017-03-12", "12 March 2017"):
        page, _ = search(visit, query, "&kind=event")
        assert page.locator(".result h2").first.inner_text() == "March 12, 2017"


def test_all_words_unless_any_is_enough(visit):
    page, _ = search(visit, "elysee lodz")
    assert "Nothing holds all of these words" in page.locator("#search-hint").inner_text()
    both = {"Élysée keeps its door shut", "Łódź, 北京 and Київ"}
    assert both <= set(page.locator(".result h2").all_inner_texts())
    page, _ = search(visit, "elysee lodz", "&any=1")
    assert page.locator("#search-hint").inner_text() == ""
    assert both <= set(page.locator(".result h2").all_inner_texts())


def test_a_question_is_answered_by_what_holds_most_of_its_words(visit):
    page, _ = search(visit, "who said that the elysee told zeppelins nothing on monday")
    assert "hold most of them" in page.locator("#search-hint").inner_text()
    assert page.locator(".result h2").first.inner_text() == "Élysée keeps its door shut"


def test_a_typing_error_is_put_right_and_can_be_taken_back(visit):
    page, says = search(visit, "elisee")
    assert says != "Nothing found"
    assert "Results for elysee." in page.locator("#search-hint").inner_text()
    page.get_by_role("link", name="Search for “elisee” as it was typed").click()
    page.wait_for_url(re.compile("verbatim=1"))
    expect(page.locator("#search-status")).to_have_text("Nothing found", timeout=WAIT)


def test_no_typing_error_is_put_right_where_that_finds_less(visit):
    page, _ = search(visit, "elisee zeppelins reporters")
    assert "Results for" not in page.locator("#search-hint").inner_text()


def test_a_day_finds_the_stories_published_on_it(visit):
    for query in ("13 march 2017", "2017-03-13", "march 2017"):
        page, _ = search(visit, query, "&kind=story")
        texts = page.locator(".result-meta").all_inner_texts()
        assert texts, query
        assert all("March 13, 2017" in text for text in texts), query


def test_a_word_in_one_place_only(visit):
    page, _ = search(visit, "by:zoe may")
    kinds = page.locator(".result-kind").all_inner_texts()
    assert kinds
    assert set(kinds) == {"Quotation"}
    page, says = search(visit, 'by:zoe source:"daily test"')
    assert says == "2 results"
    assert set(page.locator(".result-kind").all_inner_texts()) == {"Quotation", "Reported"}
    page, _ = search(visit, "title:elysee", "&kind=story")
    assert page.locator(".result h2").all_inner_texts() == ["Élysée keeps its door shut"]
    page, says = search(visit, "title:reporters")
    assert says == "Nothing found"


def test_filters_that_are_on_are_chips_that_can_be_taken_off(visit):
    page, _ = search(visit, "", "&person=person%3Azoe-o-brien&year=2017")
    chips = page.locator("#search-chips button")
    expect(chips.first).to_have_text("Person: Zoë O’Brien ×", timeout=WAIT)
    assert chips.all_inner_texts() == [
        "Person: Zoë O’Brien ×",
        "Year: 2017 ×",
        "remove all filters",
    ]
    chips.nth(1).click()
    page.wait_for_url(re.compile(r"person%3Azoe-o-brien$"))
    chips.first.click()
    page.wait_for_url(re.compile(r"search/$"))
    expect(chips).to_have_count(0)


def test_nothing_moves_when_results_come(visit, address):
    page = visit("search/")
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const e of list.getEntries())"
        " if (!e.hadRecentInput) window.moved += e.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for query in ("q=may", "q=elysee+lodz", "q=elisee", "person=person%3Azoe-o-brien"):
        page.goto(f"{address}search/?{query}")
        page.wait_for_selector(".result")
        page.wait_for_timeout(300)  # late shifts, if any
        assert page.evaluate("window.moved") <= 0.02, query


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
