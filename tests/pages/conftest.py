"""A small digest made from articles, as the build makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.model import Digest
from gloss.pages import Page, plan
from gloss.register import Entry, Register
from gloss.site import Site


def article(slug: str, body: str, **head: str) -> str:
    """Write an article with the usual lines on top, and those given."""
    lines = {"Title": slug.replace("-", " ").capitalize(), "Date": "2026-01-01", "Slug": slug}
    return "".join(f"{k}: {v}\n" for k, v in {**lines, **head}.items()) + "\n" + body


@pytest.fixture
def digest_of() -> Callable[..., Digest]:
    """Make a digest of articles and of entries of the register."""

    def make(*articles: str, entries: tuple[Entry, ...] = ()) -> Digest:
        facts = [facts_of(read_article(text)) for text in articles]
        return make_digest(facts, Register({entry.id: entry for entry in entries}))

    return make


@pytest.fixture
def planned() -> Callable[..., dict[str, Page]]:
    """Plan a digest's pages, by their path."""

    def make(digest: Digest, **site: object) -> dict[str, Page]:
        pages = list(plan(digest, Site(**site)))  # type: ignore[arg-type]
        assert len({page.path for page in pages}) == len(pages)
        return {page.path: page for page in pages}

    return make


def view_of(page: Page) -> Mapping[str, object]:
    """Return what a page shows."""
    return page.view() if callable(page.view) else page.view
