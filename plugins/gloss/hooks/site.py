"""Build the digest where Pelican builds: a generator beside Pelican's own."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import console

from gloss.build.site import Job, build_site
from gloss.build.templates import Theme
from gloss.hooks.settings import site_of
from gloss.register import load_register
from gloss.work import Progress, executor_for

log = logging.getLogger(__name__)


class StoriesGenerator(Generator):
    """Writes every page and file of the digest that changed."""

    def generate_output(self, writer: Any) -> None:
        """Build the site; articles that cannot be read are errors once the others are written."""
        del writer
        executor = executor_for(self.settings.get("GLOSS_PROCESSES"))
        report = build_site(self._job(), executor, Progress(console))
        for line in report.lines():
            console.print(line, highlight=False, soft_wrap=True)
        for problem in report.problems:
            log.error("%s", problem)

    def _job(self) -> Job:
        return Job(
            articles=Path(self.path) / "stories",
            output=Path(self.output_path),
            cache=Path(self.settings.get("GLOSS_CACHE", ".cache/gloss")),
            theme=self._theme(),
            site=site_of(self.settings),
            register=load_register(Path(self.path) / "entities.yaml"),
        )

    def _theme(self) -> Theme:
        settings = self.settings
        return Theme(
            templates=(*settings["THEME_TEMPLATES_OVERRIDES"], str(Path(self.theme) / "templates")),
            static=str(Path(self.theme) / "static"),
            options=settings["JINJA_ENVIRONMENT"],
            filters=settings["JINJA_FILTERS"],
            globals=settings["JINJA_GLOBALS"],
            tests=settings["JINJA_TESTS"],
            cache=str(Path(settings.get("GLOSS_CACHE", ".cache/gloss")) / "templates"),
        )


def add_generator(pelican: Any) -> type[Generator]:
    """Answer Pelican's question for generators."""
    del pelican
    return StoriesGenerator


def register() -> None:
    """Connect the handlers."""
    signals.get_generators.connect(add_generator)
