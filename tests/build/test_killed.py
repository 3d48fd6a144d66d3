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

from tests.build.conftest import Desk, differing

MOMENTS = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def build_and_die(desk: Desk, after: float) -> None:
    """Build in a process group of its own, and kill it whole after so many seconds."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        desk.build(Processes(2))
        os._exit(0)
    time.sleep(after)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # killed before it had a group of its own, or done
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_killed_at_any_moment_the_next_build_ends_in_the_same_bytes(desk: Desk) -> None:
    random = Random(11)
    start = time.monotonic()
    desk.build(Processes(2))
    whole = min(time.monotonic() - start, 1.0)
    for moment in range(MOMENTS):
        if moment % 3 == 2 and desk.story(moment).exists():
            desk.story(moment).unlink()
        else:
            desk.add(moment % 8)
            desk.edit(moment % 8, "\n\nThe ", f"\n\nThe {moment}th ")
        build_and_die(desk, random.random() * whole)
        if moment % 5 == 4:
            desk.build()
            assert differing(desk.built(), desk.clean()) == [], f"after kill {moment}"
    desk.build()
    assert differing(desk.built(), desk.clean()) == []


def test_what_a_killed_build_left_of_a_story_that_is_gone_is_removed(desk: Desk) -> None:
    desk.build()
    desk.add(17)
    manifest = next(desk.root.glob("cache/manifest-*"))
    before = manifest.read_bytes()
    desk.build()
    # As if the build had died before its manifest, with one page half written.
    manifest.write_bytes(before)
    desk.story(17).unlink()
    half = desk.root / "output" / "stories" / "story-00017" / ".index.html.1.gloss"
    half.write_text("half")
    from gloss.build.manifest import announce

    announce(["stories/story-00017/index.html"], manifest)
    desk.build()
    assert not half.exists()
    assert "stories/story-00017/index.html" not in desk.built()


def test_a_cache_that_is_broken_is_made_again(desk: Desk) -> None:
    desk.build()
    for path in desk.root.glob("cache/articles-*"):
        path.write_bytes(b"not a database at all" * 500)
    for path in desk.root.glob("cache/manifest-*"):
        path.write_bytes(b"nor a manifest")
    desk.build()
    assert differing(desk.built(), desk.clean()) == []


def test_a_cache_of_an_older_version_is_thrown_away(desk: Desk) -> None:
    desk.build()
    old = desk.root / "cache" / "articles-0123456789abcdef.sqlite"
    sqlite3.connect(old).close()
    old.touch()
    desk.add(9)
    desk.build()
    assert not old.exists()
