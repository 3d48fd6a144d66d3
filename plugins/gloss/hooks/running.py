"""Run Pelican from a digest's folder, as its tasks do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pelican
from pelican.settings import get_settings_from_file, read_settings

from gloss.hooks.checking import look_through
from gloss.hooks.renewing import what_would_change


def build_with(settings: str, output: Path) -> None:
    """Build a site in this process, and end as Pelican does.

    Errors are fatal, since Pelican otherwise drops a broken plugin and ends well. Where there is no
    folder for articles it is made: who has seeds alone has none, as git keeps no empty one.

    Raises SystemExit, with a line, where there are no settings.
    """
    path = Path(settings)
    if not path.is_file():
        raise SystemExit(f"{settings}: no such file; a digest's folder has one (gloss new FOLDER)")
    content = path.parent / get_settings_from_file(settings).get("PATH", "")
    content.mkdir(parents=True, exist_ok=True)
    pelican.console = _Quieter(pelican.console)
    try:
        pelican.main(["-s", settings, "-o", str(output), "--fatal", "errors"])
    finally:
        pelican.console = pelican.console.told


class _Quieter:
    """Pelican's console without its last line, which counts articles that a digest has none of."""

    def __init__(self, told: Any) -> None:
        self.told = told

    def print(self, *said: Any, **how: Any) -> None:
        """Print what Pelican says of anything else."""
        if not (said and str(said[0]).startswith("Done: Processed")):
            self.told.print(*said, **how)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.told, name)


def compare_with(settings: str) -> Iterator[str]:
    """Tell what the annotator that is installed would change, in lines."""
    return what_would_change(read_settings(settings))


def look_with(
    settings: str, output: Path, story: str = "", everything: bool = False
) -> Iterator[str]:
    """Tell what the editor should look at, in lines."""
    return look_through(read_settings(settings), output, story, everything)
