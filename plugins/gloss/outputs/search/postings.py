"""The words of the whole digest, each with the documents that hold it.

What is kept of a word in a document is Lunr's raw material, not Lunr's weight: how often it stands
there, and how long the field is. The browser works out the weight (lunr.Builder's formula, to the
same three decimals), so that a new story changes the words it holds and no others.

Postings are made by blocks of stories and of names, each by itself, and put end to end: when one
changes only its block is made again (see ``kept``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gloss.outputs.search.fields import FIELDS, NUMBERED, PLACE, SECTIONS
from gloss.outputs.search.numbers import PACKED, gaps
from gloss.outputs.search.terms import Counts

# Stories, or names, in a block: more make the index smaller by a few parts in a hundred, and a
# change dearer.
BLOCK = 512

# (number in the block; place among a story's quotations or events, how often, length of the field:
# these as text already, since all words of a field share them; last a run of this entry alone, as
# most words need it)
Entry = tuple[int, str, str, str, str]


@dataclass(frozen=True)
class Block:
    """The postings of some documents, in strings that are quick to load.

    words, runs, spread: for each word its postings, and in how many fields it stands; a blank
        between them. documents: how many. lengths: the words of each field in all of them.
    """

    words: str
    runs: str
    spread: str
    documents: int
    lengths: tuple[int, ...]


class Postings:
    """Collects the words of a block's documents; those of a kind in the order of their numbers."""

    def __init__(self, block: int) -> None:
        self._block = block
        self._documents = 0
        self._lengths = dict.fromkeys(FIELDS, 0)
        self._sections: list[defaultdict[str, list[Entry]]] = [defaultdict(list) for _ in SECTIONS]

    def add(
        self, kind: str, number: int, second: int, fields: Iterable[tuple[str, Counts]]
    ) -> None:
        """Add a document, by its number within the block."""
        self._documents += 1
        place = PACKED[second] if kind in NUMBERED else ""
        for field, counts in fields:
            self._lengths[field] += counts.length
            length = PACKED[counts.length]
            section = PLACE[kind, field]
            words = self._sections[section]
            alone = PACKED[section] + PACKED[self._block] + PACKED[1] + PACKED[number] + place
            for times, held in counts.by_count:
                often = PACKED[times]
                entry = (number, place, often, length, alone + often + length)
                for entries in map(words.__getitem__, held.split(" ")):
                    entries.append(entry)

    def packed(self) -> Block:
        """Return every word with its postings as text: a run for each section that holds it.

        A run is the section's place, the block, the number of entries, then column by column: gaps
        between the stories, places within them (quotations and events), how often, lengths.
        """
        runs: defaultdict[str, str] = defaultdict(str)
        spread: Counter[str] = Counter()
        for place, words in enumerate(self._sections):
            head = PACKED[place] + PACKED[self._block]
            spread.update(words.keys())
            for word, entries in words.items():
                if len(entries) == 1:
                    runs[word] += entries[0][4]
                else:
                    runs[word] += head + _run(entries)
                    spread[word] += len(entries) - 1
        return Block(
            words=" ".join(runs),
            runs=" ".join(runs.values()),
            spread=" ".join(str(spread[word]) for word in runs),
            documents=self._documents,
            lengths=tuple(self._lengths.values()),
        )


def _run(entries: list[Entry]) -> str:
    numbers, places, often, lengths, _ = zip(*entries, strict=True)
    steps = map(PACKED.__getitem__, gaps(numbers))
    return "".join((PACKED[len(entries)], *steps, *places, *often, *lengths))


@dataclass
class Whole:
    """The postings of all documents.

    runs: by word. spread: by word, in how many fields of documents it stands. lengths: by
    field.
    """

    runs: dict[str, str]
    spread: dict[str, int]
    documents: int
    lengths: dict[str, int]


def join(blocks: Iterable[Block]) -> Whole:
    """Put blocks end to end, in order."""
    whole = Whole({}, {}, 0, dict.fromkeys(FIELDS, 0))
    runs, spread = whole.runs, whole.spread
    for block in blocks:
        whole.documents += block.documents
        for field, length in zip(FIELDS, block.lengths, strict=True):
            whole.lengths[field] += length
        counts = map(int, block.spread.split())
        for word, run, count in zip(block.words.split(), block.runs.split(), counts, strict=True):
            before = runs.get(word)
            if before is None:
                runs[word], spread[word] = run, count
            else:
                runs[word] = before + run
                spread[word] += count
    return whole
