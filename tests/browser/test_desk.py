"""The desk in a real browser: an editor decides by keys, and points at words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gloss.corrections import corrections_path, load_corrections

from tests.browser.cleanliness import violations
from tests.browser.desk import TOKEN, serve_desk
from tests.desk.digest import make_digest


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_digest(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def desk_at(stories: Path) -> Iterator[str]:
    yield from serve_desk(stories)


@pytest.fixture
def page(tab, desk_at):
    return tab(f"{desk_at}?token={TOKEN}", viewport={"width": 390, "height": 800})


def said(stories: Path) -> list[tuple[str, str]]:
    return [
        (c.about, c.value)
        for slug in ("harbour", "harbour-again")
        for c in load_corrections(corrections_path(stories, slug))
    ]


def is_in_view(page, id_: str) -> bool:
    """Whether all of an element stands on the screen, wherever the page was scrolled to."""
    rectangle = f"document.getElementById('{id_}').getBoundingClientRect()"
    return page.evaluate(f"(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({rectangle})")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_pages_are_clean_for_axe(page, desk_at, scheme):
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    assert violations(page) == []
    page.goto(f"{desk_at}static/story.html?slug=harbour")
    page.get_by_role("heading", name="Harbour to open").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("at", ["", "names", "name?id=person%3Aann-lowe", "came-in"])
def test_nothing_in_the_head_lies_over_something_else_on_a_phone(page, desk_at, at):
    page.goto(desk_at + at)
    page.get_by_role("link", name="a story, by pointing").wait_for()
    head = page.locator("header > *")
    assert head.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).length") == 0


def test_an_editor_decides_by_keys_and_takes_back(page, stories):
    page.set_viewport_size({"width": 390, "height": 320})
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    page.keyboard.press("n")
    page.get_by_text("Wrote harbour-again.yaml, harbour.yaml.").wait_for()
    assert is_in_view(page, "said")
    assert said(stories) == [("name", "none")] * 4
    page.reload()
    page.get_by_role("heading", name="Is “Crow” a name?").wait_for()
    page.keyboard.press("u")
    page.get_by_text("Taken back.").wait_for()
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    assert said(stories) == []


def test_a_key_that_is_held_answers_one_card(page, stories):
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    page.keyboard.down("n")
    page.get_by_role("heading", name="Is “Crow” a name?").wait_for()
    page.keyboard.down("n")  # the browser says that it is held
    page.keyboard.up("n")
    page.keyboard.press("u")
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    assert said(stories) == []


def test_what_cannot_be_read_stays_to_be_put_right(page, stories):
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    for _ in range(9):
        if page.get_by_role("heading", name="Which day is").count():
            break
        page.keyboard.press("s")
    day = page.get_by_label("a date, such as")
    day.fill("17 Sept 2018")
    day.press("Enter")
    page.get_by_text("'17 Sept 2018' is no date").wait_for()
    page.get_by_role("heading", name="Which day is “17 September”?").wait_for()
    assert day.input_value() == "17 Sept 2018"
    day.fill("2018-09-17")
    day.press("Enter")
    page.get_by_text("Wrote harbour").wait_for()
    assert said(stories) == [("date", "2018-09-17")]
    page.get_by_role("button", name="take back").click()
    page.get_by_text("Taken back.").wait_for()
    page.get_by_role("heading", name="Which day is “17 September”?").wait_for()
    assert said(stories) == []


def test_words_are_typed_and_said_to_be_somebody(page, desk_at, stories):
    page.goto(f"{desk_at}static/story.html?slug=harbour")
    page.get_by_role("heading", name="Harbour to open").wait_for()
    page.get_by_label("These words").fill("gulls")
    page.locator("#about").select_option("a name: group")
    page.get_by_role("button", name="Say so").press("Enter")
    page.get_by_role("button", name="gulls, name: group:gulls").wait_for()
    assert said(stories) == [("name", "group:gulls")]
    page.get_by_role("button", name="take back").click()
    page.get_by_text("Taken back.").wait_for()
    assert said(stories) == []


def test_words_that_stand_twice_are_told_apart_by_the_down_arrow(page, desk_at, stories):
    page.goto(f"{desk_at}static/story.html?slug=harbour")
    page.get_by_role("heading", name="Harbour to open").wait_for()
    page.get_by_label("These words").fill("Lissette")
    page.get_by_text("Place 1 of 2").wait_for()
    page.get_by_label("These words").press("ArrowDown")
    page.get_by_text("Place 2 of 2, behind").wait_for()
    page.locator("#about").select_option("a name: work")
    page.get_by_role("button", name="Say so").press("Enter")
    page.get_by_text("the next build publishes it").wait_for()
    (made,) = load_corrections(corrections_path(stories, "harbour"))
    assert made.at[0].after.startswith(" is")
    page.get_by_role("button", name="take back").click()
    page.get_by_text("Taken back.").wait_for()


def test_a_mark_or_a_word_is_chosen_by_a_click(page, desk_at):
    page.goto(f"{desk_at}static/story.html?slug=harbour")
    page.get_by_role("button", name="Ann Lowe, name: person:ann-lowe").click()
    assert page.get_by_label("These words").input_value() == "Ann Lowe"
    page.locator("#story span", has_text="The gulls of Crow").click(position={"x": 50, "y": 10})
    assert page.get_by_label("These words").input_value() == "gulls"
    page.get_by_role("heading", name="Harbour to open").click()
    page.get_by_text("no words of the story’s text").wait_for()
    assert page.get_by_label("These words").input_value() == ""


def test_a_passage_is_noted_changed_and_the_note_taken_away(page, desk_at, stories):
    page.goto(f"{desk_at}static/story.html?slug=harbour")
    page.locator("#story p").last.click(click_count=3)
    page.locator("#about").select_option("noted by me")
    page.get_by_role("textbox", name="note").fill("<img src=x onerror=alert(1)> So she did.")
    page.get_by_role("textbox", name="note").press("Enter")
    note = page.get_by_text("<img src=x onerror=alert(1)> So she did.")
    note.wait_for()
    assert violations(page) == []
    note.get_by_role("button", name="change").click()
    page.get_by_role("textbox", name="note").fill("Not yet.")
    page.get_by_role("textbox", name="note").press("Enter")
    page.get_by_text("Not yet.").wait_for()
    (made,) = load_corrections(corrections_path(stories, "harbour"))
    assert (made.about, made.value) == ("note", "Not yet.")
    assert made.words.startswith("“She sails at last.” The gulls")
    page.get_by_role("button", name="take away").click()
    page.get_by_text("Not yet.").wait_for(state="detached")
    assert said(stories) == []


def test_what_came_in_is_seen_and_a_story_retracted_by_keyboard(page, stories):
    page.get_by_role("link", name="a story, by pointing").press("Enter")
    page.get_by_role("link", name="what came in (2)").press("Enter")
    page.get_by_role("heading", name="New stories").wait_for()
    assert page.get_by_role("status").first.text_content() == "2 new"
    assert violations(page) == []
    page.get_by_role("button", name="retract").first.press("Enter")
    page.keyboard.type("<b>No</b> harbour.")
    page.keyboard.press("Enter")
    page.get_by_text("Wrote harbour").wait_for()
    assert is_in_view(page, "said")
    assert said(stories) == [("status", "retracted")]
    assert violations(page) == []
    page.get_by_role("button", name="take back").press("Enter")
    page.get_by_text("Taken back.").wait_for()
    assert said(stories) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
