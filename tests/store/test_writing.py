"""A file is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gloss.store import writing
from gloss.store.writing import write_atomically, write_text


def test_a_file_takes_its_place_at_once_in_a_folder_that_is_made(tmp_path: Path) -> None:
    write_text(tmp_path / "a" / "b.md", "one")
    write_text(tmp_path / "a" / "b.md", "two")
    assert (tmp_path / "a" / "b.md").read_text(encoding="utf-8") == "two"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.md"]


def test_a_text_that_is_there_already_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    write_text(path, "one")
    os.utime(path, (2, 2))  # as exactly as every file system keeps it
    write_text(path, "one")
    assert path.stat().st_mtime == 2


def test_what_cannot_be_written_leaves_the_old_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.md"
    write_text(path, "one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_text(path, "two")
    assert path.read_text(encoding="utf-8") == "one"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_an_editor_s_own_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(writing.os, "fsync", lambda h: (steps.append("flushed"), fsync(h))[1])
    monkeypatch.setattr(Path, "replace", lambda a, b: (steps.append("placed"), replace(a, b))[1])
    write_text(tmp_path / "b.md", "one")
    assert steps == ["flushed", "placed", "flushed"]
    steps.clear()
    write_atomically(tmp_path / "c.html", b"one")
    assert steps == ["placed"]
