"""Which words are a story's own: what others say of a name is no description of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from gloss.annotate.reading import Reading
from gloss.story import Span

FEWEST_WORDS = 5  # of a headline, small ones aside

_HANDLE = re.compile(r"(?<![\w.])[@#][A-Za-z_]\w+|pic\.twitter\.com")
_TELLING = ("NN", "VB", "JJ", "RB")  # Penn Treebank tags begin so


def quoted(reading: Reading) -> frozenset[int]:
    """Return the numbers of the tokens between quotation marks, or by a mark without partner."""
    between = _tokens(reading, (Span(pair.start, pair.end) for pair in reading.marks.quoted))
    odd = {mark.start for mark in reading.marks.odd}
    beside = (s for s in reading.doc.sents if odd and not odd.isdisjoint(_characters(s)))
    return between | {token.i for sentence in beside for token in sentence}


def displayed(reading: Reading) -> frozenset[int]:
    """Return the numbers of the tokens of posts and of headlines: every word may be a verb."""
    shown = (s for s in reading.doc.sents if _HANDLE.search(s.text) or _is_headline(s))
    return _tokens(reading, reading.posts) | {token.i for sentence in shown for token in sentence}


def _is_headline(sentence: Iterable[Token]) -> bool:
    """Tell whether All Words That Say Something Begin With a Capital."""
    words = 0
    for token in sentence:
        if token.is_alpha and token.tag_.startswith(_TELLING):
            if not token.text[0].isupper():
                return False
            words += 1
    return words >= FEWEST_WORDS


def _characters(sentence: Sentence) -> range:
    return range(sentence.start_char, sentence.end_char)


def _tokens(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    found = (reading.doc.char_span(s.start, s.end, alignment_mode="expand") for s in spans)
    return frozenset(token.i for span in found if span for token in span)
