"""Hostile articles in a real browser, the policy taken out: the pages themselves hold nothing."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from random import Random

import pytest
from gloss.article import ArticleError, read_article
from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.serve import Server
from gloss.site import Site

from tests.browser.conftest import ROOT
from tests.fuzz.parsed import PARSERS, parse
from tests.fuzz.pieces import PIECES, mark, text, word

# How many articles are opened; more are opened where that is asked for.
MANY = int(os.environ.get("GLOSS_HOSTILE", "12"))
POLICY = rb'<meta http-equiv="Content-Security-Policy"[^>]*>'
ATTACKS = (
    "<script>hit()</script>",
    "<img src=x onerror=hit()>",
    "<svg/onload=hit()>",
    "[x](javascript:hit())",
    "[x](data:text/html,<script>parent.hit()</script>)",
    "![x](https://elsewhere.example/x.png)",
    '"><script>hit()</script>',
    "'-hit()-'",
    "{{ hit() }}",
    "</script><script>hit()</script>",
    '[x](person:ann "onmouseover=hit() ")',
    '[“x”]{.quote by=ann who="<img src=x onerror=hit()>" cue="\'><svg onload=hit()>"}',
    "<javascript:hit()>",
    "[x]: javascript:hit()\n\n[x]",
    "&lt;script&gt;hit()&lt;/script&gt;",
)


def hostile(random: Random, number: int) -> str:
    """Return an article that can be read, of attacks and of what else there is."""
    while True:
        attack = random.choice(ATTACKS).replace("\n", " ")
        head = (
            f"Title: {attack} {random.choice(PIECES)}".replace("\n", " ")
            + f"\nDate: 2019-01-01\nSlug: odd-{number}\nSummary: {attack}\nSource: {attack}"
            + f"\nAuthor: {attack}\nURL: {random.choice(('javascript:hit()', attack))}"
        )
        body = [*random.choices(ATTACKS, k=4), mark(random), text(random, 9), word(random)]
        random.shuffle(body)
        article = f"{head}\n\n{' '.join(body)}\n\n{random.choice(ATTACKS)}\n"
        try:
            read_article(article.encode("utf-8", "replace").decode())
        except ArticleError:
            continue
        return article


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    stories = folder / "stories"
    stories.mkdir()
    for number in range(MANY):
        made = hostile(Random(number), number)
        (stories / f"{number}.md").write_text(made, encoding="utf-8", errors="replace")
    theme = Theme(
        templates=(str(ROOT / "theme" / "templates"),),
        static=str(ROOT / "theme" / "static"),
        options={"trim_blocks": True, "lstrip_blocks": True},
    )
    output = folder / "output"
    build_site(BuildJob(stories, output, folder / "cache", theme, Site(url="https://e.example")))
    return output


def test_pages_and_files_of_hostile_articles_are_what_they_should_be(site: Path) -> None:
    paths = [path for path in sorted(site.rglob("*")) if path.suffix in PARSERS]
    assert {path.suffix for path in paths} >= {".html", ".gz", ".xml", ".ris", ".bib"}
    for path in paths:
        parse(path)


def leads_on(path: Path) -> bool:
    """Whether a page only leads to another one."""
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def test_pages_of_hostile_articles_run_nothing(browser, site: Path) -> None:  # type: ignore[no-untyped-def]
    hits: list[str] = []
    asked: list[tuple[str, str]] = []
    pages = [path for path in sorted(site.rglob("*.html")) if not leads_on(path)]
    for path in pages:
        without, taken_out = re.subn(POLICY, b"", path.read_bytes())
        assert taken_out == 1
        path.write_bytes(without)
    with Server(site, "127.0.0.1", 0, reloading=False) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context().new_page()
        page.set_default_timeout(0)  # how long it takes says nothing
        page.expose_function("hit", lambda *_: hits.append(page.url))
        page.on("dialog", lambda dialog: hits.append(dialog.message))
        page.on("request", lambda request: asked.append((page.url, request.url)))
        paths = [path.relative_to(site).as_posix() for path in pages]
        stories = [path for path in paths if path.startswith("stories/odd-")]
        others = [path for path in paths if not path.startswith("stories/odd-")]
        assert len(stories) == MANY
        for path in [*stories, *Random(1).sample(others, min(len(others), MANY))]:
            page.goto(server.address + path, wait_until="load")
            page.evaluate(
                "document.querySelectorAll('a[href^=\"javascript\" i]').forEach((a) => a.click())"
            )
        server.shutdown()
    assert hits == []
    assert [pair for pair in asked if not pair[1].startswith(server.address)] == []
