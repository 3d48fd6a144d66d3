"""Where the sentences of a paragraph lie, without a model: good enough to quote one as context."""

from __future__ import annotations

import re

from gloss.story import Span

# What ends in a full stop and goes on: titles, companies, months, initials, abbreviated names.
_GO_ON = (
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Rev Hon Pres St Mt No vs v al etc"
    " Inc Corp Ltd Co Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec approx est Jr Sr"
    " Ph.D"
)
_ABBREVIATED = frozenset(_GO_ON.split())
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]")
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])")
_SPACE = re.compile(r"\s*")
_BREAK = re.compile(r"\n+")


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text in order; no sentence crosses a line break.

    >>> sentences("Mr. Hill came. He left.")
    [Span(start=0, end=14), Span(start=15, end=23)]
    """
    found = []
    for line in paragraphs(text):
        start = line.start
        for end in _END.finditer(text, line.start, line.end):
            if not _goes_on(text, start, end.start()):
                found.append(Span(start, end.end()))
                start = _SPACE.match(text, end.end()).end()  # type: ignore[union-attr]
        found.append(Span(start, line.end))
    return found


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at ``stop`` is that of an abbreviation rather than the end."""
    if text[stop] != ".":
        return False
    word = text[max(start, stop - 12) : stop].rpartition(" ")[2].lstrip("“\"‘'(")
    return word in _ABBREVIATED or _INITIALS.fullmatch(word) is not None


def paragraphs(text: str) -> list[Span]:
    """Return the lines of a text that hold something, without the space around them."""
    found = []
    start = 0
    for piece in [*_BREAK.finditer(text), None]:
        end = piece.start() if piece else len(text)
        line = text[start:end]
        if line.strip():
            left = len(line) - len(line.lstrip())
            found.append(Span(start + left, start + len(line.rstrip())))
        start = piece.end() if piece else end
    return found
