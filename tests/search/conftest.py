"""A small digest, its search index on disk, and Node.js with the page's own modules beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.register import Entry, Register
from gloss.search import Searched, index_files, terms_of
from gloss.story import Article

from bench.stories import articles
from tests.search.stories import own_articles
from tests.search.whole import OWN_PAGES

ROOT = Path(__file__).parents[2]
JS = ROOT / "theme" / "static" / "js"
NODE = Path(__file__).parent / "node"

REGISTER = Register(
    {
        "topic:press-freedom": Entry(
            "topic:press-freedom",
            "Press freedom",
            "topic",
            description="What a reporter may print.",
        )
    }
)


class Collection:
    """Articles, their digest, and the index in a folder."""

    def __init__(self, articles: list[Article], folder: Path) -> None:
        self.articles, self.folder = articles, folder
        facts = [facts_of(article) for article in articles]
        self.digest = make_digest(facts, REGISTER)
        pairs = zip(articles, facts, strict=True)
        self.terms = {article.slug: terms_of(article, share) for article, share in pairs}
        searched = Searched(self.digest, Marks(self.digest), OWN_PAGES)
        for file in index_files(self.terms, searched):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())


def made_articles(number: int) -> list[Article]:
    """Articles of made-up words, with names, dates and quotations."""
    return [read_article(text, Path(name).name) for name, text in articles(number)]


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Stories of ours, and made-up ones to make the index larger than a file."""
    return Collection(own_articles() + made_articles(45), tmp_path_factory.mktemp("index"))


Node = Callable[..., Any]


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Run a script of ``node/`` with JSON in and JSON out."""
    program = shutil.which("node")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Node.js is needed to test the search")
        pytest.skip("Node.js is not installed: the search's scripts are not tested")
    folder = tmp_path_factory.mktemp("node")
    shutil.copytree(JS / "search", folder / "search")
    shutil.copytree(NODE, folder / "node")
    (folder / "package.json").write_text('{"type": "module"}')

    def run(script: str, given: Any, index: Path | None = None) -> Any:
        if index and not (index / "package.json").exists():
            (index / "package.json").write_text('{"type": "module"}')
        done = subprocess.run(
            [program, folder / "node" / script, str(index or "")],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
