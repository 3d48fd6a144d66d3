"""Texts as they are compared, whatever marks and capitals they have."""

from __future__ import annotations

import re

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return a text without capitals, and with one blank for all that stands between words."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()
