"""Follow every internal link of the built site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from gloss.check.findings import Finding

_TAG = re.compile(r"<[a-z][^<>]*")
_ATTRIBUTE = re.compile(r"\s(href|src|id)=\"([^\"]+)\"")
_ELSEWHERE = re.compile(r"\srel=\"(?:(?:alternate )?canonical|external\")")


@dataclass
class LinkedPage:
    """The links of a page, and what can be linked to in it."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def check_links(output: Path, root: str = "") -> Iterator[Finding]:
    """Find links that lead to no file or fragment of the site.

    root: the path under which the site is published (``/repo``), for links that begin with it.
    """
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    read = cache(lambda name: read_page(output / name))
    for name in sorted(file for file in files if file.endswith(".html")):
        for link in dict.fromkeys(read(name).links):
            target = resolve(name, link, root)
            if target is None:
                continue
            path, fragment = target
            if path not in files:
                yield Finding("broken links", name, f"{link} leads to no file")
            elif fragment and path.endswith(".html") and fragment not in read(path).ids:
                yield Finding("broken links", name, f"{link}: no such place on that page")


def resolve(page: str, link: str, root: str) -> tuple[str, str] | None:
    """Return the file and fragment that a link leads to; None where it leaves the site."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "", ""
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


def read_page(path: Path) -> LinkedPage:
    """Read the links and ids of a page.

    Pages are Gloss's own, with every ``<`` and ``>`` of a text or value escaped, so a tag can be
    told by its form; a whole HTML parser takes ten times as long.
    """
    page = LinkedPage()
    for tag in _TAG.findall(path.read_text(encoding="utf-8")):
        elsewhere = tag.startswith("<link") and _ELSEWHERE.search(tag)
        for name, value in _ATTRIBUTE.findall(tag):
            if name == "id":
                page.ids.add(unescape(value))
            elif not elsewhere:
                page.links.append(unescape(value))
    return page
