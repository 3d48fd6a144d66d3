"""A page to be written: where, with which template, showing what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    Its template is given the view's keys as variables, and beside them ``site`` (gloss.site.Site),
    ``path`` (below), ``link`` (``link("people/leon-li/")``: an address from the root as a link from
    this page; ``link("theme/css/gloss.css")`` for a file of the theme) and ``blocks`` (the article
    blocks that ``body`` asks for). All pages are made again when ``site``, the theme's templates or
    Gloss's version changed.

    path: the file under the output folder, such as ``people/leon-li/index.html``.
    template: the theme's file, such as ``name.html``.
    view: all that the template shows, as plain data (str, int, tuple, dict, frozen dataclass), or
        a pure function that makes it: pages are planned in one process and made in many, so a view
        that costs something is better made late. A page is written only when its template or its
        view changed, so nothing that a page shows may come from elsewhere.
    body: the slug of the article whose rendered blocks the template shows as ``blocks``; they are
        loaded only when the page is written. The view holds that article's digest.
    listed: the sitemap tells robots of the page; hidden stories are never listed.
    key: plain data that the view depends on entirely and that is cheaper than the view, or a pure
        function that makes it; of gloss.digest.marks as a rule. While it stays the same the view
        is not even made.
    source: the slug or id of the story or name that it is about, empty where it is of all.
    """

    path: str
    template: str
    view: Mapping[str, Any] | Callable[[], Mapping[str, Any]]
    body: str | None = None
    listed: bool = True
    key: Any = None
    source: str = ""
