"""The two laws: what is seen is the seed's text, and what is read is what was written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gloss.article import Head, read_article, write_article
from gloss.seed import read_seed
from gloss.story import Annotations
from hypothesis import given, settings
from laws import annotated, stories, visible_text

HEAD = Head(title="Title", slug="a-story", date="2026-01-31")
ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("GLOSS_CORPUS", ROOT / ".." / "shared" / "corpus"))
SEEDS = sorted(ROOT.glob("seeds/*.txt")) + sorted(ROOT.glob("tests/stories/*.txt"))


@settings(max_examples=150)
@given(stories())
def test_the_article_shows_the_text_of_the_seed(story):
    article = read_article(write_article(story, Annotations(), HEAD))
    assert article.story.text == story.text
    assert visible_text(article) == story.text
    assert article.annotations == Annotations()


@settings(max_examples=250)
@given(annotated())
def test_an_article_reads_back_as_it_was_written(pair):
    story, annotations = pair
    article = read_article(write_article(story, annotations, HEAD))
    assert article.story.text == story.text
    assert visible_text(article) == story.text
    assert article.annotations == annotations
    assert len(article.quote_ids) == len(annotations.quotations)
    assert len(article.moment_ids) == len(annotations.moments)
    assert len(set(article.report_ids)) == len(annotations.reports)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_the_article_shows_our_own_stories(path):
    _shows_itself(path)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus here (set GLOSS_CORPUS)")
def test_the_article_shows_every_story_of_the_corpus():
    paths = sorted(CORPUS.glob("*.txt"))
    assert len(paths) > 100
    for path in paths:
        _shows_itself(path)


def _shows_itself(path):
    story = read_seed(path).story
    article = read_article(write_article(story, Annotations(), HEAD))
    assert article.story.text == story.text
    assert visible_text(article) == story.text
