"""Build the digest where Pelican builds: a generator beside Pelican's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from gloss.hooks.standing import all_stands, say_again


class StoriesGenerator(Generator):
    """Writes every page and file of the digest that changed."""

    def generate_output(self, writer: Any) -> None:
        """Build the site, where anything at all was touched."""
        del writer
        if all_stands(self.settings):
            say_again(self.settings)
            return
        from gloss.hooks.building import build_digest  # half a second, and not needed before

        build_digest(self.settings, self.context, Path(self.output_path))


def add_generator(pelican: Any) -> type[Generator]:
    """Answer Pelican's question for generators."""
    del pelican
    return StoriesGenerator


def register() -> None:
    """Connect the handlers."""
    signals.get_generators.connect(add_generator)
