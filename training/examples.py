"""Turn documents into what the model learns from: words, and the labels each may carry."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gloss.annotate.tagger.pieces import PiecesOf, Span, pack, shape, split_sentences, split_words
from gloss.annotate.tagger.tagged import LABELS
from gloss.annotate.tagger.vocabulary import BEGIN, END

from training.kinds import ANYTHING, MANY_MISSED, MAYBE, NO_PEOPLES
from training.marks import Document, Entity

ANY = (1 << len(LABELS)) - 1  # a set of labels is a bit mask: bit n allows LABELS[n]
OUTSIDE = 1
IGNORED = 0  # word pieces after a word's first, and padding


class Name(NamedTuple):
    """A marked name in an example: its words from `first` up to `last`, and its kind."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True)
class Example:
    """One chunk: its words, the set of labels that each may carry, and its names."""

    source: str
    words: tuple[str, ...]
    allowed: tuple[int, ...]
    names: tuple[Name, ...]


def name_labels(kind: str, length: int) -> list[int]:
    """Give the label sets of a name's words; `kind` may be several, parted by "|"."""
    if kind == ANYTHING:
        return [ANY] * length
    begin = inside = 0
    for each in kind.split("|"):
        if each == "O":
            begin, inside = begin | OUTSIDE, inside | OUTSIDE
        else:
            begin |= 1 << LABELS.index(f"B-{each}")
            inside |= 1 << LABELS.index(f"I-{each}")
    return [begin] + [inside] * (length - 1)


def words_inside(spans: Sequence[Span], entity: Entity) -> list[int]:
    """Give the indexes of the words that begin inside a marked name."""
    return [n for n, (start, _) in enumerate(spans) if entity.start <= start < entity.end]


def unmarked_labels(source: str) -> int:
    """Give the labels that an unmarked word with a capital letter may carry."""
    if source in MANY_MISSED:
        return ANY
    begin_or_inside = name_labels(MAYBE, 2)
    return begin_or_inside[0] | begin_or_inside[1] if source in NO_PEOPLES else OUTSIDE


def chunk_example(document: Document, spans: Sequence[Span]) -> Example:
    """Label the words of one chunk."""
    words = tuple(document.text[start:end] for start, end in spans)
    unmarked = unmarked_labels(document.source)
    plain = {word for word in words if word.islower()}  # "the" shows that "The" is no name
    allowed = [
        unmarked if any(map(str.isupper, word)) and word.lower() not in plain else OUTSIDE
        for word in words
    ]
    names = []
    for entity in document.entities:
        inside = words_inside(spans, entity)
        if inside:
            first, last = inside[0], inside[-1] + 1
            allowed[first:last] = name_labels(entity.kind, last - first)
            names.append(Name(first, last, entity.kind))
    return Example(document.source, words, tuple(allowed), tuple(names))


def make_examples(documents: Sequence[Document], pieces_of: PiecesOf) -> list[Example]:
    """Cut documents into chunks as at run time, and label them."""
    return [
        chunk_example(document, chunk.words)
        for document in documents
        for chunk in pack(document.text, split_sentences(document.text), pieces_of)
    ]


def sample_epoch(
    by_source: dict[str, list[Example]], weights: dict[str, float], rng: random.Random
) -> list[Example]:
    """Draw each source's examples `weight` times over; the rest of a whole at random."""
    drawn: list[Example] = []
    for source, examples in by_source.items():
        whole, rest = divmod(round(len(examples) * weights.get(source, 0)), len(examples))
        drawn += examples * whole + rng.sample(examples, rest)
    return drawn


class Encoded(NamedTuple):
    """An example in numbers, one entry a piece."""

    pieces: list[int]
    shapes: list[int]
    allowed: list[int]


def encode(words: Sequence[str], allowed: Sequence[int], pieces_of: PiecesOf) -> Encoded:
    """Look up pieces and shapes; a word's labels stand on its first piece."""
    encoded = Encoded([BEGIN], [0], [IGNORED])
    for word, labels in zip(words, allowed, strict=True):
        pieces = pieces_of(word)
        encoded.pieces.extend(pieces)
        encoded.shapes.extend([shape(word)] * len(pieces))
        encoded.allowed.extend([labels] + [IGNORED] * (len(pieces) - 1))
    return Encoded([*encoded.pieces, END], [*encoded.shapes, 0], [*encoded.allowed, IGNORED])


def split_name(name: str) -> tuple[str, ...]:
    """Cut a name into words."""
    return tuple(name[start:end] for start, end in split_words(name))
