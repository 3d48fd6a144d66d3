"""One search over three digests: a year's, and two of years before, its archives."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.site import Site
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, _serve
from tests.browser.search.conftest import WAIT, results

pytestmark = pytest.mark.browser

STORY = """Title: {title}
Date: {year}-06-01
Published: {year}-0{month}-05
Slug: {slug}

[Ada Brook](person:ada-brook) saw the harbour of {year}.
[“The {word} is ours,”]{{.quote by=ada-brook}} she said.
"""
YEARS = {2024: "quay", 2023: "pier", 2022: "mole"}


THEME = Theme(
    templates=(str(ROOT / "theme" / "templates"),),
    static=str(ROOT / "theme" / "static"),
    options={"trim_blocks": True, "lstrip_blocks": True},
)


@pytest.fixture(scope="module")
def host(tmp_path_factory) -> Path:
    """Three digests of two stories each, side by side on one host."""
    folder = tmp_path_factory.mktemp("years")
    for year, word in YEARS.items():
        stories = folder / "content" / str(year)
        stories.mkdir(parents=True)
        for month in (1, 2):
            told = {"title": f"The harbour, {year}-{month}", "slug": f"{word}-{month}"}
            text = STORY.format(year=year, month=month, word=word, **told)
            (stories / f"{word}-{month}.md").write_text(text, encoding="utf-8")
        archives = ("../2023/", "../2022/", "../lost/") if year == 2024 else ()
        site, cache = Site(archives=archives), folder / "cache" / str(year)
        build_site(BuildJob(stories, folder / "host" / str(year), cache, THEME, site))
    return folder / "host"


@pytest.fixture(scope="module")
def address(host, tmp_path_factory):
    yield from _serve(host, tmp_path_factory.mktemp("archives-host"))


def headings(page) -> list[str]:
    return page.locator(".result h2").all_inner_texts()


def test_results_of_all_digests_stand_by_date_with_the_archive_named(visit):
    page = visit("2024/search/?q=harbour&kind=story")
    assert results(page) == "6 results"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # the rest comes as one reads on
    expect(page.locator(".result")).to_have_count(6, timeout=WAIT)
    assert page.locator("#search-status").inner_text() == "6 results"
    assert headings(page) == [f"The harbour, {year}-{month}" for year in YEARS for month in (2, 1)]
    of = [text.split(" · ") for text in page.locator(".result-meta").all_inner_texts()]
    assert [("2023" in one[-1], "2022" in one[-1]) for one in of] == [
        *([(False, False)] * 2),
        *([(True, False)] * 2),
        *([(False, True)] * 2),
    ]
    assert "Could not be searched now: lost." in page.locator("#search-hint").inner_text()
    page.locator(".result a").nth(4).click()
    page.wait_for_url("**/2022/stories/mole-2/**")


def test_a_name_of_one_register_is_one_result_and_one_filter(visit):
    page = visit("2024/search/?q=brook&kind=name")
    assert results(page) == "1 result"
    expect(page.locator(".result")).to_have_count(1, timeout=WAIT)
    assert "in 6 stories" in page.locator(".result-meta").inner_text()
    links = page.locator(".result a").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert [link.removeprefix("/digest") for link in links] == [
        f"/{year}/people/ada-brook/" for year in YEARS
    ]
    page.goto(page.url.split("?")[0] + "?q=harbour")
    results(page)
    page.locator("#search-facets summary").click()
    person = page.locator("#search-values button", has_text="Ada Brook").first
    expect(person).to_have_text("Ada Brook 6", timeout=WAIT)
    person.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_have_text("6 results", timeout=WAIT)


def test_while_a_line_is_typed_no_archive_is_asked(visit):
    page = visit("2024/search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#q").press_sequentially("pier")
    expect(page.locator("#search-status")).to_have_text("Nothing found", timeout=WAIT)
    assert not [url for url in asked if "/2023/" in url]
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_have_text("4 results", timeout=WAIT)
    assert [url for url in asked if "/2023/search/" in url]


def test_what_one_digest_alone_has_is_no_typing_error_of_the_others(visit):
    page = visit("2024/search/?q=mole")
    assert results(page) == "4 results"
    assert "Results for" not in page.locator("#search-hint").inner_text()


def test_a_digest_without_archives_knows_of_none(host):
    page = (host / "2022" / "search" / "index.html").read_text(encoding="utf-8")
    assert "rchive" not in page
    assert 'id="search-sort"' in page
