"""Build the digest with what Pelican has read: loaded only where anything was touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican.log import console

from gloss.assembly.build import build_site
from gloss.assembly.build_report import BuildReport
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.hooks.failures import fail
from gloss.hooks.page_texts import own_pages, versions
from gloss.hooks.registering import read_register
from gloss.hooks.saying import say
from gloss.hooks.settings import (
    PelicanSettings,
    cache_of,
    site_of,
    site_with,
    stories_of,
    value_of,
)
from gloss.hooks.standing import note
from gloss.hooks.working import working
from gloss.work import Progress, executor_for


def build_digest(settings: PelicanSettings, context: Mapping[str, Any], output: Path) -> None:
    """Build the site; articles that cannot be read are errors once the others are written."""
    executor = executor_for(value_of(settings, "GLOSS_PROCESSES"))
    job = replace(
        job_of(settings, output),
        taken=_taken(context),
        site=site_with(settings, context),
        pages=own_pages(context),
    )
    with working(settings):
        report = build_site(job, executor, Progress(console))
    for line in report.lines():
        say(line)
    note(settings, _again(report).lines())
    fail(settings, map(str, report.problems))


def _again(report: BuildReport) -> BuildReport:
    """What the next build would report if nothing were touched."""
    kept = report.written + report.kept
    return replace(report, written=0, removed=0, kept=kept, seconds={}, unchanged=True)


def _taken(context: Mapping[str, Any]) -> tuple[str, ...]:
    """Where the editor's own pages and files, which Pelican writes, stand."""
    own = versions(context, "pages", "hidden_pages")
    every = (*own, *context.get("staticfiles", ()))
    return tuple(sorted(one.save_as for one in every))


def job_of(settings: PelicanSettings, output: Path) -> BuildJob:
    """Return what is to be built."""
    return BuildJob(
        articles=stories_of(settings),
        output=output,
        cache=cache_of(settings),
        theme=theme_of(settings),
        site=site_of(settings),
        register=read_register(settings),
    )


def theme_of(settings: PelicanSettings) -> Theme:
    """Return the theme, with what Pelican's settings add to its templates."""
    theme = Path(settings["THEME"])
    return Theme(
        templates=(*settings["THEME_TEMPLATES_OVERRIDES"], str(theme / "templates")),
        static=str(theme / "static"),
        translations=str(theme / "translations"),
        lang=settings["DEFAULT_LANG"],
        options=settings["JINJA_ENVIRONMENT"],
        filters=settings["JINJA_FILTERS"],
        globals=settings["JINJA_GLOBALS"],
        tests=settings["JINJA_TESTS"],
    )
