"""From bytes to paragraphs: line ends, and where one paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from gloss.seed.encodings import to_unicode

# Widths between which a text may have been hard-wrapped.
NARROWEST, WIDEST = 40, 130
# A line may stay this much shorter than it could be and still be taken for a wrapped one.
SLACK = 8

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
_SEPARATOR = re.compile("[\x1c-\x1f]")
# What no HTML page and no XML file may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]]*$")


def decode(data: bytes) -> tuple[str, list[str]]:
    """Return a file's text with ``\\n`` line ends, and notices (``LINE: what was put right``).

    Raises ValueError (``LINE: what is wrong``) where the content is no text.
    """
    text, notices = to_unicode(data)
    text = _SEPARATOR.sub(" ", _LINE_END.sub("\n", text))
    bad = _FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        text, count = _FORBIDDEN.subn("", text)
        what = "1 control character" if count == 1 else f"{count:,} control characters"
        notices.append(f"{line}: left out {what}, which no page can hold")
    return text, notices


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs that lines make up, each as one line, trimmed.

    A line is a paragraph, unless the text was hard-wrapped (docs/seeds.md says how that is told).
    """
    chunks = _chunks(lines)
    width = wrapped_at(chunks)
    if width is None:
        return [line.strip() for chunk in chunks for line in chunk]
    return [paragraph for chunk in chunks for paragraph in _joined(chunk, width)]


def _chunks(lines: Sequence[str]) -> list[list[str]]:
    """Cut lines at blank ones; a line keeps the blanks before it, which may be an indentation."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            chunks[-1].append(line.rstrip())
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def wrapped_at(chunks: Sequence[Sequence[str]]) -> int | None:
    """Return the width at which a text was hard-wrapped, or None where a line is a paragraph.

    A text wrapped at a width has no line beyond it, and none that had room for the next line's
    first word, but for the last of a paragraph, which ends a sentence; and at least a third of its
    lines break off inside one.
    """
    lines = chain.from_iterable(chunks)
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    return width if NARROWEST <= width <= WIDEST and _is_wrapped(chunks, width) else None


def _is_wrapped(chunks: Sequence[Sequence[str]], width: int) -> bool:
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    inside = [(a, b) for a, b in pairs if not _SENTENCE_END.search(a) and not _ITEM.match(b)]
    full = [a for a, b in inside if _is_full(a, b, width)]
    return bool(full) and 3 * len(full) >= len(pairs) and 10 * len(full) >= 9 * len(inside)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(None, 1)[0]) > width - SLACK


def _joined(chunk: Sequence[str], width: int) -> list[str]:
    """Join lines; a paragraph begins behind a short line, or with an indented one."""
    margin = min(map(_indent, chunk))
    joined = [chunk[0].strip()]
    for before, line in pairwise(chunk):
        if _is_full(before, line, width) and _indent(line) == margin:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    return joined


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
