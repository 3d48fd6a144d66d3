"""The words of the whole digest, each with the documents that hold it.

What is kept of a word in a document is Lunr's raw material, not Lunr's weight: how often it stands
there, and how long the field is. The browser works out the weight (lunr.Builder's formula, to the
same three decimals), so that a new story changes the words it holds and no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gloss.outputs.search.fields import FIELDS, PLACE, SECTIONS
from gloss.outputs.search.numbers import PACKED, gaps, pack
from gloss.outputs.search.terms import Counts

# (story or name, place among its quotations or events, how often, length of the field)
Entry = tuple[int, int, int, int]


class Postings:
    """Collects the words of documents; documents of a kind are added in the order of their numbers.

    documents: how many there are; lengths: the words of each field in all of them.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.lengths = dict.fromkeys(FIELDS, 0)
        self._sections: list[defaultdict[str, list[Entry]]] = [defaultdict(list) for _ in SECTIONS]

    def add(
        self, kind: str, number: int, second: int, fields: Iterable[tuple[str, Counts]]
    ) -> None:
        """Add a document."""
        self.documents += 1
        for field, counts in fields:
            length = counts.length
            self.lengths[field] += length
            words = self._sections[PLACE[kind, field]]
            for times, held in counts.by_count:
                entry = (number, second, times, length)
                for word in held.split(" "):
                    words[word].append(entry)

    def packed(self) -> dict[str, str]:
        """Return every word with its postings as text: a run for each section that holds it.

        A run is the section's place, the number of entries, then column by column: gaps between the
        stories, places within them (quotations and events), how often, lengths.
        """
        every: defaultdict[str, str] = defaultdict(str)
        for place, section in enumerate(SECTIONS):
            head, numbered = PACKED[place], section.numbered
            for word, entries in self._sections[place].items():
                every[word] += head + _run(entries, numbered)
        return every

    def spread(self) -> dict[str, int]:
        """Return for every word in how many fields of documents it stands."""
        held: defaultdict[str, int] = defaultdict(int)
        for section in self._sections:
            for word, entries in section.items():
                held[word] += len(entries)
        return held

    def in_titles_of_names(self) -> set[str]:
        """Return the words of names."""
        return set(self._sections[PLACE["n", "title"]])


def _run(entries: list[Entry], numbered: bool) -> str:
    if len(entries) == 1:
        number, second, times, length = entries[0]
        place = PACKED[second] if numbered else ""
        return PACKED[1] + PACKED[number] + place + PACKED[times] + PACKED[length]
    numbers, seconds, times_, lengths = zip(*entries, strict=True)
    places = pack(seconds) if numbered else ""
    return PACKED[len(entries)] + pack(gaps(numbers)) + places + pack(times_) + pack(lengths)
