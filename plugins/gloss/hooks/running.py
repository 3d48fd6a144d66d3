"""Run Pelican from a digest's folder, as its tasks do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican import main
from pelican.settings import read_settings

from gloss.hooks.checking import look_through
from gloss.hooks.renewing import what_would_change


def build_with(settings: str, output: Path) -> None:
    """Build a site in this process, and end as Pelican does.

    Errors are fatal, since Pelican otherwise drops a broken plugin and ends well.
    """
    main(["-s", settings, "-o", str(output), "--fatal", "errors"])


def compare_with(settings: str) -> Iterator[str]:
    """Tell what the annotator that is installed would change, in lines."""
    return what_would_change(read_settings(settings))


def look_with(
    settings: str, output: Path, story: str = "", everything: bool = False
) -> Iterator[str]:
    """Tell what the editor should look at, in lines."""
    return look_through(read_settings(settings), output, story, everything)
