"""Build the digest where Pelican builds: a generator beside Pelican's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import console

from gloss.assembly.build import build_site
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
from gloss.hooks.working import working
from gloss.work import Progress, executor_for


class StoriesGenerator(Generator):
    """Writes every page and file of the digest that changed."""

    def generate_output(self, writer: Any) -> None:
        """Build the site; articles that cannot be read are errors once the others are written."""
        del writer
        executor = executor_for(value_of(self.settings, "GLOSS_PROCESSES"))
        job = replace(
            job_of(self.settings, Path(self.output_path)),
            taken=self._taken(),
            site=site_with(self.settings, self.context),
            pages=own_pages(self.context),
        )
        with working(self.settings):
            report = build_site(job, executor, Progress(console))
        for line in report.lines():
            say(line)
        fail(self.settings, map(str, report.problems))

    def _taken(self) -> tuple[str, ...]:
        """Where the editor's own pages and files, which Pelican writes, stand."""
        own = versions(self.context, "pages", "hidden_pages")
        every = (*own, *self.context.get("staticfiles", ()))
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


def add_generator(pelican: Any) -> type[Generator]:
    """Answer Pelican's question for generators."""
    del pelican
    return StoriesGenerator


def register() -> None:
    """Connect the handlers."""
    signals.get_generators.connect(add_generator)
