"""Killed at any step of annotating, linking and writing, nothing is lost: not even a correction."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from gloss.ingest import IngestReport, IngestSettings, annotating, ingest
from gloss.story import Annotations, Entity, Mention, Story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")

SEEDS = ("rain", "snow", "hail", "fog")
CORRECTED = "Ann came, and Bea with her."


class Reader:
    """Finds one name, in no time: what is tried here is what happens around the annotator."""

    def __init__(self, steps: Iterator[None]) -> None:
        self.steps = steps

    def annotate(self, story: Story) -> Annotations:
        next(self.steps)
        at = story.text.index("Ann")
        mention = Mention(at, at + 3, "person:ann")
        return Annotations((mention,), entities=(Entity("person:ann", "Ann"),))


def steps_until(last: int) -> Iterator[None]:
    """Go on for so many steps, then die as by ``kill -9``."""
    for _ in range(last):
        yield
    os.kill(os.getpid(), signal.SIGKILL)


def run(root: Path, last: int) -> IngestReport:
    """Ingest in this process; it dies after so many steps."""
    steps = steps_until(last)
    annotating.load_tools = lambda _: Reader(steps)  # type: ignore[assignment, return-value]
    replace, fsync = Path.replace, os.fsync

    def placed(path: Path, target: Path) -> Path:
        next(steps)
        done = replace(path, target)
        next(steps)
        return done

    def flushed(handle: int) -> None:
        next(steps)
        fsync(handle)

    Path.replace, os.fsync = placed, flushed  # type: ignore[method-assign, assignment]
    settings = IngestSettings(cache=root / "cache", processes=1)
    return ingest(root / "seeds", root / "stories", root / "entities.yaml", settings)


def in_a_process(root: Path, last: int) -> int:
    process = multiprocessing.get_context("fork").Process(target=run, args=(root, last))
    process.start()
    process.join()
    return process.exitcode or 0


def article_of(root: Path, seed: str) -> Path:
    return root / "stories" / f"{seed}-in-town.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four stories: one unchanged, one edited, one edited whose seed changed, one new."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    for seed in SEEDS[:3]:
        text = f"{seed.title()} in town\n\nAnn came with {seed}.\n"
        (root / "seeds" / f"{seed}.txt").write_text(text, encoding="utf-8")
    assert in_a_process(root, 1000) == 0
    for seed in ("snow", "hail"):
        path = article_of(root, seed)
        text = path.read_text(encoding="utf-8").rpartition("\n\n")[0]
        path.write_text(f"{text}\n\n{CORRECTED}\n", encoding="utf-8")
    for seed in ("hail", "fog"):
        text = f"{seed.title()} in town\n\nAnn came again with {seed}.\n"
        (root / "seeds" / f"{seed}.txt").write_text(text, encoding="utf-8")
    return root


def stories_of(root: Path) -> dict[str, bytes]:
    folders = (root / "stories", root / "corrections")
    return {
        path.name: path.read_bytes()
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
    }


def is_said(root: Path, seed: str) -> bool:
    """Tell whether what was edited is in the article still, or kept as a correction."""
    kept = root / "corrections" / f"{seed}-in-town.yaml"
    return CORRECTED in article_of(root, seed).read_text(encoding="utf-8") or (
        kept.is_file() and "Bea with her" in kept.read_text(encoding="utf-8")
    )


@pytest.mark.slow
def test_killed_at_any_step_the_next_run_ends_in_the_same_articles(project: Path) -> None:
    whole = project.with_name("whole")
    shutil.copytree(project, whole)
    assert in_a_process(whole, 1000) == 0
    expected = stories_of(whole)
    assert "hail-in-town.yaml" in expected
    assert "fog-in-town.md" in expected
    kills = 0
    while True:
        root = project.with_name(f"killed-{kills}")
        shutil.copytree(project, root)
        if in_a_process(root, kills) == 0:
            break
        for seed in ("snow", "hail"):
            assert is_said(root, seed)
        assert in_a_process(root, 1000) == 0
        assert stories_of(root) == expected
        kills += 1
    assert kills > 8, "it was hardly killed at all"
