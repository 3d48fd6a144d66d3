"""The invented town's digest: its seeds are good, and its articles are theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.project import new
from gloss.seed import read_seed

SAMPLE = Path(new.__file__).parent / "sample"
SEEDS = {path.name: path for path in sorted((SAMPLE / "seeds").glob("*.txt"))}
ARTICLES = sorted((SAMPLE / "content" / "stories").glob("*.md"))


def test_each_seed_has_its_article():
    assert len(SEEDS) >= 20
    articles = [read_article(path.read_text("utf-8"), path.name) for path in ARTICLES]
    assert {a.seed: a.seed_digest for a in articles} == {
        name: read_seed(path).digest for name, path in SEEDS.items()
    }


@pytest.mark.parametrize("path", SEEDS.values(), ids=SEEDS.keys())
def test_a_seed_is_read_without_a_word(path):
    assert read_seed(path).notices == ()
