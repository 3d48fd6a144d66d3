"""What was changed of a text: the words, as ``read`` corrections, and whole new paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from gloss.article.quoted_pieces import BREAK, paragraph_spans
from gloss.corrections.anchoring import anchor
from gloss.corrections.emend import READ, put_in
from gloss.corrections.nouns import Correction
from gloss.story import Span

# Two paragraphs of which less than this is alike are two, not one that was changed.
ALIKE = 0.5

# A stretch of old tokens, and the stretch of new ones in its place.
_Change = tuple[int, int, int, int]

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Edit:
    """Words of an old text, and those in their place."""

    place: Span
    words: str


@dataclass(frozen=True)
class TextEdits:
    """How an edited text came of an old one.

    corrections: by which ``emend`` makes the old text ``text``; edits: the same by offsets.
    own: the numbers of the edited paragraphs that are the editor's own, and no part of ``text``.
    """

    text: str
    corrections: tuple[Correction, ...]
    edits: tuple[Edit, ...]
    own: frozenset[int]

    def moved(self, span: Span) -> Span | None:
        """Return where a stretch of the old text stands in ``text``; None where it is gone."""
        start = _moved(self.edits, span.start, at_end=False)
        end = _moved(self.edits, span.end, at_end=True)
        return Span(start, end) if start < end else None


def text_edits(old: str, edited: str) -> TextEdits:
    """Find what was changed of a text, word by word."""
    olds, news = old.split(BREAK), edited.split(BREAK)
    pairs = dict(_all_pairs(olds, news)) or {0: 0}  # where nothing is left, it is read otherwise
    spans, edits = paragraph_spans(old), list[Edit]()
    for number, span in enumerate(spans):
        if number not in pairs:
            edits.append(Edit(_with_break(spans, number, min(pairs)), ""))
        elif olds[number] != news[pairs[number]]:
            edits += _words(olds[number], news[pairs[number]], span.start)
    own = frozenset(range(len(news))) - frozenset(pairs.values())
    return TextEdits(*_applied(old, edits), own)


def _all_pairs(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
    for tag, i, i2, j, j2 in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(i, i2), range(j, j2), strict=True)
        else:
            yield from ((i + a, j + b) for a, b in _pairs(olds[i:i2], news[j:j2]))


def _with_break(spans: Sequence[Span], number: int, first: int) -> Span:
    """Return a paragraph that goes, with the break that goes with it; ``first`` is one that
    stays."""
    if number > first:
        return Span(spans[number - 1].end, spans[number].end)
    return Span(spans[number].start, spans[number + 1].start)


def _pairs(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Pair each old paragraph with the new one that came of it, in order."""
    pairs, free = [], 0
    for a, old in enumerate(olds):
        for b in range(free, len(news)):
            if _likeness(old, news[b]) >= ALIKE:
                pairs.append((a, b))
                free = b + 1
                break
    return pairs


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, _TOKEN.findall(a), _TOKEN.findall(b), autojunk=False).ratio()


def _words(old: str, new: str, at: int) -> Iterator[Edit]:
    """Yield what was changed inside a paragraph, whole words at a time."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in olds:
        starts.append(starts[-1] + len(token))
    codes = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    for change in _joined(codes, olds):
        i, i2, j, j2 = _without_blanks(_with_a_word(change, olds), olds, news)
        yield Edit(Span(at + starts[i], at + starts[i2]), "".join(news[j:j2]))


def _with_a_word(change: _Change, olds: Sequence[str]) -> _Change:
    """Take in the word before or behind, where what is changed holds none: it tells the place."""
    i, i2, j, j2 = change
    while i and not any(map(_has_word, olds[i:i2])):
        i, j = i - 1, j - 1
    while i2 < len(olds) and not any(map(_has_word, olds[i:i2])):
        i2, j2 = i2 + 1, j2 + 1
    return i, i2, j, j2


def _without_blanks(change: _Change, olds: Sequence[str], news: Sequence[str]) -> _Change:
    """Leave out the blanks at the end that stay as they are."""
    i, i2, j, j2 = change
    while i2 - i > 1 and j2 > j and olds[i2 - 1].isspace() and olds[i2 - 1] == news[j2 - 1]:
        i2, j2 = i2 - 1, j2 - 1
    return i, i2, j, j2


def _has_word(token: str) -> bool:
    return token[0].isalnum()


def _joined(
    opcodes: Sequence[tuple[str, int, int, int, int]], olds: Sequence[str]
) -> list[_Change]:
    """Return the changes; two without a word between them are one."""
    joined: list[_Change] = []
    for tag, i, i2, j, j2 in opcodes:
        if tag == "equal":
            continue
        if joined and not any(map(_has_word, olds[joined[-1][1] : i])):
            before = joined.pop()
            joined.append((before[0], i2, before[2], j2))
        else:
            joined.append((i, i2, j, j2))
    return joined


def _applied(
    old: str, edits: Sequence[Edit]
) -> tuple[str, tuple[Correction, ...], tuple[Edit, ...]]:
    """Make the edits one by one, each told by what stands around it then."""
    text, by, made = old, 0, []
    for edit in edits:
        place = Span(edit.place.start + by, edit.place.end + by)
        words = text[place.start : place.end].strip("\n")
        start = text.index(words, place.start)
        made.append(Correction(READ, edit.words, (anchor(text, start, start + len(words)),)))
        text = put_in(text, place, edit.words)
        by += len(edit.words) - len(edit.place)
    return text, tuple(made), tuple(edits)


def _moved(edits: Sequence[Edit], offset: int, at_end: bool) -> int:
    """Return where an offset comes to lie; one inside changed words, at their nearer edge."""
    by = 0
    for edit in edits:
        start, end = edit.place.start, edit.place.end
        if offset < start or (offset == start and (at_end or start < end)):
            break
        if offset < end:
            return end + by + len(edit.words) - len(edit.place) if at_end else start + by
        by += len(edit.words) - len(edit.place)
    return offset + by
