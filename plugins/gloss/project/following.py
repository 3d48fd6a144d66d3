"""Build on every change, in a process that stays: models are loaded once, and code once.

Where code or settings change, or the process ends, the next build has a new one.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

# How long to wait for changes when there are none, in milliseconds, and for more of them when
# there is one: programs save a file in several steps.
WAITING, SETTLING, STEP = 200, 100, 30


def follow(
    changes: Iterator[set[str]],
    build: Callable[[bool], bool],
    built: Callable[[], None] = lambda: None,
) -> None:
    """Build now and on every change of files, as long as there may be any.

    changes: what ``changes_in`` yields. build: builds, in a new process where it is told so, and
        tells whether that went well.
    built: called after each build that did. What is changed while the first one goes on is built.
    """
    next(changes)  # from here on, all is seen
    if build(True):
        built()
    for names in changes:
        if not names:
            continue
        print("Changed:", ", ".join(sorted(names)), flush=True)
        if build(any(name.endswith(".py") for name in names)):
            built()


def changes_in(paths: Iterable[str]) -> Iterator[set[str]]:
    """Yield the names of the files that changed, again and again; first, and at times, none."""
    from watchfiles import watch

    for changes in watch(
        *paths,
        watch_filter=is_worth_a_build,
        debounce=SETTLING,
        step=STEP,
        rust_timeout=WAITING,
        yield_on_timeout=True,
    ):
        yield {Path(path).name for _, path in changes}


def is_worth_a_build(change: Any, path: str) -> bool:
    """Tell a file of the digest from what editors and Python write beside one."""
    del change
    name = Path(path).name
    passing = name.startswith((".", "~$")) or name.endswith(("~", ".pyc", ".swp", ".tmp"))
    return not (passing or "__pycache__" in path or "." not in name)


class WarmBuilder:
    """A process that builds whenever it is asked, and keeps what it has loaded."""

    def __init__(self, settings: str, output: Path) -> None:
        self._job = settings, output
        self._process: Any = None
        self._way: Connection | None = None

    def build(self, anew: bool = False) -> bool:
        """Build; ``anew``: in a new process. Tell whether it went well."""
        if anew or self._process is None or not self._process.is_alive():
            self.end()
            self._start()
        assert self._way
        try:
            self._way.send(True)
            return bool(self._way.recv())
        except (EOFError, OSError):  # it was ended from outside
            self.end()
            return False

    def end(self) -> None:
        """End the process, if there is one."""
        if self._way:
            self._way.close()
        if self._process:
            self._process.terminate()
            self._process.join()
        self._process = self._way = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._way, there = context.Pipe()
        self._process = context.Process(target=_build_when_asked, args=(there, *self._job))
        self._process.start()
        there.close()


def _build_when_asked(way: Connection, settings: str, output: Path) -> None:
    """Build whenever something comes, and say how it went; end when nobody asks any more."""
    from gloss.hooks.running import build_with

    with suppress(EOFError, KeyboardInterrupt):
        while way.recv():
            try:
                build_with(settings, output)
                way.send(True)
            except SystemExit as end:
                way.send(not end.code)
