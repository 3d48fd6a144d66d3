"""Look through the seeds: with what it takes to annotate them, which is loaded only then."""

from __future__ import annotations

from dataclasses import replace

from pelican.log import console

from gloss.hooks.failures import fail
from gloss.hooks.registering import read_register
from gloss.hooks.saying import say
from gloss.hooks.settings import (
    PelicanSettings,
    cache_of,
    register_of,
    seeds_of,
    stories_of,
    value_of,
)
from gloss.hooks.standing import note
from gloss.hooks.working import working
from gloss.ingest import IngestReport, IngestSettings, ToolError, ingest
from gloss.work import Progress


def read_seeds(settings: PelicanSettings) -> None:
    """Write the articles of new and changed seeds; nothing loads a model where none has changed.

    A register that cannot be used ends the build: every page depends on it.
    """
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
    again = [*replace(report, written=()).lines()]
    note(settings, None if report.written and again else again)  # what is told once is not known
    if report.errors:
        count = len(report.errors)
        what = "1 seed" if count == 1 else f"{count} seeds"
        fail(
            settings,
            (*report.errors, f"{what} could not be used; the last good article of each stays"),
        )


def seed_settings_of(settings: PelicanSettings) -> IngestSettings:
    """Return how seeds are read and annotated."""
    return IngestSettings(
        max_bytes=value_of(settings, "GLOSS_MAX_SEED_BYTES"),
        tagger=value_of(settings, "GLOSS_TAGGER"),
        model=value_of(settings, "GLOSS_MODEL"),
        processes=value_of(settings, "GLOSS_PROCESSES") or None,
        cluster=value_of(settings, "GLOSS_CLUSTER"),
        cache=cache_of(settings),
    )
