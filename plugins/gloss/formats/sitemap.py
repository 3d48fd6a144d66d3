"""sitemap.xml (sitemaps.org) and robots.txt, once the site's address is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from gloss.formats.xml import Element, document
from gloss.output import File
from gloss.site import Site

XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
# The protocol allows 50,000 addresses in a file.
IN_A_FILE = 40_000


def sitemap_files(pages: Mapping[str, str | None], site: Site) -> Iterator[File]:
    """Yield the files for robots.

    pages: address from the root -> the ISO day of its last change, or None where it is not known.
    """
    if not site.url:
        yield File("robots.txt", "", partial(_robots, ""))
        return
    yield File("robots.txt", site.url, partial(_robots, site.url))
    every = tuple(pages.items())
    parts = [every[start : start + IN_A_FILE] for start in range(0, len(every), IN_A_FILE)]
    if len(parts) < 2:
        yield File("sitemap.xml", every, partial(_sitemap, every, site.url))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield File("sitemap.xml", names, partial(_index, names, site.url))
    for name, part in zip(names, parts, strict=True):
        yield File(name, part, partial(_sitemap, part, site.url))


def _robots(url: str) -> bytes:
    sitemap = f"\nSitemap: {url}/sitemap.xml\n" if url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()


def _index(names: Sequence[str], url: str) -> bytes:
    children = [
        Element("sitemap", children=[Element("loc", text=f"{url}/{name}")]) for name in names
    ]
    return document(Element("sitemapindex", {"xmlns": XMLNS}, children))


def _sitemap(pages: Sequence[tuple[str, str | None]], url: str) -> bytes:
    children = [
        Element(
            "url",
            children=[
                Element("loc", text=f"{url}/{page}"),
                *([Element("lastmod", text=day)] if day else []),
            ],
        )
        for page, day in pages
    ]
    return document(Element("urlset", {"xmlns": XMLNS}, children))
