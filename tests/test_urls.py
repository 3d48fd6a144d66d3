"""Links from one address of the site to another."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from gloss.urls import relative

PAGES = ("", "404.html", "a/", "a/b/", "a/b/c/", "ab/", "a/x.html", "2018/09/")
TARGETS = (*PAGES, "a/b/#x", "#x", "a/b/f.txt", "f.txt", "people/x/", "2018/")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_link_leads_where_it_shall_under_any_path(page, target):
    for root in ("https://example.org/", "https://example.org/a/repo/"):
        link = relative(target, page)
        assert urljoin(root + page, link) == root + target
        assert link
        assert not link.startswith("/")
