"""The words of some documents, each with the documents that hold it.

What is kept of a word in a document is Lunr's raw material, not Lunr's weight: how often it stands
there, and how long the field is. The browser planned out the weight (lunr.Builder's formula, to the
same three decimals), so that a new story changes the words it holds and no others. How long a text
is stands apart from its words: a word more changes its own postings, not those of the whole text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, compress, groupby
from operator import attrgetter
from typing import NamedTuple

from gloss.search.fields import APART, COLUMNS, FIELDS, LET_THROUGH, NUMBERED, PLACE
from gloss.search.numbering import PLACES
from gloss.search.packing import PACKED, UNPACKED, digits_of, gaps
from gloss.search.terms import Counts


class Posting(NamedTuple):
    """One section of one document, for the words that stand in it equally often.

    section: its place in ``SECTIONS``. number: of the story or name. head: what a run begins with.
    place: among a story's quotations or events. alone: a run of this entry alone, as most words
        need it. All but the numbers are text already, since the words share them.
    """

    section: int
    number: int
    head: str
    place: str
    often: str
    length: str
    alone: str


_head_of = attrgetter("head")


class Documents:
    """What one number stands for, with its words: a name, or a story and what is said in it.

    documents: how many. lengths: the words of each field in all of them. text: how many words the
        story's text has, packed. rows: entries with the words they are of, a blank between.
    """

    def __init__(self, number: int) -> None:
        self.number, self.documents, self.text = number, 0, ""
        self.lengths = dict.fromkeys(FIELDS, 0)
        self.rows: list[tuple[Posting, str]] = []

    def add(self, kind: str, second: int, fields: Iterable[tuple[str, Counts]]) -> None:
        """Add a document: the words of its fields."""
        self.documents += 1
        place = PACKED[second] if kind in NUMBERED else ""
        for field, counts in fields:
            self.lengths[field] += counts.length
            length, section = PACKED[counts.length], PLACE[kind, field]
            if section == APART:
                self.text, length = length, ""
            for times, held in counts.by_times():
                entry = _posting(section, self.number, place, PACKED[times], length)
                self.rows.append((entry, held))

    def let_through(self, kind: str, second: int, values: Iterable[str]) -> None:
        """Say which values of filters let a document through; no value may hold a blank."""
        place = PACKED[second] if kind in NUMBERED else ""
        if held := " ".join(values):
            self.rows.append((_posting(LET_THROUGH[kind], self.number, place, "", ""), held))


def _posting(section: int, number: int, place: str, often: str, length: str) -> Posting:
    head = PACKED[section] + PACKED[number // PLACES]
    alone = head + PACKED[1] + PACKED[number % PLACES] + place + often + length
    return Posting(section, number, head, place, often, length, alone)


def by_section(some: Iterable[Documents]) -> Iterator[tuple[Posting, str]]:
    """Yield entries as runs have them: section by section, each by ascending numbers."""
    rows: list[list[tuple[Posting, str]]] = [[] for _ in COLUMNS]
    for documents in some:
        for row in documents.rows:
            rows[row[0].section].append(row)
    for section in rows:
        yield from section


def runs_of(entries: list[Posting]) -> str:
    """A word's entries as text: a run for each section, and each block, that holds it.

    A run is the section's place, the block, the number of entries, then column by column: gaps
    between the stories, places within them (quotations and events), how often, lengths (of texts,
    which stand apart, none; of what filters let through neither). Most words are of the first three
    cases.
    """
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
    _, numbers, heads, places, often, lengths, _ = zip(*entries, strict=True)
    first, *steps = gaps(numbers)
    packed = map(PACKED.__getitem__, (len(numbers), first % PLACES, *steps))
    return "".join((heads[0], *packed, *places, *often, *lengths))


@dataclass
class _Run:
    """One section and block of a word. columns: places, how often, lengths."""

    head: str
    numbers: list[int]
    columns: list[list[str]]

    def packed(self) -> str:
        first, *steps = gaps(self.numbers)
        packed = map(PACKED.__getitem__, (len(self.numbers), first % PLACES, *steps))
        return "".join((self.head, *packed, *chain.from_iterable(self.columns)))

    def drop(self, gone: Container[int]) -> None:
        """Take entries out."""
        stay = [number not in gone for number in self.numbers]
        if not all(stay):
            self.numbers = list(compress(self.numbers, stay))
            self.columns = [list(compress(column, stay)) for column in self.columns]

    def put(self, entry: Posting) -> None:
        """Put an entry in, behind those of its number."""
        at = bisect_right(self.numbers, entry.number)
        self.numbers.insert(at, entry.number)
        values = (entry.place, entry.often, entry.length)
        for column, value in zip(self.columns, values, strict=True):
            column.insert(at, value)


def changed(packed: str, gone: Container[int], new: Iterable[Posting]) -> str:
    """Return a word's runs without the entries of some numbers, and with new ones, in order."""
    runs = {(section, block): run for section, block, run in _read(packed)}
    for run in runs.values():
        run.drop(gone)
    for entry in new:
        place = entry.section, entry.number // PLACES
        runs.setdefault(place, _Run(entry.head, [], [[], [], []])).put(entry)
    return "".join(runs[place].packed() for place in sorted(runs) if runs[place].numbers)


def stories_of(packed: str) -> int:
    """Return how many stories a value of a filter lets through."""
    digits = digits_of(packed)
    at = stories = 0
    while at < len(digits):
        section, count = UNPACKED[digits[at]], UNPACKED[digits[at + 2]]
        of_stories = section == LET_THROUGH["s"]
        stories += count * of_stories
        at += 3 + count * (1 if of_stories else 2)
    return stories


def _read(packed: str) -> Iterator[tuple[int, int, _Run]]:
    digits = digits_of(packed)
    at = 0
    while at < len(digits):
        section, block, count = (UNPACKED[digit] for digit in digits[at : at + 3])
        head = digits[at] + digits[at + 1]
        at += 3
        columns = [digits[start : start + count] for start in _starts(section, at, count)]
        at += count * len(columns)
        steps = map(UNPACKED.__getitem__, columns.pop(0))
        first = block * PLACES
        numbers = [first + number for number in accumulate(steps)]
        yield section, block, _Run(head, numbers, _all_columns(section, columns, count))


def _starts(section: int, at: int, count: int) -> range:
    told = COLUMNS[section]
    columns = 1 + told.place + told.often + told.length
    return range(at, at + count * columns, count)


def _all_columns(section: int, columns: list[list[str]], count: int) -> list[list[str]]:
    """All three columns; those that a section has not are of empty text."""
    told, given = COLUMNS[section], iter(columns)
    return [next(given) if has else [""] * count for has in (told.place, told.often, told.length)]
