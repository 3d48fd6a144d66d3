"""The words of the whole digest, each with the documents that hold it.

What is kept of a word in a document is Lunr's raw material, not Lunr's weight: how often it stands
there, and how long the field is. The browser planned out the weight (lunr.Builder's formula, to the
same three decimals), so that a new story changes the words it holds and no others. How long a text
is stands apart from its words: a word more changes its own postings, not those of the whole text.

Postings are made by blocks of stories and of names, each by itself, and put end to end: when one
changes only its block is made again (see ``kept``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from gloss.search.fields import APART, FIELDS, NUMBERED, PLACE, SECTIONS
from gloss.search.packing import PACKED, gaps
from gloss.search.terms import Counts

# Stories, or names, in a block: more make the index smaller by a few parts in a hundred, and a
# change dearer.
BLOCK = 512


class Posting(NamedTuple):
    """One section of one document, for the words that stand in it equally often.

    number: in the block. head: what a run begins with. place: among a story's quotations or events.
    alone: a run of this entry alone, as most words need it. All but the number are text already,
        since the words share them.
    """

    number: int
    head: str
    place: str
    often: str
    length: str
    alone: str


_head_of = attrgetter("head")


@dataclass(frozen=True)
class PostingsBlock:
    """The postings of some documents, in strings that are quick to load.

    words, runs: for each word its postings; a blank between them. documents: how many. lengths: the
        words of each field in all of them. texts: the words of each text, packed.
    """

    words: str
    runs: str
    documents: int
    lengths: tuple[int, ...]
    texts: str = ""


class Postings:
    """Collects the words of a block's documents; those of a kind in the order of their numbers."""

    def __init__(self, block: int) -> None:
        self._documents = 0
        self._lengths = dict.fromkeys(FIELDS, 0)
        self._texts: list[str] = []
        self._heads = [PACKED[place] + PACKED[block] for place, _ in enumerate(SECTIONS)]
        self._rows: list[list[tuple[Posting, str]]] = [[] for _ in SECTIONS]

    def add(
        self, kind: str, number: int, second: int, fields: Iterable[tuple[str, Counts]]
    ) -> None:
        """Add a document, by its number within the block."""
        self._documents += 1
        place = PACKED[second] if kind in NUMBERED else ""
        for field, counts in fields:
            self._lengths[field] += counts.length
            length, section = PACKED[counts.length], PLACE[kind, field]
            if section == APART:
                self._texts.append(length)
                length = ""
            head = self._heads[section]
            alone = head + PACKED[1] + PACKED[number] + place
            for times, held in counts.by_times():
                often = PACKED[times]
                entry = Posting(number, head, place, often, length, alone + often + length)
                self._rows[section].append((entry, held))

    def packed(self) -> PostingsBlock:
        """Return every word with its postings as text: a run for each section that holds it.

        A run is the section's place, the block, the number of entries, then column by column: gaps
        between the stories, places within them (quotations and events), how often, lengths (of
        texts, which stand apart, none).
        """
        words = self._by_word()
        return PostingsBlock(
            words=" ".join(words),
            runs=" ".join(map(_runs, words.values())),
            documents=self._documents,
            lengths=tuple(self._lengths.values()),
            texts="".join(self._texts),
        )

    def _by_word(self) -> dict[str, list[Posting]]:
        """Each word's entries, section after section."""
        words: defaultdict[str, list[Posting]] = defaultdict(list)
        for rows in self._rows:
            for entry, held in rows:
                for entries in map(words.__getitem__, held.split(" ")):
                    entries.append(entry)
        return words


def _runs(entries: list[Posting]) -> str:
    """A word's runs. Most words are of the first three cases."""
    first, last = entries[0], entries[-1]
    if first is last:
        return first.alone
    if first.head == last.head:
        return _run(entries)
    if len(entries) == 2:
        return first.alone + last.alone
    return "".join([_run(list(section)) for _, section in groupby(entries, _head_of)])


def _run(entries: list[Posting]) -> str:
    if len(entries) == 1:
        return entries[0].alone
    numbers, heads, places, often, lengths, _ = zip(*entries, strict=True)
    steps = map(PACKED.__getitem__, gaps(numbers))
    return "".join((heads[0], PACKED[len(entries)], *steps, *places, *often, *lengths))


@dataclass
class Whole:
    """The postings of all documents: runs by word; lengths by field; that of each text."""

    runs: dict[str, str]
    documents: int
    lengths: dict[str, int]
    texts: str = ""


def join(blocks: Iterable[PostingsBlock]) -> Whole:
    """Put blocks end to end, in order."""
    whole = Whole({}, 0, dict.fromkeys(FIELDS, 0))
    runs = whole.runs
    for block in blocks:
        whole.documents += block.documents
        whole.texts += block.texts
        for field, length in zip(FIELDS, block.lengths, strict=True):
            whole.lengths[field] += length
        for word, run in zip(block.words.split(), block.runs.split(), strict=True):
            before = runs.get(word)
            runs[word] = run if before is None else before + run
    return whole
