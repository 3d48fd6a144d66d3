"""Write elements as HTML; every text and value is escaped, once."""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element

_SPECIAL = re.compile("[&<>\"']")
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
        pieces.append(_text(element.text))
    for child in element:
        _write(child, pieces)
        if child.tail:
            pieces.append(_text(child.tail))
    pieces.append(f"</{tag}>")


def _text(text: str) -> str:
    return escape(text, quote=False) if _SPECIAL.search(text) else text


def _attributes(element: Element) -> str:
    return "".join([_attribute(name, value) for name, value in element.attrib.items()])


def _attribute(name: str, value: str) -> str:
    if not value:
        return f" {name}"
    return f' {name}="{escape(value) if _SPECIAL.search(value) else value}"'
