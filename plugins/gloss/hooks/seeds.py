"""Turn new and changed seeds into articles before Pelican reads anything."""

from __future__ import annotations

from typing import Any

from pelican import signals

from gloss.hooks.standing import all_stands


def look_at_seeds(pelican: Any) -> None:
    """Write the articles of new and changed seeds, where anything at all was touched."""
    if all_stands(pelican.settings):
        return
    from gloss.hooks.seed_reading import read_seeds  # half a second, and not needed before

    read_seeds(pelican.settings)


def register() -> None:
    """Connect the handler."""
    signals.initialized.connect(look_at_seeds)
