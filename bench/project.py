"""An editor's folder under measurement: building it, and what a build wrote."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.measure import Measured, measure

ROOT = Path(__file__).parents[1]
Stamps = dict[str, tuple[int, int]]


def gloss(folder: Path, processes: int = 0) -> Measured:
    """Build a folder's digest as an editor does."""
    settings = {
        "GLOSS_SEEDS": str(folder / "seeds"),
        "GLOSS_CACHE": str(folder / "cache"),
        "GLOSS_PROCESSES": processes,
        "SITEURL": "https://example.org",
    }
    command = [sys.executable, "-m", "pelican", str(folder / "content"), "-s", "pelicanconf.py"]
    more = ["-o", str(folder / "output"), "--fatal", "errors", "-e"]
    said = [f"{key}={json.dumps(value)}" for key, value in settings.items()]
    return measure([*command, *more, *said], ROOT, {"PYTHONPATH": "plugins"})


def stamps_of(output: Path) -> Stamps:
    """Return size and time of change of each file of a site."""
    files = (path for path in output.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def touched(before: Stamps, after: Stamps) -> tuple[int, int]:
    """Return how many files were written, and how many are no more."""
    written = sum(before.get(path) != stamp for path, stamp in after.items())
    return written, len(before.keys() - after.keys())
