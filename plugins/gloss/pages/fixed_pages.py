"""The pages that say how things are: network, search, data, about, not found, and redirects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gloss.formats.data import years_of
from gloss.formats.examples import DUCKDB, PANDAS
from gloss.formats.icalendar import has_calendar
from gloss.pages.accuracy import FIGURES
from gloss.pages.context import Context
from gloss.pages.drawing import draw_arcs, pairs_of
from gloss.pages.page import Page
from gloss.pages.paging import file_of
from gloss.site import Site
from gloss.story import KINDS
from gloss.urls import FOLDERS, entity_url

PAIRS = 120


def network_pages(context: Context) -> Iterator[Page]:
    """Return the picture of names, with the table behind it."""
    pairs = pairs_of(context.digest, context.links)
    view = {"drawing": draw_arcs(pairs), "pairs": tuple(pairs[:PAIRS])}
    yield Page("network/index.html", "network.html", view)


def fixed_pages(context: Context) -> Iterator[Page]:
    """Return the pages whose text hardly depends on the digest."""
    digest, site = context.digest, context.site
    named = {name.kind for name in digest.names.values()}
    kinds = tuple((kind, FOLDERS[kind]) for kind in KINDS if kind in named)
    yield Page("search/index.html", "search.html", {"kinds": kinds}, listed=False)
    corrected = any(story.declared for story in digest.stories.values()) or bool(digest.retracted)
    about = {"figures": FIGURES, "licences": _licences(site), "corrections": corrected}
    yield Page("about/index.html", "about.html", about)
    repeated = sum(len(story.repeated) for story in digest.stories.values())
    told = (len(digest.said), len(digest.statements), len(digest.events), repeated)
    counts = (len(digest.stories), len(digest.names), *told)
    examples = (("DuckDB", DUCKDB), ("pandas", PANDAS))
    calendar = has_calendar(digest.events)
    parts = tuple(sorted({*years_of(digest).values()} - {""}, reverse=True))
    data = {"counts": counts, "calendar": calendar, "examples": examples, "years": parts}
    yield Page("data/index.html", "data.html", data)
    yield Page("reading/index.html", "reading.html", {"kinds": KINDS}, listed=False)
    yield Page("404.html", "404.html", {"base": _base(site)}, listed=False)


def _licences(site: Site) -> tuple[tuple[str, str], tuple[str, str]]:
    """What may be done with the text, and with the annotations: words and address each."""
    return _licence(site.licence_text), _licence(site.licence_data)


def _licence(line: str) -> tuple[str, str]:
    words, _, rest = line.partition("<")
    return words.strip(), rest.rstrip("> ")


def _base(site: Site) -> str:
    """The path of the site on its host: a missing page is served at any depth."""
    _, _, rest = site.url.partition("://")
    folder = rest.partition("/")[2].strip("/")
    return f"/{folder}/" if folder else "/"


def redirect_pages(context: Context) -> Iterator[Page]:
    """Return a page at the address of each name that has another id now."""
    digest = context.digest
    for old, new in digest.redirects.items():
        if new in digest.names and old not in digest.names:
            view: dict[str, Any] = {"to": digest.names[new].url, "name": digest.names[new].name}
            yield Page(file_of(entity_url(old)), "redirect.html", view, listed=False, source=new)
