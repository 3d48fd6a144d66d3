"""A build that is killed, at whatever moment, costs time and nothing else."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from random import Random

import pytest
from gloss.work import Processes

from tests.assembly.conftest import Project, differing

MOMENTS = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def build_and_die(project: Project, after: float) -> None:
    """Build in a process group of its own, and kill it whole after so many seconds."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        project.build(Processes(2))
        os._exit(0)
    time.sleep(after)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # killed before it had a group of its own, or done
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_killed_at_any_moment_the_next_build_ends_in_the_same_bytes(project: Project) -> None:
    random = Random(11)
    start = time.monotonic()
    project.build(Processes(2))
    whole = min(time.monotonic() - start, 1.0)
    for moment in range(MOMENTS):
        if moment % 3 == 2 and project.story(moment).exists():
            project.story(moment).unlink()
        else:
            project.add(moment % 8)
            project.edit(moment % 8, "\n\nThe ", f"\n\nThe {moment}th ")
        build_and_die(project, random.random() * whole)
        if moment % 5 == 4:
            project.build()
            assert differing(project.built(), project.clean()) == [], f"after kill {moment}"
    project.build()
    assert differing(project.built(), project.clean()) == []


def test_what_a_killed_build_left_of_a_story_that_is_gone_is_removed(project: Project) -> None:
    project.build()
    project.add(17)
    manifest = next(project.root.glob("cache/manifest-*"))
    before = manifest.read_bytes()
    project.build()
    # As if the build had died before its manifest, with one page half written.
    manifest.write_bytes(before)
    project.story(17).unlink()
    half = project.root / "output" / "stories" / "story-00017" / ".index.html.1.gloss"
    half.write_text("half")
    from gloss.assembly.manifest import announce

    announce(["stories/story-00017/index.html"], manifest)
    project.build()
    assert not half.exists()
    assert "stories/story-00017/index.html" not in project.built()


def test_a_cache_that_is_broken_is_made_again(project: Project) -> None:
    project.build()
    for path in project.root.glob("cache/articles-*"):
        path.write_bytes(b"not a database at all" * 500)
    for path in project.root.glob("cache/manifest-*"):
        path.write_bytes(b"nor a manifest")
    project.build()
    assert differing(project.built(), project.clean()) == []


def test_a_cache_of_an_older_version_is_thrown_away(project: Project) -> None:
    project.build()
    old = project.root / "cache" / "articles-0123456789abcdef.sqlite"
    sqlite3.connect(old).close()
    old.touch()
    project.add(9)
    project.build()
    assert not old.exists()
