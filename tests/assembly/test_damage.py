"""Whatever becomes of the cache, the site is that of a clean build."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.assembly.conftest import Project, differing

BUILDS, FLIPS = 25, 8  # 200 bits in all


@pytest.mark.slow
def test_flipped_bits_anywhere_in_the_cache_change_nothing(project: Project) -> None:
    assert not project.build().problems
    work = [project.root / "output", project.root / "cache"]
    for folder in work:
        shutil.copytree(folder, folder.with_name(folder.name + "-before"))
    project.edit(1, "Title: ", "Title: Changed ")
    clean = project.clean()
    random = Random(7)
    for _ in range(BUILDS):
        for folder in work:
            shutil.rmtree(folder)
            shutil.copytree(folder.with_name(folder.name + "-before"), folder)
        for _ in range(FLIPS):
            flip(random, project.root / "cache")
        assert not project.build().problems
        assert differing(project.built(), clean) == []


def flip(random: Random, folder: Path) -> None:
    """Flip a bit of a file, each byte of the folder as likely as another."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    (path,) = random.choices(files, [path.stat().st_size for path in files])
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"no such thing"])
def test_files_of_the_cache_that_are_none_change_nothing(project: Project, content: bytes) -> None:
    assert not project.build().problems
    project.edit(1, "Title: ", "Title: Changed ")
    for path in sorted((project.root / "cache").rglob("*")):
        if path.is_file():
            path.write_bytes(content)
    assert not project.build().problems
    assert differing(project.built(), project.clean()) == []


def test_a_record_that_is_damaged_while_only_it_could_be_shown_costs_that_story(
    project: Project,
) -> None:
    project.build()
    project.story(2).write_text("no head at all", encoding="utf-8")
    project.build()
    for path in (project.root / "cache").glob("articles-*"):
        path.write_bytes(b"")
    (problem,) = project.build().problems
    assert "story-00002.md" in str(problem)
    assert "stories/story-00001/index.html" in project.built()


def test_nothing_in_the_cache_is_run(project: Project) -> None:
    """A record that would run a program, were it a pickle, is a record that is not there."""
    project.build()
    mark = project.root / "was-run"
    program = f"cposix\nsystem\n(S'touch {mark}'\ntR.".encode()
    for path in sorted((project.root / "cache").rglob("*")):
        if path.is_file():
            path.write_bytes(program)
    project.edit(1, "Title: ", "Title: Changed ")
    project.build()
    assert not mark.exists()
