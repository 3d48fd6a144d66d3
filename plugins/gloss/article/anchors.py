"""Permalinks within a page: made of what they point to, so that they stay when the rest changes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from gloss.article.marks import words_within
from gloss.story import Span


class Anchors:
    """The anchors of one page: a repeated one gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def new(self, wanted: str) -> str:
        """Return an anchor that is not taken: the wanted one, or with ``-2``, ``-3`` …"""
        anchor = wanted
        while anchor in self._taken:
            self._counts[wanted] += 1
            anchor = f"{wanted}-{self._counts[wanted] + 1}"
        self._taken.add(anchor)
        return anchor


def quotation_anchor(words: str) -> str:
    """Return ``q-`` and eight digits of the SHA-256 of a quotation's words.

    Of a quotation over paragraphs they are the first one's, without quotation marks.
    """
    inner = words_within(words, Span(0, len(words)))
    digest = hashlib.sha256(words[inner.start : inner.end].encode("utf-8", "replace"))
    return f"q-{digest.hexdigest()[:8]}"


def report_anchor(words: str) -> str:
    """Return ``r-`` and eight digits of the SHA-256 of a report's words."""
    return f"r-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}"


def date_anchor(edtf: str) -> str:
    """Return ``t-`` and the date, in characters that need no escaping in an address."""
    return "t-" + re.sub(r"[^A-Za-z0-9.-]", "_", edtf)
