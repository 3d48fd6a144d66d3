"""The desk's names in a real browser: found, merged and parted by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gloss.corrections import corrections_path, load_corrections
from gloss.register import load_register

from tests.browser.cleanliness import violations
from tests.browser.desk import TOKEN, serve_desk
from tests.desk.digest import make_digest

ANN, SHIP = "person:ann-lowe", "product:lissette"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    return make_digest(tmp_path)


@pytest.fixture
def desk_at(stories: Path) -> Iterator[str]:
    yield from serve_desk(stories)


@pytest.fixture
def page(tab, desk_at):
    problems: list[str] = []

    def look(page) -> None:
        page.on("console", lambda message: problems.append(message.text))  # what the policy refuses

    yield tab(f"{desk_at}?token={TOKEN}", look, viewport={"width": 390, "height": 800})
    assert [problem for problem in problems if "status of 422" not in problem] == []


def open_name(page, desk_at: str, id_: str, called: str) -> None:
    page.goto(f"{desk_at}name?id={id_}")
    page.get_by_role("heading", name=called, exact=True, level=2).wait_for()


def unfold(page, summary: str) -> None:
    page.locator("summary", has_text=summary).press("Enter")


def clean_in_both_schemes(page) -> bool:
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    return True


def test_the_pages_of_names_are_clean_for_axe(page, desk_at):
    page.goto(f"{desk_at}names")
    page.get_by_text("2 names").wait_for()
    assert clean_in_both_schemes(page)
    open_name(page, desk_at, ANN, "Ann Lowe")
    for summary in ("Rename", "It is the same", "Some of it"):
        unfold(page, summary)
    page.locator("#merging").get_by_label("Search").fill("liss")
    page.get_by_role("radio", name="Lissette, product, 2 stories").check()
    page.get_by_role("group", name="Mean this one").wait_for()
    assert clean_in_both_schemes(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#merge").get_by_role("button").press("Enter")
    page.get_by_role("dialog", name="This would touch").wait_for()
    assert clean_in_both_schemes(page)


def test_two_names_are_merged_by_keys_and_parted_again(page, desk_at, stories):
    page.goto(f"{desk_at}names")
    page.get_by_text("2 names").wait_for()
    page.keyboard.type("lowe")
    page.get_by_text("1 name", exact=True).wait_for()
    page.get_by_role("link", name="Ann Lowe").press("Enter")
    page.get_by_role("heading", name="Ann Lowe", level=2).wait_for()
    unfold(page, "It is the same")
    page.locator("#merging").get_by_label("Search").press_sequentially("liss")
    page.get_by_role("radio", name="Lissette, product").press("Space")
    page.get_by_role("checkbox", name="Lissette").wait_for()
    page.locator("#merge").get_by_role("button").press("Enter")
    told = page.get_by_role("dialog", name="This would touch")
    told.get_by_text(
        "4 marks in 2 stories: Lissette (product:lissette) becomes Ann Lowe"
    ).wait_for()
    told.get_by_role("button", name="Do it").press("Enter")
    page.get_by_text("Wrote entities.yaml; the next build publishes it.").wait_for()
    register = stories.parent / "entities.yaml"
    assert load_register(register).entries[ANN].merges == (SHIP,)
    page.get_by_role("button", name="take back").press("Enter")
    page.get_by_text("Taken back.").wait_for()
    assert not register.exists()


def test_names_that_may_be_one_lead_to_a_merge_or_are_two(page, desk_at, stories):
    doubt = (
        "    identity: Ann Lowe may be Lissette. If they are one, for the register: "
        f'{{"id": "{SHIP}", "name": "Lissette", "merges": ["{ANN}"]}}\n'
    )
    path = stories / "harbour.md"
    text = path.read_text(encoding="utf-8").replace("Review:\n", f"Review:\n{doubt}")
    path.write_text(text, encoding="utf-8")
    page.goto(f"{desk_at}names")
    unfold(page, "2 names may be one")
    assert violations(page) == []
    page.get_by_role("link", name="the same: Ann Lowe and Lissette").press("Enter")
    page.get_by_role("heading", name="Lissette", level=2).wait_for()
    page.get_by_role("checkbox", name="Ann Lowe").wait_for()
    page.goto(f"{desk_at}names")
    unfold(page, "2 names may be one")
    page.get_by_role("button", name="two: Ann Lowe and Lissette").press("Enter")
    page.get_by_text("Wrote harbour.yaml.").wait_for()
    (made,) = load_corrections(corrections_path(stories, "harbour"))
    assert (made.about, made.value, made.words) == ("settled", "identity", "Ann Lowe")
    page.get_by_role("button", name="take back").press("Enter")
    page.get_by_text("Taken back.").wait_for()
    assert not corrections_path(stories, "harbour").exists()
    page.goto(desk_at)
    page.get_by_role("heading", name="What is “Lissette”?").wait_for()
    for _ in range(6):
        page.keyboard.press("s")
    page.get_by_role("heading", name="Is “Ann Lowe” the same as “Lissette”?").wait_for()
    page.keyboard.press("y")
    page.get_by_text("Wrote entities.yaml.").wait_for()
    assert load_register(stories.parent / "entities.yaml").entries[SHIP].merges == (ANN,)


def test_a_part_of_a_name_is_somebody_else_and_nothing_is_run_that_a_name_holds(
    page, desk_at, stories
):
    open_name(page, desk_at, ANN, "Ann Lowe")
    unfold(page, "Some of it")
    page.get_by_role("button", name="What would it touch?").last.press("Enter")
    page.get_by_text("choose the stories, places or spellings").wait_for()
    page.get_by_role("checkbox", name="all of Harbour to open").last.press("Space")
    page.locator("#new").get_by_label("It is called").fill("<img src=x onerror=alert(1)> Lowe")
    page.get_by_role("button", name="What would it touch?").last.press("Enter")
    page.get_by_role("button", name="Do it").press("Enter")
    page.get_by_text("Wrote entities.yaml, harbour.yaml; the next build").wait_for()
    (made,) = load_corrections(corrections_path(stories, "harbour"))
    assert (made.words, made.value) == ("Ann Lowe", "person:img-src-x-onerror-alert-1-lowe")
    page.goto(f"{desk_at}names")
    page.get_by_role("link", name="<img src=x onerror=alert(1)> Lowe").press("Enter")
    page.get_by_role("heading", name="<img src=x onerror=alert(1)> Lowe", level=2).wait_for()
    assert page.locator("img").count() == 0
