"""HTML into lines of text: a paragraph, sub-heading, list item or row of a table each."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_SILENT = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "title", "svg", "iframe"),
        *("button", "select", "textarea"),
    )
)


def lines_of(html: str | Tag) -> list[str]:
    """Return the lines of a piece of HTML; ``<br>`` ends one, and a row's cells stand in one."""
    root = BeautifulSoup(html, "html.parser") if isinstance(html, str) else html
    text = "".join(_walk(root))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line.strip("-•| ")]


def _walk(element: PageElement) -> Iterator[str]:
    if isinstance(element, NavigableString):
        if not isinstance(element, PreformattedString):
            preformatted = any(parent.name == "pre" for parent in element.parents)
            yield str(element) if preformatted else str(element).replace("\n", " ")
    elif isinstance(element, Tag) and element.name not in _SILENT:
        yield from _walk_tag(element)


def _walk_tag(tag: Tag) -> Iterator[str]:
    if tag.name == "br":
        yield "\n"
    elif tag.name == "tr":
        cells = tag.find_all(["td", "th"], recursive=False)
        yield "\n" + " | ".join(
            " ".join("".join(map(_text, cell.children)).split()) for cell in cells
        )
        yield "\n"
    else:
        block = tag.name in _BLOCKS
        yield "\n" * block + "- " * (tag.name == "li")
        for child in tag.children:
            yield from _walk(child)
        yield "\n" * block


def _text(element: PageElement) -> str:
    return "".join(_walk(element))
