"""Turn new and changed seeds into articles before Pelican reads anything."""

from __future__ import annotations

import logging
from typing import Any

from pelican import signals
from pelican.log import console

from gloss.hooks.settings import register_of, seed_settings_of, seeds_of, stories_of
from gloss.ingest import Report, ingest
from gloss.work import Progress

log = logging.getLogger(__name__)

# What the seeds of a run came to, by the run: errors are told at its end, when all else is built.
_reports: dict[int, Report] = {}


def read_seeds(pelican: Any) -> None:
    """Write the articles of new and changed seeds; nothing loads a model where none has changed."""
    settings = pelican.settings
    seeds = seeds_of(settings)
    if seeds is None:
        return
    report = ingest(
        seeds,
        stories_of(settings),
        register_of(settings),
        seed_settings_of(settings),
        progress=Progress(console),
    )
    for line in report.lines():
        console.print(line, highlight=False, soft_wrap=True, markup=False)
    _reports[id(pelican)] = report


def tell_errors(pelican: Any) -> None:
    """Log what could not be used as errors, once the site is written without it."""
    report = _reports.pop(id(pelican), None)
    if report and report.errors:
        count = len(report.errors)
        what = "1 seed or entry" if count == 1 else f"{count} seeds or entries"
        log.error("%s could not be used:\n%s", what, "\n".join(report.errors))


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(read_seeds)
    signals.finalized.connect(tell_errors)
