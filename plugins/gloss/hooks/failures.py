"""What could not be used: told at the end of a build, when all that can be built is built.

Pelican would print a traceback under ``--fatal errors``; an editor needs the line to put right.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, NoReturn

from pelican import signals
from pelican.log import FatalLogger

from gloss.hooks.saying import say

log = logging.getLogger(__name__)

# What has failed in this build so far, one line each.
_failures: list[str] = []


def fail(lines: Iterable[str]) -> None:
    """Note what could not be used; the build goes on, and ends badly."""
    _failures.extend(lines)


def stop(lines: Iterable[str]) -> NoReturn:
    """End the build at once, since nothing could be built rightly."""
    _print([*_failures, *lines])
    _failures.clear()
    raise SystemExit(1)


def tell(pelican: Any) -> None:
    """Tell what failed; where errors are fatal, the build ends badly."""
    del pelican
    lines = _failures.copy()
    _failures.clear()
    if lines and FatalLogger.fatal_lvl <= logging.ERROR:
        _print(lines)
        raise SystemExit(1)
    for line in lines:
        log.error("%s", line)


def _print(lines: Iterable[str]) -> None:
    for line in dict.fromkeys(lines):
        say(f"ERROR {line}", style="red")


def register() -> None:
    """Connect the handler."""
    signals.finalized.connect(tell)
