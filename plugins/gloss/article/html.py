"""Write elements as HTML; every text and value is escaped, once."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

_VOID = frozenset({"br", "hr", "img"})


def to_html(element: Element) -> str:
    """Return an element as HTML, what follows it left out."""
    pieces: list[str] = []
    _write(element, pieces)
    return "".join(pieces)


def _write(element: Element, pieces: list[str]) -> None:
    tag = element.tag
    pieces.append(f"<{tag}{_attributes(element)}>" if element.attrib else f"<{tag}>")
    if tag in _VOID:
        return
    if element.text:
        pieces.append(escape(element.text, quote=False))
    for child in element:
        _write(child, pieces)
        if child.tail:
            pieces.append(escape(child.tail, quote=False))
    pieces.append(f"</{tag}>")


def _attributes(element: Element) -> str:
    return "".join(
        f' {name}="{escape(value)}"' if value else f" {name}"
        for name, value in element.attrib.items()
    )
