"""The editor's own pages, made HTML of by Pelican, as the search and the sitemap take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import chain
from typing import Any

from markupsafe import Markup

from gloss.site import OwnPage

# Elements inside a line; all others begin a new one.
_split = str.split
_INSIDE = _split(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s small span strong sub sup time u var wbr"
)
_UNSEEN = frozenset({"script", "style", "template"})


def own_pages(context: Mapping[str, Any]) -> tuple[OwnPage, ...]:
    """Return Pelican's pages and their translations, in the order of their addresses."""
    every = sorted(versions(context, "pages"), key=lambda page: str(page.url))
    return tuple(
        OwnPage(str(page.url), str(Markup(page.title).striptags()), text_of(page.content))
        for page in every
    )


def versions(context: Mapping[str, Any], *kinds: str) -> Iterator[Any]:
    """Yield each of Pelican's pages of some kinds, and its translations.

    Those that stand in another language's site (i18n_subsites) are not of this one.
    """
    elsewhere = context.get("lang_siteurls", ())
    for page in chain.from_iterable(context.get(kind, ()) for kind in kinds):
        yield page
        yield from (one for one in page.translations if one.lang not in elsewhere)


def text_of(html: str) -> str:
    """Return the words of a page, a line for each paragraph, heading or item.

    >>> text_of("<h2>We</h2><p>are <b>h</b>ere.</p><style>p { color: red }</style>")
    'We\\nare here.'
    """
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self._line(tag)
        if tag in _UNSEEN and not self._unseen:
            self._unseen = tag

    def handle_endtag(self, tag: str) -> None:
        self._line(tag)
        if tag == self._unseen:
            self._unseen = ""

    def _line(self, tag: str) -> None:
        if tag not in _INSIDE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(" ".join(data.split("\n")))
