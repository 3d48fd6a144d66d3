"""What Pelican is told to do beside, and Gloss cannot stand: told in a line, before anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican import signals

from gloss.hooks.expected import wrong_settings
from gloss.hooks.failures import fail, stop
from gloss.hooks.settings import PelicanSettings

# Without it a theme has no page for a story.
TEMPLATE = "story.html"


def look_around(pelican: Any) -> None:
    """End the build where a setting is wrong or the theme another's; tell of plugins in the way."""
    settings = pelican.settings
    if settings.get("I18N_SUBSITES") and settings["SITEURL"] == f"/{settings['DEFAULT_LANG']}":
        settings["SITEURL"] = ""  # i18n_subsites knows no address either, and says "/de"
    if wrong := list(wrong_settings(settings)):
        stop(settings, wrong)
    if not any((folder / TEMPLATE).is_file() for folder in _template_folders(settings)):
        stop(settings, [f"THEME {settings['THEME']}: no theme of Gloss, it has no {TEMPLATE}"])
    fail(settings, _overwriting(pelican))


def _template_folders(settings: PelicanSettings) -> Iterator[Path]:
    yield from map(Path, settings["THEME_TEMPLATES_OVERRIDES"])
    yield Path(settings["THEME"]) / "templates"


def _overwriting(pelican: Any) -> Iterator[str]:
    for plugin in pelican.plugins:
        name = getattr(plugin, "__name__", str(plugin))
        if name.rpartition(".")[2] in ("sitemap", "pelican_sitemap", "extended_sitemap"):
            says = "writes over Gloss's sitemap.xml, and knows no story: take it out"
            yield f"PLUGINS: {name} {says}"


def refuse_articles(generator: Any) -> None:
    """End the build where Pelican has articles of its own: the theme has no page for them."""
    for article in generator.articles:
        says = (
            "Gloss has stories (content/stories) and pages (content/pages), no articles; "
            "ARTICLE_PATHS has to be []"
        )
        stop(generator.settings, [f"{article.source_path}: {says}"])


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(look_around)
    signals.article_generator_finalized.connect(refuse_articles)
