"""Which words a story says in its own voice: what others say of a name is no description of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from gloss.annotate.language import Reading
from gloss.annotate.quotes.pairing import pair_marks
from gloss.story import Span

# Of a post: a longer line only mentions a handle or a hashtag.
LONGEST_POST = 400  # characters
FEWEST_WORDS = 5  # of a headline, small ones aside

_HANDLE = re.compile(r"(?<![\w.])[@#][A-Za-z_]\w+|pic\.twitter\.com")
_POST = re.compile(r"\s*[@#]\w|.*(?:\(@\w+\)|[\s(][@#]\w+\W*$)")
_TELLING = ("NN", "VB", "JJ", "RB")  # Penn Treebank tags begin so


def quoted(reading: Reading) -> frozenset[int]:
    """Return the numbers of the tokens between quotation marks, or by a mark without partner."""
    paired = pair_marks(reading.text, reading.paragraphs)
    between = _tokens(reading, (Span(pair.start, pair.end) for pair in paired.quoted))
    odd = {mark.start for mark in paired.odd}
    beside = (s for s in reading.doc.sents if odd and not odd.isdisjoint(_characters(s)))
    return between | {token.i for sentence in beside for token in sentence}


def displayed(reading: Reading) -> frozenset[int]:
    """Return the numbers of the tokens of posts and of headlines: every word may be a verb."""
    posts = (line for line in reading.paragraphs if _is_post(reading.text, line))
    shown = (s for s in reading.doc.sents if _HANDLE.search(s.text) or _is_headline(s))
    return _tokens(reading, posts) | {token.i for sentence in shown for token in sentence}


def _is_post(text: str, line: Span) -> bool:
    return len(line) <= LONGEST_POST and bool(_POST.match(text[line.start : line.end]))


def _is_headline(sentence: Iterable[Token]) -> bool:
    """Tell whether All Words That Say Something Begin With a Capital."""
    words = [t.text for t in sentence if t.is_alpha and t.tag_.startswith(_TELLING)]
    return len(words) >= FEWEST_WORDS and all(word[0].isupper() for word in words)


def _characters(sentence: Sentence) -> range:
    return range(sentence.start_char, sentence.end_char)


def _tokens(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    found = (reading.doc.char_span(s.start, s.end, alignment_mode="expand") for s in spans)
    return frozenset(token.i for span in found if span for token in span)
