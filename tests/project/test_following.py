"""Watching: what is changed while a build goes on is built, and one process serves them all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gloss.project.following import WarmBuilder, follow, is_worth_a_build


def test_what_is_changed_while_the_first_build_goes_on_is_built(capsys):
    done = []

    def changes():
        done.append("watching")
        yield set()
        yield {"a.md"}  # which changed meanwhile
        yield set()

    def build(anew: bool) -> bool:
        done.append("a new process" if anew else "the same process")
        return True

    follow(changes(), build, built=lambda: done.append("built"))
    assert done == ["watching", "a new process", "built", "the same process", "built"]
    assert capsys.readouterr().out == "Changed: a.md\n"


def test_changed_code_is_built_by_a_new_process():
    calls = []

    def build(anew: bool) -> bool:
        calls.append(anew)
        return False

    changes = iter([set(), {"a.md"}, {"a.md", "pelicanconf.py"}])
    follow(changes, build, built=lambda: pytest.fail("no build went well"))
    assert calls == [True, False, True]


@pytest.mark.parametrize(
    "name", ["seds4ORuJ", ".a.md.swp", "a.md~", "~$x.md", "x.pyc", "4913", ".#a.md", "a.tmp"]
)
def test_what_programs_write_beside_a_file_is_no_change(name):
    assert not is_worth_a_build(1, f"/content/stories/{name}")
    assert is_worth_a_build(1, "/content/stories/a.md")


def test_one_process_builds_again_and_tells_how_it_went(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seeds, stories = tmp_path / "seeds", tmp_path / "content" / "stories"
    seeds.mkdir()
    stories.mkdir(parents=True)
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(root / "plugins"), str(root)]))
    conf = (
        (root / "pelicanconf.py")
        .read_text("utf-8")
        .replace('THEME = "theme"', f"THEME = {str(root / 'theme')!r}")
    )
    (tmp_path / "pelicanconf.py").write_text(conf, encoding="utf-8")
    article = stories / "a.md"
    article.write_text("Title: One\nDate: 2026-01-31\nSlug: a\n\nIt rained.\n", "utf-8")
    builder = WarmBuilder("pelicanconf.py", tmp_path / "output")
    page = tmp_path / "output" / "stories" / "a" / "index.html"
    try:
        assert builder.build()
        assert "It rained." in page.read_text("utf-8")
        article.write_text("Title: One\nDate: 2026-01-32\nSlug: a\n\nIt snowed.\n", "utf-8")
        assert not builder.build()
        assert "It rained." in page.read_text("utf-8"), "a broken article stays as last built"
        article.write_text("Title: One\nDate: 2026-01-31\nSlug: a\n\nIt hailed.\n", "utf-8")
        assert builder.build()
        assert "It hailed." in page.read_text("utf-8")
    finally:
        builder.end()
