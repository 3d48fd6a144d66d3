"""Pages as the web has them: the story is kept whole, what stands around it left out and told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gloss.intake.pages import read_page

CASES = Path(__file__).parents[1] / "cases" / "pages"
PAGES = json.loads((CASES / "cases.json").read_text("utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_story_and_nothing_else(name):
    case = PAGES[name]
    draft = read_page((CASES / f"{name}.html").read_bytes())
    lines = [line for line in draft.lines if line not in case.get("besides", ())]
    assert sorted(lines) == sorted(case["kept"])
    said = " ".join(draft.notices)
    assert case.get("told", "") in said
    for junk in case["junk"]:
        assert not any(junk in line for line in draft.lines)
    if case["junk"]:
        assert "left out" in said
    for key in {"headline", "published", "source", "author", "lang"} & case.keys():
        assert getattr(draft, key) == case[key]


def test_every_page_has_its_case_and_there_are_thirty():
    assert {path.stem for path in CASES.glob("*.html")} == PAGES.keys()
    assert len(PAGES) == 30
