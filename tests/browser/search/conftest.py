"""A digest to search in, and a reader who does."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest
from gloss.article import Head, write_article
from playwright.sync_api import expect

from bench.stories import articles
from tests.browser.conftest import _serve, publish
from tests.search.stories import own_articles

WAIT = 15_000
OPTIONS = '[role="option"]'


@pytest.fixture(scope="session")
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
    yield from _serve(publish(folder), tmp_path_factory.mktemp("search-host"))


@pytest.fixture
def visit(tab, address):
    """Open an address; in the end nothing may have been thrown, or asked of another host."""
    problems = []
    own = address.rsplit("/", 2)[0]

    def look(page):
        page.set_default_timeout(WAIT)
        page.on("request", lambda asked: asked.url.startswith(own) or problems.append(asked.url))

    yield lambda path, **options: tab(address + path, look, **options)
    assert problems == []


def results(page):
    status = page.locator("#search-status")
    expect(status).not_to_have_text("", timeout=WAIT)
    expect(page.locator("#search-results[aria-busy]")).to_have_count(0, timeout=WAIT)
    return status.inner_text()


def search(visit, query, more=""):
    page = visit(f"search/?q={quote_plus(query)}{more}")
    return page, results(page)
