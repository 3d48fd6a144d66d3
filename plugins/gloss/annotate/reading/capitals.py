"""Lines that are all capitals, as they would be written else: a model reads them better so.

A word is written as elsewhere in the story, and with a capital where it stands nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gloss.story import Span

FEWEST = 2  # words of a line in capitals
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def without_capitals(text: str, paragraphs: Sequence[Span]) -> str:
    """Return a text of the same length, its lines in capitals as they would be written else."""
    lines = [p for p in paragraphs if _is_shouted(text[p.start : p.end])]
    if not lines:
        return text
    forms = _forms(text, sorted({*paragraphs} - {*lines}))
    pieces, at = [], 0
    for line in lines:
        pieces += [text[at : line.start], _spoken(text[line.start : line.end], forms)]
        at = line.end
    return "".join([*pieces, text[at:]])


def _is_shouted(line: str) -> bool:
    words = [word for word in _WORD.findall(line) if len(word) > 1]
    return len(words) >= FEWEST and line.isupper()


def _forms(text: str, paragraphs: Iterable[Span]) -> Mapping[str, str]:
    """Return how words are mostly written inside the sentences of the rest of a story."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for paragraph in paragraphs:
        for found in _WORD.finditer(text, paragraph.start, paragraph.end):
            word = found.group()
            before = text[max(0, found.start() - 2) : found.start()]
            inside = before.endswith(" ") and (before[0].isalnum() or before[0] == ",")
            times[word.upper()][word] += 2 if inside else 1
    return {word: forms.most_common(1)[0][0] for word, forms in times.items()}


def _spoken(line: str, forms: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: _one(found.group(), forms), line)


def _one(word: str, forms: Mapping[str, str]) -> str:
    form = forms.get(word) or word[0] + word[1:].lower()
    return form if len(form) == len(word) else word
