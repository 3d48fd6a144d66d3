"""In which line of an article something stands."""

from __future__ import annotations

import re

from gloss.article.slips import unmarked

_ESCAPE = re.compile(r"\\(.)")
_SAID = re.compile(r"“(.+?)(?: …)?”")


def line_holding(text: str, words: str) -> int:
    """Return the first line of an article's body that shows some words; 0 where none does."""
    head, _, body = text.partition("\n\n")
    wanted = " ".join(words.split())
    for number, line in enumerate(body.split("\n"), head.count("\n") + 3):
        if wanted and wanted in _ESCAPE.sub(r"\1", unmarked(line)):
            return number
    return 0


def line_of_doubt(text: str, says: str) -> int:
    """Return the line of the words that a doubt quotes, 0 where it quotes none."""
    said = _SAID.search(says)
    return line_holding(text, said[1]) if said else 0
