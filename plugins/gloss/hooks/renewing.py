"""What the annotator that is installed would change, told before it does (``invoke changes``)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gloss.check.renewal import renewed
from gloss.hooks.seed_reading import seed_settings_of
from gloss.hooks.settings import PelicanSettings, seeds_of
from gloss.ingest import ingest


def what_would_change(settings: PelicanSettings) -> Iterator[str]:
    """Annotate a copy of the content, and tell how it differs; the digest stays as it is."""
    seeds, content = seeds_of(settings), Path(settings["PATH"])
    if seeds is None:
        yield "There are no seeds (GLOSS_SEEDS), so nothing is annotated."
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy, ignore=shutil.ignore_patterns("static", "pages"))
        report = ingest(
            seeds,
            copy / "stories",
            copy / "entities.yaml",
            replace(seed_settings_of(settings), cache=None),
        )
        yield from report.errors
        yield from renewed(content / "stories", copy / "stories")
        if kept := len(report.kept):
            yield f"Edited by hand, and kept as they are: {kept}."
