"""Annotations, laid over the page as it is served by the libraries that other programs use."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import missing

NODE = Path(__file__).parents[1] / "node"
STORIES = ("after-the-flood", "hostile", "ferry-0", "echoes")


@pytest.fixture(scope="module")
def anchoring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The libraries as one script."""
    esbuild = NODE / "node_modules" / ".bin" / "esbuild"
    if not shutil.which("node") or not esbuild.exists():
        missing("esbuild (npm ci --prefix tests/node)")
    script = tmp_path_factory.mktemp("anchoring") / "anchoring.js"
    build = [esbuild, "anchoring.js", "--bundle", "--format=iife", f"--outfile={script}"]
    subprocess.run([*build, "--log-level=error"], cwd=NODE, check=True)
    return script


@pytest.fixture(params=STORIES)
def page(request, visit, anchoring):  # type: ignore[no-untyped-def]
    """What the annotations of a story select, and what its page marks."""
    opened = visit(f"stories/{request.param}/", bypass_csp=True)
    opened.add_script_tag(path=str(anchoring))
    return opened.evaluate("anchorAll()")


def test_every_selector_matches_one_place(page):
    assert page["found"]
    for annotation in page["found"]:
        assert annotation["quotes"]
        for quote in annotation["quotes"]:
            assert len(quote["strict"]) == 1, quote
            assert quote["strict"][0][2] == quote["exact"]


def test_a_client_that_looks_for_nearly_the_words_finds_the_same_place(page, request):
    if "echoes" in request.node.name:
        pytest.skip("where all is said twice, what is nearly the words stands nearer by")
    for annotation in page["found"]:
        for quote in annotation["quotes"]:
            assert quote["forgiving"] == quote["strict"][0]


def test_the_place_is_the_mark_s(page):
    for kind in ("identifying", "tagging"):
        some = [a["quotes"] for a in page["found"] if a["motivation"] == kind]
        selected = [quote["strict"][0] for quotes in some for quote in quotes]
        marked = page["marks"][kind]
        assert marked
        assert sorted(place for place in selected if place in marked) == sorted(marked)
    spoken = [a for a in page["found"] if a["motivation"] == "highlighting"]
    places = [quote["strict"][0] for a in spoken for quote in a["quotes"]]
    assert len(places) >= len(spoken)
    for passage, at, words in places:
        assert any(
            (passage, words in mark) == (where, True) and start <= at <= start + len(mark)
            for where, start, mark in page["marks"]["highlighting"]
        ), words


def test_positions_count_in_the_story_s_text(page):
    for annotation in page["found"]:
        words = ["".join(q["exact"].split()) for q in annotation["quotes"]]
        places = ["".join(text.split()) for text in annotation["positions"]]
        assert "".join(words) == "".join(places)


def test_without_what_the_page_adds_it_is_the_story_s_text(visit):
    page = visit("stories/after-the-flood/")
    words = page.evaluate("""async () => {
        const whole = document.querySelector(".story-text").cloneNode(true);
        for (const added of whole.querySelectorAll("[data-gloss]")) added.remove();
        return [whole.textContent, await (await fetch("text.txt")).text()];
    }""")
    seen, text = ["".join(some.split()) for some in words]
    assert seen == text
