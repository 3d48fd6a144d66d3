"""The files of filters, and the table by which results are put in order of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from gloss.digest.model import Name, StoryFacts
from gloss.edtf import first_day
from gloss.search.content_files import Pieces
from gloss.search.facets import FACETS, is_value, range_of_facet, value_of
from gloss.search.numbering import PLACES, Numbered, NumberedBlock, numbers
from gloss.search.packing import marked, pack
from gloss.search.portions import WHOLE, Portions
from gloss.search.postings import stories_of
from gloss.search.ranges import by_range

VALUES_A_FILE = 100
MOST_VALUES = 1000


# By value: what it lets through, packed.
Values = dict[str, str]


def facet_files(
    portions: Portions,
    numbered: Numbered,
    names: Mapping[str, Name],
    pieces: Pieces,
    say: Callable[[str], str],
) -> dict[str, Any]:
    """Put the values of each filter into files, the value of most stories first, or a year.

    A row is ``[value, label, documents]``. Documents of the newest stories stand apart, in the list
    of the files: ``[value, label, documents, file]``, where -1 is for a value that no file has.

    say: puts a year in words.
    """
    recent = portions.runs(WHOLE)
    dealt = by_range(filter(is_value, recent))
    facets = {}
    for facet in FACETS:
        mine = range_of_facet(facet)
        old = pieces.kept(f"facet-{facet}", portions.key(mine), partial(_most, facet, portions))
        new = _values({word: recent[word] for word in dealt.get(mine, ())})
        label = say if facet == "year" else partial(_label, names)
        runs = [old[at : at + VALUES_A_FILE] for at in range(0, len(old), VALUES_A_FILE)]
        places = {value: at for at, run in enumerate(runs) for value, _ in run}
        apart = [
            [value, label(value), new[value], places.get(value, -1)]
            for value in _in_order(facet, new)
            # Where files do not list all, a value that they lack may have older stories, too.
            if value in places or len(old) < MOST_VALUES or value in numbered.recent
        ]
        files = [[[value, label(value), packed] for value, packed in run] for run in runs]
        facets[facet] = {"files": [pieces.add("f", rows) for rows in files], "recent": apart}
    return facets


def _label(names: Mapping[str, Name], value: str) -> str:
    return names[value].name if value in names else value


def _most(facet: str, portions: Portions, pieces: Pieces) -> list[list[str]]:
    """The values of a filter, each with what it lets through of older stories."""
    del pieces
    values = _values(portions.runs(range_of_facet(facet)))
    return [[value, values[value]] for value in _in_order(facet, values)[:MOST_VALUES]]


def _values(runs: Mapping[str, str]) -> Values:
    return {value_of(word): packed for word, packed in runs.items()}


def _in_order(facet: str, values: Values) -> list[str]:
    if facet == "year":
        return sorted(values, key=int, reverse=True)
    many = {value: stories_of(packed) for value, packed in values.items()}
    return sorted(values, key=lambda value: (-many[value], value))


def story_table(numbered: Numbered) -> list[str]:
    """Return which numbers stories have, then four columns, of each: its day since year one as a
    zig-zag gap; how many quotations, events and reported statements it has; last, names' numbers.

    A story without a day stands at day nought, and so do pages.
    """
    texts = [text for _, text in numbers(numbered.texts)]
    stories = [text if isinstance(text, StoryFacts) else None for text in texts]
    days = [_ordinal(story.day) if story else 0 for story in stories]
    steps = [b - a for a, b in zip([0, *days], days, strict=False)]
    return [
        taken(numbered.texts),
        pack(step * 2 if step >= 0 else -step * 2 - 1 for step in steps),
        pack(len(story.said) if story else 0 for story in stories),
        pack(len(story.events) if story else 0 for story in stories),
        pack(len(story.statements) if story else 0 for story in stories),
        taken(numbered.names),
    ]


def taken(blocks: Iterable[NumberedBlock[Any]]) -> str:
    """Return which places are taken, block by block."""
    return "".join(marked(block.things, PLACES) for block in blocks)


def _ordinal(day: str) -> int:
    first = first_day(day, "")
    return date.fromisoformat(first).toordinal() if first else 0
