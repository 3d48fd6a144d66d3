"""The editor's own pages (content/pages), written by Pelican with Gloss's templates."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from pelican import signals

from gloss.hooks.settings import PelicanSettings, site_of, site_with
from gloss.hooks.standing import all_stands

_ROOTED = re.compile(r"""(<[a-z][^<>]*?\s(?:href|src)=["'])/(?!/)([^"']*)""")


def give_templates(generator: Any) -> None:
    """Let Pelican's pages be printed as the digest's are: ``site``, ``link_from``, the words."""
    if all_stands(generator.settings) and not _own_pages(generator.settings):
        return
    from gloss.assembly.templates import load_environment  # not needed before
    from gloss.hooks.building import theme_of

    environment = load_environment(theme_of(generator.settings))
    environment.globals["site"] = site_of(generator.settings)
    environment.globals["link_from"] = link_from
    environment.filters["linked_from"] = linked_from
    generator.env = environment


def _own_pages(settings: PelicanSettings) -> bool:
    folders = (Path(settings["PATH"]) / folder for folder in settings["PAGE_PATHS"])
    return any(folder.is_dir() for folder in folders)


def tell_pages(generator: Any, content: Any) -> None:
    """Let own pages know of each other, and of other languages' sites, before each is written."""
    del content
    site = site_with(generator.settings, generator.context)
    generator.env.globals["site"] = site
    generator.env.globals["resolved"] = partial(urljoin, f"{site.url}/" if site.url else "")


def link_from(file: str) -> partial[str]:
    """Return what makes links from a page, as ``link`` does on the digest's own."""
    return partial(_link, file.removesuffix("index.html"))


def linked_from(html: str, file: str) -> str:
    """Return a page's HTML with addresses that begin at the site's root as links from the page.

    So they lead there wherever the site is published. HTML is what Markdown made of the page, in
    which no attribute holds a quotation mark.
    """
    return _ROOTED.sub(lambda found: found[1] + link_from(file)(found[2]), str(html))


def _link(here: str, target: str) -> str:
    from gloss.urls import relative  # not needed where nothing was touched

    return relative(target, here)


def register() -> None:
    """Connect the handler."""
    signals.page_generator_init.connect(give_templates)
    signals.page_generator_write_page.connect(tell_pages)
