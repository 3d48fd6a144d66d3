"""What a run on GitHub is told: what could not be used, at its line and in the run's summary.

The variables and the forms of commands are GitHub's (Workflow commands for GitHub Actions).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from gloss.hooks.settings import PelicanSettings, register_of, seeds_of, stories_of

_PLACE = re.compile(r"(?P<name>[^:]+\.\w+):(?:(?P<line>\d+):)? ")


def tell_github(settings: PelicanSettings, lines: Iterable[str], built: bool) -> None:
    """Tell a run what could not be used, and whether there is a site; elsewhere do nothing."""
    here = f"{Path.cwd()}{os.sep}"
    lines = tuple(dict.fromkeys(line.removeprefix(here) for line in lines))
    for line in lines if "GITHUB_ACTIONS" in os.environ else ():
        print(f"::error{_place(settings, line)}::{_escaped(line)}", flush=True)
    if lines:
        _append("GITHUB_STEP_SUMMARY", "### Could not be used\n\n", *(f"- `{x}`\n" for x in lines))
    if built:
        _append("GITHUB_OUTPUT", "site=built\n")


def _append(variable: str, *texts: str) -> None:
    if path := os.environ.get(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.writelines(texts)


def _place(settings: PelicanSettings, line: str) -> str:
    """Say where in the repository a line is about, as a command's properties."""
    found = _PLACE.match(line)
    if not found:
        return ""
    folders = (seeds_of(settings), stories_of(settings), register_of(settings).parent, Path())
    for folder in filter(None, folders):
        path = Path(os.path.relpath(folder / found["name"]))
        if path.is_file():
            at = f",line={found['line']}" if found["line"] else ""
            return f" file={_escaped(path.as_posix(), ':,')}{at}"
    return ""


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{more}" else c for c in text)
