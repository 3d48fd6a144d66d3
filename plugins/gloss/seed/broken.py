"""Text that was broken before it came: UTF-8 read as something else and saved (â€œ, BurkinabÃ¨).

The signs are those that ftfy knows; Gloss changes nothing, since a story's words are its own.
"""

from __future__ import annotations

import re

from ftfy.badness import BADNESS_RE

# Of letters and marks that are none of these something may be broken; most stories have no others.
USUAL = "“”‘’–—…"
_UNUSUAL = re.compile(rf"[^\x00-\x7f{USUAL}]")
_LOST = re.compile("\ufffd+|ï¿½")
_WORD = re.compile(r"\S*$"), re.compile(r"\S*")
MOST = 24  # characters that are shown


def broken(text: str) -> tuple[int, str] | None:
    """Return the line (from 1) and the word in which a text first looks broken; None where not."""
    if not _UNUSUAL.search(text):
        return None
    found = min(
        filter(None, (BADNESS_RE.search(text), _LOST.search(text))),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return line, _word_at(text, found.start(), found.end())


def _word_at(text: str, start: int, end: int) -> str:
    before, behind = _WORD[0].search(text[:start][-MOST:]), _WORD[1].match(text, end)
    word = (before.group() if before else "") + text[start:end] + (behind.group() if behind else "")
    return word if len(word) <= MOST else text[start:end][:MOST]


def told(word: str) -> str:
    """Say what is wrong with such a text, and what to do."""
    return f"“{word}” was broken before it came (read in a wrong encoding): put its letters right"
