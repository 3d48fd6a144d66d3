"""Where the quoted words stand: what the sentence says before them, behind them and between them.

A sentence here is made of words outside quotation marks and of whole quotations, since a quotation
often holds several sentences of its own. Syntax comes from spaCy; where a sentence starts is told
again from what stands outside the marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from spacy.attrs import IDX  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from gloss.annotate.quotes.sentences import Part, cut
from gloss.annotate.reading import Quoted
from gloss.annotate.sources.reporting import verb_of
from gloss.story import Span

# No more words of a sentence than this are looked at on either side of a quotation, so that a
# paragraph of nothing but marks is read in linear time.
REACH = 120
# How far up a parse to look for what governs quoted words.
HEIGHT = 30
# A footnote's mark has at most so many tokens; a reporting verb stands within so many.
_FOOTNOTE, _CLAUSE = 4, 6


@dataclass(frozen=True)
class Scene:
    """One quotation in its sentence.

    quoted: the words between the marks. number: among the text's quotations.
    sentence: which one, in the order of the text. paragraph: which one it starts in.
    before: the words outside marks in front of it, in its sentence. behind: those up to the next
    quotation. tail: all behind it. outside: the indices of all these. above: of those that govern
    the quoted words.
    """

    quoted: Quoted
    number: int
    sentence: int
    before: tuple[Token, ...]
    behind: tuple[Token, ...]
    tail: tuple[Token, ...]
    outside: frozenset[int]
    above: frozenset[int]

    @property
    def whole(self) -> bool:
        """Whether the quoted words begin as a sentence does."""
        return self.quoted.first.isupper()

    @property
    def leads(self) -> bool:
        """Whether the quotation comes first, so that who said it is expected behind."""
        return not self.before or self.quoted.last == "," or self.before[-1].text == ":"

    @property
    def ends_open(self) -> bool:
        """Whether the quoted words end so that a reporting clause may follow at once."""
        return self.quoted.last != "" and self.quoted.last in ",?!"

    @property
    def stands_alone(self) -> bool:
        """Whether the quoted words are a whole utterance, whose report may only stand behind."""
        return self.ends_open and not self.before


@dataclass(frozen=True)
class Layout:
    """A text's quotations among its sentences.

    sentences: the parts of each, tokens and numbers of quotations. paragraphs: of each sentence,
    the paragraph that it stands in. inside: the indices of the tokens within marks. people: where
    the name of a person starts, and its last token. answers: who does in an interview.
    """

    text: str
    doc: Doc
    scenes: tuple[Scene, ...]
    sentences: tuple[tuple[Part, ...], ...]
    paragraphs: tuple[int, ...]
    inside: frozenset[int]
    people: Mapping[int, int] = field(default_factory=dict)
    answers: Token | None = None

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a stretch of the text."""
        return list(self.doc.char_span(start, end, alignment_mode="expand") or ())


def lay_out(text: str, doc: Doc, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Layout:
    """Lay out the paragraphs that hold quotations, and those right before them."""
    starts: list[int] = doc.to_array([IDX]).tolist()
    here: dict[int, list[int]] = {}
    for n, q in enumerate(quoted):
        here.setdefault(q.paragraph, []).append(n)
    sentences: list[tuple[Part, ...]] = []
    places: list[int] = []
    inside: set[int] = set()
    done = 0
    for n in sorted(here.keys() | {p - 1 for p in here if p}):
        start = max(done, bisect_left(starts, paragraphs[n].start))
        numbers = here.get(n, [])
        done = bisect_left(
            starts, max([paragraphs[n].end, *(quoted[k].outer.end for k in numbers)])
        )
        found = cut(list(doc[start:done]), numbers, quoted, inside)
        sentences += found
        places += [n] * len(found)
    scenes: dict[int, Scene] = {}
    for number, parts in enumerate(sentences):
        for at, part in enumerate(parts):
            if isinstance(part, int):
                scenes[part] = _scene(doc, quoted[part], number, parts, at)
    return Layout(
        text,
        doc,
        tuple(scenes[n] for n in range(len(quoted))),
        tuple(sentences),
        tuple(places),
        frozenset(inside),
    )


def _scene(doc: Doc, quoted: Quoted, sentence: int, parts: Sequence[Part], at: int) -> Scene:
    """Make the scene of a quotation, the part of a sentence at a place."""
    near = parts[at + 1 : at + 1 + REACH]
    before = [p for p in parts[max(0, at - REACH) : at] if not isinstance(p, int)]
    tail = [p for p in near if not isinstance(p, int)]
    behind = takewhile(lambda part: not isinstance(part, int), near)
    words = tuple(t for t in behind if not isinstance(t, int))
    number = parts[at]
    assert isinstance(number, int)
    return Scene(
        quoted if before or not _has_comma_behind(words) else replace(quoted, last=","),
        number,
        sentence,
        tuple(before),
        words,
        tuple(tail),
        frozenset(t.i for t in (*before, *tail)),
        _above(doc, quoted),
    )


def _has_comma_behind(behind: Sequence[Token]) -> bool:
    """Say whether the comma of a whole utterance stands behind its mark: ``“Yes”, said Li``"""
    marks = list(takewhile(lambda t: not t.is_alpha, behind[:_FOOTNOTE]))
    reports = any(verb_of(t) for t in behind[len(marks) : len(marks) + _CLAUSE])
    return any(t.text == "," for t in marks) and reports


def _above(doc: Doc, quoted: Quoted) -> frozenset[int]:
    """The tokens that govern a quotation's words."""
    span = doc.char_span(quoted.start, quoted.end, alignment_mode="contract")
    if span is None or not len(span):
        return frozenset()
    found: set[int] = set()
    token = span.root
    for _ in range(HEIGHT):
        if token.head == token:
            break
        beside = token.dep_ == "conj" and any(c.dep_ == "nsubj" for c in token.lefts)
        token = token.head
        if not beside:  # "Li left and Doe said": what Li did does not govern what Doe said
            found.add(token.i)
    return frozenset(found)
