"""Builds from a folder that lacks something."""

from __future__ import annotations

import shutil
from pathlib import Path

import pelican
import pytest
from gloss.hooks import running

ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """What Pelican is asked for, in an empty folder."""
    asked: list[list[str]] = []
    monkeypatch.setattr(pelican, "main", asked.append)
    monkeypatch.chdir(tmp_path)
    return asked


def test_without_settings_a_line_says_where_they_come_from(asked: list[list[str]]) -> None:
    with pytest.raises(SystemExit, match=r"pelicanconf.py: no such file; .*gloss new"):
        running.build_with("pelicanconf.py", Path("output"))
    assert not asked


def test_who_has_seeds_alone_is_given_a_folder_for_articles(asked: list[list[str]]) -> None:
    shutil.copy(ROOT / "pelicanconf.py", "pelicanconf.py")
    running.build_with("pelicanconf.py", Path("output"))
    assert Path("content").is_dir()
    assert len(asked) == 1
