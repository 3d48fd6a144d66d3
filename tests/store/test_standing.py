"""Whether anything was touched since a build."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.store.standing import Watched, keep_standing, look_at_read, stands


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    for name in ("seeds/a.txt", "content/stories/a.md", "output/stories/a/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one")
    read = (tmp_path / "seeds", tmp_path / "content", tmp_path / "conf.py")
    return Watched(read, tmp_path / "output", "settings")


def test_what_was_not_touched_stands_with_what_it_says(watched: Watched, tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "standing"
    assert stands(watched, kept) is None
    keep_standing(watched, ["1 story: 0 files written."], kept)
    assert stands(watched, kept) == ("1 story: 0 files written.",)
    assert stands(replace(watched, about="others"), kept) is None
    kept.write_bytes(kept.read_bytes()[:-3])
    assert stands(watched, kept) is None


CHANGES = {
    "a seed more": lambda root: (root / "seeds" / "b.txt").write_text("two"),
    "a seed less": lambda root: (root / "seeds" / "a.txt").unlink(),
    "an article": lambda root: (root / "content" / "stories" / "a.md").write_text("other"),
    "settings": lambda root: (root / "conf.py").write_text(""),
    "a page less": lambda root: (root / "output" / "stories" / "a" / "index.html").unlink(),
    "a page": lambda root: (root / "output" / "stories" / "a" / "index.html").write_text("twice"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_was_touched_does_not_stand(change, watched: Watched, tmp_path: Path) -> None:
    keep_standing(watched, [], tmp_path / "standing")
    change(tmp_path)
    assert stands(watched, tmp_path / "standing") is None


def test_what_is_read_is_seen_to_be_touched_while_a_build_goes_on(watched, tmp_path):
    before = look_at_read(watched)
    assert look_at_read(watched) == before
    (tmp_path / "content" / "stories" / "a.md").write_text("edited meanwhile", encoding="utf-8")
    assert look_at_read(watched) != before


def test_a_file_that_is_still_warm_is_read(watched: Watched, tmp_path: Path) -> None:
    article, kept = tmp_path / "content" / "stories" / "a.md", tmp_path / "standing"
    keep_standing(watched, [], kept)
    told = json.loads(kept.read_bytes())
    assert str(article) in told["warm"]
    told["warm"][str(article)] = "of other content"
    kept.write_text(json.dumps(told))
    assert stands(watched, kept) is None
