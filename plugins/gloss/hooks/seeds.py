"""Turn new and changed seeds into articles before Pelican reads anything."""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.log import console

from gloss.hooks.failures import fail
from gloss.hooks.registering import read_register
from gloss.hooks.saying import say
from gloss.hooks.settings import (
    PelicanSettings,
    register_of,
    seed_settings_of,
    seeds_of,
    stories_of,
)
from gloss.hooks.working import working
from gloss.ingest import IngestReport, ToolError, ingest
from gloss.work import Progress


def read_seeds(pelican: Any) -> None:
    """Write the articles of new and changed seeds; nothing loads a model where none has changed.

    A register that cannot be used ends the build: every page depends on it.
    """
    settings = pelican.settings
    read_register(settings)
    seeds = seeds_of(settings)
    if seeds is None:
        return
    try:
        with working(settings):
            report = ingest(
                seeds,
                stories_of(settings),
                register_of(settings),
                seed_settings_of(settings),
                progress=Progress(console),
            )
    except (ToolError, ConnectionError) as problem:
        fail(settings, [f"no story can be annotated: {problem}"])
        return
    _tell(report, settings)


def _tell(report: IngestReport, settings: PelicanSettings) -> None:
    for line in report.lines():
        say(line)
    if report.errors:
        count = len(report.errors)
        what = "1 seed" if count == 1 else f"{count} seeds"
        fail(
            settings,
            (*report.errors, f"{what} could not be used; the last good article of each stays"),
        )


def register() -> None:
    """Connect the handler."""
    signals.initialized.connect(read_seeds)
