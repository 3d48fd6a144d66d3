"""Postings of many documents, kept from one build to the next, and put end to end.

What changed of a portion is put into what is kept of it: it need not be made anew as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field

from gloss.search.facets import is_value
from gloss.search.fields import FIELDS
from gloss.search.postings import Documents, Posting, by_section, changed, runs_of
from gloss.store.codec import decode, encode

# Packed portions by their names.
Kept = MutableMapping[str, bytes]


@dataclass(frozen=True)
class PostingsPart:
    """What a portion keeps of one number.

    key: stands for all that its words are made from. lines: in each an entry alone, and the words
        that it is of, a blank between. For the others see ``Documents``; ``lengths`` are in the
        order of ``FIELDS``.
    """

    key: str
    lines: str
    documents: int
    lengths: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class PostingsPortion:
    """The postings of some documents, in strings that are quick to load.

    parts: by number. words, runs: for each word its postings; a blank between them.
    """

    parts: tuple[tuple[int, PostingsPart], ...]
    words: str
    runs: str


@dataclass(frozen=True)
class Wanted:
    """What a portion is to hold: by number a key for all that its words are made from.

    make: makes the documents of a number.
    """

    name: str
    keys: Mapping[int, str]
    make: Callable[[int], Documents]

    def portion(self, kept: Kept) -> PostingsPortion:
        """Return the portion: as it is kept, with what changed put in."""
        before = _held(kept, self.name)
        parts = {n: part for n, part in before.parts if self.keys.get(n) == part.key}
        if len(parts) == len(before.parts) == len(self.keys):
            return before
        gone = {n: part for n, part in before.parts if n not in parts}
        new = [self.make(n) for n in sorted(self.keys.keys() - parts.keys())]
        come = {one.number: _part(one, self.keys[one.number]) for one in new}
        runs = dict(zip(before.words.split(), before.runs.split(), strict=True))
        if runs:
            _change(runs, _differing(gone.values(), come.values()), gone.keys(), new)
        else:
            runs = _made(new)
        parts |= come
        portion = PostingsPortion(
            tuple(sorted(parts.items())), " ".join(runs), " ".join(runs.values())
        )
        kept[self.name] = encode(portion, PostingsPortion)
        return portion


def _held(kept: Kept, name: str) -> PostingsPortion:
    try:
        portion: PostingsPortion = decode(kept[name], PostingsPortion)
    except (KeyError, ValueError):
        return PostingsPortion((), "", "")
    return portion


def _part(one: Documents, key: str) -> PostingsPart:
    lines = "\n".join(f"{entry.alone} {held}" for entry, held in one.rows)
    return PostingsPart(key, lines, one.documents, tuple(one.lengths.values()), one.text)


def _made(some: list[Documents]) -> dict[str, str]:
    """The runs of words that nothing is kept of."""
    words: defaultdict[str, list[Posting]] = defaultdict(list)
    for entry, held in by_section(some):
        for entries in map(words.__getitem__, held.split(" ")):
            entries.append(entry)
    return {word: runs_of(entries) for word, entries in words.items()}


def _differing(gone: Iterable[PostingsPart], come: Iterable[PostingsPart]) -> set[str]:
    """The words of which some entry comes or goes."""
    before = {line for part in gone for line in part.lines.split("\n")}
    after = {line for part in come for line in part.lines.split("\n")}
    entries: defaultdict[str, set[str]] = defaultdict(set)
    for line in before ^ after:
        entry, *held = line.split(" ")
        entries[entry].symmetric_difference_update(held)
    return set().union(*entries.values())


def _change(
    runs: dict[str, str], touched: set[str], gone: Container[int], new: list[Documents]
) -> None:
    """Take numbers out of some words' runs, and put others in."""
    fresh: dict[str, list[Posting]] = {word: [] for word in touched}
    for entry, held in by_section(new):
        for word in held.split(" "):
            if word in fresh:
                fresh[word].append(entry)
    for word, entries in fresh.items():
        if packed := changed(runs.pop(word, ""), gone, entries):
            runs[word] = packed


@dataclass
class Whole:
    """The postings of many documents: runs by word; lengths by field; of each text, by number.

    values: as runs, what each value of a filter lets through.
    """

    runs: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    documents: int = 0
    lengths: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    texts: dict[int, str] = field(default_factory=dict)


def join(portions: Iterable[PostingsPortion]) -> Whole:
    """Put portions end to end."""
    whole = Whole()
    runs = whole.runs
    for portion in portions:
        for number, part in portion.parts:
            _count(whole, number, part)
        for word, run in zip(portion.words.split(), portion.runs.split(), strict=True):
            before = runs.get(word)
            runs[word] = run if before is None else before + run
    whole.values = {word: runs.pop(word) for word in [w for w in runs if is_value(w)]}
    return whole


def _count(whole: Whole, number: int, part: PostingsPart) -> None:
    whole.documents += part.documents
    if part.text:
        whole.texts[number] = part.text
    for name, length in zip(FIELDS, part.lengths, strict=True):
        whole.lengths[name] += length
