"""What a reader does: with the keyboard, without script, with marks off, with cards, on paper."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.cleanliness import violations

pytestmark = pytest.mark.browser

STORY = "stories/after-the-flood/"
FIRST_NAME = ".story-text a.name"


def _decoration(page, selector=FIRST_NAME):
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).textDecorationLine")


def test_a_tour_by_keyboard(visit):
    page = visit("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").evaluate("e => e.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator("main a[href*='stories/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/stories/"))
    page.locator(".story-text a.person").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/people/"))
    page.locator("#said ~ ul .headline").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/stories/.+#q-"))
    assert page.evaluate("document.querySelector(':target') !== null")


def test_a_tour_without_script(visit):
    page = visit("", java_script_enabled=False)
    page.locator(".stories .headline").first.click()
    expect(page.locator(".reading-button")).to_be_hidden()
    page.locator(".story-text a.person").first.click()
    assert page.locator("h1").inner_text()
    page.locator("#said ~ ul .headline").first.click()
    assert "#q-" in page.url
    page.locator("nav >> text=Timeline").first.click()
    page.locator(".parts a").first.click()
    expect(page.locator(".timeline .entry").first).to_be_visible()
    page.locator("nav >> text=Quotations").first.click()
    expect(page.locator(".quotations .said").first).to_be_visible()


def test_notes_unfold_under_the_paragraph_on_a_phone_without_script(visit):
    page = visit(STORY, java_script_enabled=False, viewport={"width": 390, "height": 800})
    note = page.locator(".gloss").first
    assert not note.is_visible()
    lines = "(label, range) => (range.selectNodeContents(label), range.getClientRects().length)"
    label = page.locator(".glosses summary").first
    assert label.evaluate(f"label => ({lines})(label, document.createRange())") == 1
    label.click()
    assert note.is_visible()
    assert note.bounding_box()["y"] > page.locator("#p1").bounding_box()["y"]


def test_notes_stand_beside_their_lines_on_a_wide_screen(visit):
    page = visit(STORY, viewport={"width": 1440, "height": 900})
    paragraph = page.locator("#p1").bounding_box()
    notes = page.locator(".glosses").first.bounding_box()
    assert notes["x"] > paragraph["x"] + paragraph["width"]
    assert abs(notes["y"] - paragraph["y"]) < 20
    boxes = [box.bounding_box() for box in page.locator(".glosses").all()]
    assert all(a["y"] + a["height"] <= b["y"] + 1 for a, b in pairwise(boxes))


def test_marks_go_off_and_on_by_one_key_and_stay_so(visit):
    page = visit(STORY)
    assert _decoration(page) == "underline"
    page.keyboard.press("m")
    assert _decoration(page) == "none"
    assert not page.locator(".gloss").first.is_visible()
    page.reload()
    assert _decoration(page) == "none"
    page.keyboard.press("m")
    assert _decoration(page) == "underline"


def test_the_key_is_left_alone_while_typing_and_can_be_given_up(visit):
    page = visit(STORY)
    page.locator("#q").focus()
    page.keyboard.press("m")
    assert _decoration(page) == "underline"
    page.locator(".reading-button").click()
    page.locator("#reading [name=key]").uncheck()
    page.keyboard.press("Escape")
    page.locator("h1").click(position={"x": 4, "y": 4})
    page.keyboard.press("m")
    assert _decoration(page) == "underline"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def _beside(page, selector):
    return page.locator(selector).evaluate("e => getComputedStyle(e, '::before').content")


def test_who_says_so_stands_beside_each_statement_if_one_wants_it_and_stays_so(visit):
    page = visit(STORY)
    report, unnamed = ".report[data-says='Tomas Brandt']", ".report[data-says='“engineers”']"
    ink = page.locator(report).evaluate("e => getComputedStyle(e).color")
    assert _beside(page, report) == "none"
    assert not page.locator(".legend").is_visible()
    page.locator("[name=says]").check()
    assert _beside(page, report) == '"Tomas Brandt"'
    assert _beside(page, unnamed) == '"“engineers”"'
    assert page.locator(report).evaluate("e => getComputedStyle(e).color") != ink
    page.reload()
    assert page.locator("[name=says]").is_checked()
    assert _beside(page, ".callout") == '"Tomas Brandt"'
    assert violations(page) == []
    page.locator("[name=says]").uncheck()
    assert _beside(page, report) == "none"


def test_without_script_the_sources_of_a_story_are_a_list(visit):
    page = visit(STORY, java_script_enabled=False)
    assert not page.locator("[name=says]").is_visible()
    page.locator(".sourced a").click()
    page.locator("#sources summary").click()
    said = page.locator("#sources li", has_text="engineers")
    assert said.locator("a").inner_text() == "It would then hold"
    said.locator("a").click()
    assert page.url.endswith(page.locator(".report[data-says='“engineers”']").get_attribute("id"))


def test_marks_go_off_by_kind(visit):
    page = visit(STORY)
    page.locator(".reading-button").click()
    page.locator("#reading [value=person]").uncheck()
    assert _decoration(page, ".story-text a.person") == "none"
    assert _decoration(page, ".story-text a.place") == "underline"
    assert not page.locator(".gloss:has(> .person)").first.is_visible()


def test_the_theme_is_chosen_and_kept(visit):
    page = visit(STORY)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".reading-button").click()
    page.locator("#reading [value=dark]").check()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(page.url.replace(STORY, "about/"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_card_opens_on_hover_may_be_hovered_and_goes_on_escape(visit):
    page = visit(STORY)
    name = page.locator(".story-text a.person").first
    name.hover()
    card = page.locator("#card")
    card.wait_for(state="visible")
    assert "harbour master of Sel" in card.inner_text()
    card.hover()
    page.wait_for_timeout(400)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_card_opens_on_focus_and_never_takes_it(visit):
    page = visit(STORY)
    page.locator("#p1 a").first.focus()
    page.keyboard.press("Tab")
    page.locator("#card").wait_for(state="visible")
    assert page.evaluate("document.activeElement.matches('.story-text a')")
    page.locator("h1").click()
    assert not page.locator("#card").is_visible()


def test_a_tap_shows_the_card_and_a_second_one_leads_on(visit):
    page = visit(STORY, has_touch=True, viewport={"width": 390, "height": 800})
    name = page.locator(".story-text a.person").first
    name.tap()
    page.locator("#card").wait_for(state="visible")
    assert STORY in page.url
    name.tap()
    page.wait_for_url(re.compile("/people/ada-marsh/"))


def test_a_date_tells_how_it_was_understood(visit):
    page = visit(STORY)
    page.locator(".story-text .date", has_text="3rd of May").hover()
    card = page.locator("#card")
    card.wait_for(state="visible")
    assert "year not stated" in card.inner_text()


def test_permalinks_and_citations_are_copied(visit):
    page = visit(STORY, permissions=["clipboard-read", "clipboard-write"])
    callout = page.locator(".callout")
    callout.hover()
    callout.locator(".copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    anchor = callout.get_attribute("id")
    assert copied.startswith(f"{page.url}#{anchor}:~:text=")
    assert page.locator("[role=status]").last.inner_text() == "Copied"
    beside_a_date = page.locator(".entry .copy").first
    before = "button => getComputedStyle(button, '::before').content"
    assert beside_a_date.evaluate(before) == "none", "no dot inside the button"
    page.locator(".cite summary").click()
    page.locator(".cite .copy").nth(1).click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@article{after-the-flood")


def test_a_copy_button_hides_no_date(visit):
    page = visit("quotes/")
    source = page.locator(".source", has=page.locator("time")).first
    source.hover()
    date, button = (source.locator(part).first.bounding_box() for part in ("time", ".copy"))
    assert date
    assert button
    assert date["x"] + date["width"] <= button["x"] or date["y"] + date["height"] <= button["y"]


def test_a_quotation_is_copied_with_its_speaker_and_its_place(visit):
    page = visit("quotes/", permissions=["clipboard-read", "clipboard-write"])
    said = page.locator(".said", has=page.locator("figcaption > .name")).first
    said.hover()
    said.get_by_role("button", name="Cite").click()
    expect(page.locator("[role=status]").last).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"({said.locator('figcaption > .name').inner_text()}). “" in copied
    assert copied.endswith(said.locator("a.headline").evaluate("link => link.href"))


def test_the_search_finds_what_a_story_says(visit):
    page = visit("")
    page.locator("#q").fill("spring tide")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search/"))
    page.locator("#search-results a", has_text="After the flood").first.wait_for()


def test_on_paper_the_notes_stand_in_the_margin(visit):
    page = visit(STORY)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})
    paragraph = page.locator("#p1").bounding_box()
    notes = page.locator(".glosses").first.bounding_box()
    assert notes["x"] >= paragraph["x"] + paragraph["width"]
    assert page.locator(".gloss").first.is_visible()
    assert not page.locator(".search-box").is_visible()
    assert len(page.pdf(format="A4")) > 10_000


def test_text_twice_as_large_loses_nothing(visit):
    page = visit(STORY, viewport={"width": 640, "height": 512})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 640
    assert page.locator("h1").is_visible()


def test_in_forced_colours_names_keep_their_line_and_shape(visit):
    page = visit(STORY, forced_colors="active")
    assert _decoration(page) == "underline"
    shape = "e => getComputedStyle(e, '::before').backgroundColor"
    term = page.locator(".gloss .term").first
    assert term.evaluate(shape) != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_targets_are_large_enough(visit):
    page = visit(STORY, viewport={"width": 390, "height": 800})
    small = page.eval_on_selector_all(
        ".masthead a, .masthead button, .foot a, summary",
        "all => all.filter(e => e.offsetParent && e.getBoundingClientRect().height < 24)"
        ".map(e => e.outerHTML)",
    )
    assert small == []
