"""XML from nodes: everything is escaped, and what XML 1.0 cannot hold is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Element:
    """An element: its name, attributes, and either children or text."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: Sequence[Element] = ()
    text: str = ""


def document(root: Element) -> bytes:
    """Return a whole document in UTF-8, one element a line."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', *_lines(root)]
    return "\n".join(lines).encode() + b"\n"


def _lines(node: Element) -> list[str]:
    attributes = "".join(
        f" {key}={quoteattr(_allowed(value))}" for key, value in node.attributes.items()
    )
    if node.children:
        inside = [line for child in node.children for line in _lines(child)]
        return [f"<{node.name}{attributes}>", *inside, f"</{node.name}>"]
    if node.text:
        return [f"<{node.name}{attributes}>{escape(_allowed(node.text))}</{node.name}>"]
    return [f"<{node.name}{attributes}/>"]


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("", text)
