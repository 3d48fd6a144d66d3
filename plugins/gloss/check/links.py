"""Follow every internal link of the built site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from gloss.check.findings import Finding

_ADDRESSES = {"href", "src", "data-index"}


@dataclass
class Page:
    """The links of a page, and what can be linked to in it."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def check_links(output: Path, root: str = "") -> Iterator[Finding]:
    """Find links that lead to no file or fragment of the site.

    root: the path under which the site is published (``/repo``), for links that begin with it.
    """
    pages = {path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*.html"))}
    read = cache(lambda name: read_page(pages[name]))
    for name in pages:
        for link in dict.fromkeys(read(name).links):
            target = resolve(name, link, root)
            if target is None:
                continue
            path, fragment = target
            if not _exists(output, path):
                yield Finding("broken links", name, f"{link} leads to no file")
            elif fragment and path in pages and fragment not in read(path).ids:
                yield Finding("broken links", name, f"{link}: no such place on that page")


def resolve(page: str, link: str, root: str) -> tuple[str, str] | None:
    """Return the file and fragment that a link leads to; None where it leaves the site."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return page + "\0", ""
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        path = path.removeprefix(root).lstrip("/") or "./"
    elif path:
        path = join(page.rpartition("/")[0], path)
    else:
        return page, unquote(parts.fragment)
    folder = path.endswith("/")
    path = normpath(path)
    if folder or path == ".":
        path = normpath(join(path, "index.html"))
    return path, unquote(parts.fragment)


def _exists(output: Path, path: str) -> bool:
    return not path.startswith("../") and "\0" not in path and (output / path).is_file()


def read_page(path: Path) -> Page:
    """Read the links and ids of a page."""
    reading = _Reading()
    reading.feed(path.read_text(encoding="utf-8"))
    return reading.page


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.page.ids.add(value)
            elif name in _ADDRESSES and value and not (tag == "link" and _is_elsewhere(attrs)):
                self.page.links.append(value)


def _is_elsewhere(attrs: list[tuple[str, str | None]]) -> bool:
    return dict(attrs).get("rel") in ("canonical", "alternate canonical")
