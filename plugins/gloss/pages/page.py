"""A page to be written: where, with which template, showing what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site.

    path: the file under the output folder, such as ``people/leon-li/index.html``.
    template: the theme's file, such as ``name.html``.
    view: all that the template shows, as plain data (str, int, tuple, dict, frozen dataclass). A
        page is written only when its path's template or its view changed, so nothing that a page
        shows may come from elsewhere.
    body: the slug of the article whose rendered blocks the template shows as ``blocks``; they are
        loaded only when the page is written. The view holds that article's digest.
    """

    path: str
    template: str
    view: Mapping[str, Any]
    body: str | None = None
