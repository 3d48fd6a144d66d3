"""What a paragraph is, by its own form and that of its neighbours: an item, a row, a line of verse.

A page sets such paragraphs closer, or apart; words, numbers and anchors stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import groupby
from typing import Literal, get_args

from gloss.story import Block

Form = Literal["item", "row", "dialogue", "verse", "sub-head", ""]
FORMS: tuple[Form, ...] = get_args(Form)

_TAG = re.compile(r"<[^>]*>")
_ITEM = re.compile(r"[-•*–·] \S")
_ROW = re.compile(r"\S \| ?\S")
# A speaker in capitals, as transcripts have it.
_TURN = re.compile(r"[A-Z][A-Z .'’-]{1,30}: \S")
_ENDS = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
LONGEST_LINE = 60  # characters of a line of verse, or of a sub-heading
SHORTEST_TEXT = 100  # of a paragraph that a sub-heading stands between
FEWEST_LINES = 3  # of verse


def forms_of(paragraphs: Sequence[str]) -> list[Form]:
    """Return the form of each of a story's paragraphs; most have none."""
    plain = [_by_itself(text) for text in paragraphs]
    forms: list[Form] = []
    for form, run in groupby(plain):
        count = len(list(run))
        forms += [form if form and count > 1 else ""] * count
    for start, end in _runs_of_short(paragraphs, forms):
        if _is_verse(paragraphs[start:end]):
            forms[start:end] = ["verse"] * (end - start)
        elif end - start == 1 and _is_sub_head(paragraphs, start):
            forms[start] = "sub-head"
    return forms


def forms_of_blocks(blocks: Iterable[Block]) -> dict[str, Form]:
    """Return the forms of an article's blocks, by their anchors; what has none is left out."""
    blocks = tuple(blocks)
    forms = forms_of([_words_of(block) for block in blocks])
    return {block.id: form for block, form in zip(blocks, forms, strict=True) if form}


def _words_of(block: Block) -> str:
    """A paragraph's words; whatever is none is as good as a long one."""
    if block.type != "paragraph":
        return "x" * SHORTEST_TEXT
    return " ".join(unescape(_TAG.sub("", block.html)).split())


def _by_itself(text: str) -> Form:
    if _ITEM.match(text):
        return "item"
    if _TURN.match(text):
        return "dialogue"
    return "row" if _ROW.search(text) else ""


def _runs_of_short(paragraphs: Sequence[str], forms: Sequence[Form]) -> list[tuple[int, int]]:
    runs, at = [], 0
    short = [len(text) <= LONGEST_LINE and not forms[n] for n, text in enumerate(paragraphs)]
    for is_short, run in groupby(short):
        count = len(list(run))
        if is_short:
            runs.append((at, at + count))
        at += count
    return runs


def _is_verse(lines: Sequence[str]) -> bool:
    """Tell whether lines break off as verse does: most of them inside a sentence."""
    inside = sum(not _SENTENCE_END.search(line) for line in lines)
    return len(lines) >= FEWEST_LINES and 3 * inside >= 2 * len(lines)


def _is_sub_head(paragraphs: Sequence[str], at: int) -> bool:
    beside = (*paragraphs[at - 1 : at], *paragraphs[at + 1 : at + 2]) if at else ()
    text = paragraphs[at]
    return (
        len(beside) == 2
        and all(len(other) >= SHORTEST_TEXT for other in beside)
        and text[:1].isupper()
        and not _ENDS.search(text)
    )
