"""What articles say of names is kept, and read again only where an article was touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gloss.identity import StoryNames
from gloss.ingest import known
from gloss.ingest.article_files import scan_articles
from gloss.ingest.known import known_names

ARTICLE = """\
Title: {0}
Date: 2026-01-31
Slug: {0}
Names:
    person:ann-lee = Ann Lee | mayor of Sel
    place:sel = Sel

[Ann Lee](person:ann-lee) came to [Sel](place:sel). [Lee](person:ann-lee) stayed.
"""


@pytest.fixture
def names(tmp_path: Path):
    """Ask for the names of a folder of two articles."""
    stories = tmp_path / "stories"
    stories.mkdir()
    for slug in ("rain", "snow"):
        (stories / f"{slug}.md").write_text(ARTICLE.format(slug))
        os.utime(stories / f"{slug}.md", ns=(0, 0))

    def ask(cache: bool = True, without: frozenset[str] = frozenset()) -> list[StoryNames]:
        files = scan_articles(stories, {})
        return known_names(stories, files, without, tmp_path / "cache" if cache else None)

    return ask


def test_what_is_kept_is_what_is_read(names, tmp_path):
    first = names()
    assert [one.story for one in first] == ["rain", "snow"]
    assert first[0].forms["person:ann-lee"] == {"Ann Lee": 1, "Lee": 1}
    assert names() == names(cache=False) == first
    assert [one.story for one in names(without=frozenset({"rain.md"}))] == ["snow"]
    (tmp_path / "stories" / "snow.md").write_text(ARTICLE.format("snow").replace("Lee](", "Li]("))
    assert names() == names(cache=False) != first


def test_an_article_that_was_not_touched_is_not_read(names, monkeypatch):
    monkeypatch.setattr("gloss.store.stamps.STILL_WARM", -(10**18))  # nothing is still warm
    kept = names()
    monkeypatch.setattr(known, "_names", None)
    assert names() == kept
