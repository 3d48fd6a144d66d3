"""Names in headlines and sub-headings, which are read by the text below them.

A heading lends its first word to a name ("End Smith 'denial'"), is one common word ("Reaction"), or
is all capitals, so that a capital says nothing ("PARIS TRIP").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gloss.annotate.candidate import Candidate, of_kind
from gloss.annotate.entities.sentence_starts import COMMON, is_known
from gloss.annotate.reading import Reading
from gloss.gazetteer import is_city, is_region
from gloss.naming.lexicon import FIRST_NAMES, TITLES
from gloss.naming.name_words import fold, words_of

SURE = 0.9  # of a place that a gazetteer knows
_FIRST_NAMES = {fold(name) for names in FIRST_NAMES.values() for name in names}


def trust_headings(reading: Reading, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, those of headings as far as the story bears them out."""
    below = [name for name in names if not reading.in_heading(name.start)]
    if all(reading.in_heading(paragraph.start) for paragraph in reading.paragraphs):
        return list(names)
    text = _Text(reading, frozenset(fold(w) for name in below for w in words_of(name.text)))
    found = (text.trusted(name) if reading.in_heading(name.start) else name for name in names)
    return [name for name in found if name]


@dataclass(frozen=True)
class _Text:
    """A story, and the words of the names below its headings, folded."""

    reading: Reading
    words: frozenset[str]

    def trusted(self, name: Candidate) -> Candidate | None:
        """Return what of a heading's name is one: all of it, a part, or nothing."""
        line = self._line(name)
        if line.isupper():
            return self._shouted(name)
        if is_known(name.text):
            return name
        first, _, rest = name.text.partition(" ")
        if not rest:
            return name if first != line.strip() or self._named(first) else None
        lends = self._opens_with_common_word(name) and not self._named(first)
        return _part(name, rest) if lends and all(map(self._named, words_of(rest))) else name

    def _line(self, name: Candidate) -> str:
        text = self.reading.text
        return text[text.rfind("\n", 0, name.start) + 1 :].partition("\n")[0]

    def _named(self, word: str) -> bool:
        return fold(word) in self.words

    def _opens_with_common_word(self, name: Candidate) -> bool:
        token = self.reading.doc.char_span(name.start, name.start + 1, alignment_mode="expand")
        return token is not None and token[0].tag in COMMON

    def _shouted(self, name: Candidate) -> Candidate | None:
        """Return what the story names below, or else a place that everybody knows."""
        words = words_of(name.text)
        before = self.reading.around(name.start, name.end).word_before.title()
        is_persons = fold(words[0]) in _FIRST_NAMES or before in TITLES
        if is_persons or all(map(self._named, words)):
            return name
        for part in _parts(name.text):
            if is_region(part.title()) or is_city(part.title()):
                return _part(name, part)._replace(probs=of_kind("place", SURE))
            if all(map(self._named, words_of(part))):
                return _part(name, part)
        return None


def _parts(name: str) -> Iterator[str]:
    """Yield the stretches of whole words of a name, the longest first."""
    words = name.split(" ")
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _part(name: Candidate, part: str) -> Candidate:
    start = name.start + name.text.index(part)
    return name._replace(start=start, end=start + len(part), text=part)
