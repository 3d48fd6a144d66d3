"""What no page may hold, whatever it was made of."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class BrokenLawError(AssertionError):
    """A law that does not hold."""


class Harmless(HTMLParser):
    """Reads a page; raises BrokenLawError where it holds what runs something, or another's form."""

    ELEMENTS = frozenset({"iframe", "object", "embed", "base", "form", "applet", "frame", "math"})

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        runs = tag == "script" and held.get("type") != "application/ld+json" and "src" not in held
        hands = [name for name in held if name.startswith("on") or name == "srcdoc"]
        links = [str(held.get(name, "")).strip().lower() for name in ("href", "src", "action")]
        if runs or hands or any(link.startswith(("javascript:", "data:")) for link in links):
            raise BrokenLawError(f"{self.path.parent.name}: <{tag} {attrs}>")
        if tag in self.ELEMENTS and "search" not in str(held.get("action", held.get("class", ""))):
            raise BrokenLawError(f"{self.path.parent.name}: <{tag} {attrs}>")
