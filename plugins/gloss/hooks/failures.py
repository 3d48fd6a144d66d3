"""What could not be used: told at the end of a build, when all that can be built is built.

Pelican would print a traceback under ``--fatal errors``; an editor needs the line to put right.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, NoReturn, cast

from pelican import signals
from pelican.log import FatalLogger

from gloss.hooks.github import tell_github
from gloss.hooks.saying import say
from gloss.hooks.settings import PelicanSettings
from gloss.hooks.standing import keep

log = logging.getLogger(__name__)

# Under this name a build's settings, which all its parts share, hold what has failed so far.
FAILED = "_GLOSS_FAILED"


def fail(settings: PelicanSettings, lines: Iterable[str]) -> None:
    """Note what could not be used; the build goes on, and ends badly."""
    _failures(settings).extend(lines)


def stop(settings: PelicanSettings, lines: Iterable[str]) -> NoReturn:
    """End the build at once, since nothing could be built rightly."""
    told = [*_failures(settings), *lines]
    _print(told)
    tell_github(settings, told, built=False)
    _failures(settings).clear()
    raise SystemExit(1)


def _failures(settings: PelicanSettings) -> list[str]:
    held: list[str] = cast(dict[str, Any], settings).setdefault(FAILED, [])
    return held


def tell(pelican: Any) -> None:
    """Tell what failed; where errors are fatal, the build ends badly."""
    lines = _failures(pelican.settings).copy()
    _failures(pelican.settings).clear()
    tell_github(pelican.settings, lines, built=True)
    if not lines:
        keep(pelican.settings)
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
