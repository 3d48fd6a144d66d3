"""The files of filters, and the table by which results are put in order of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from gloss.digest.marks import mark_of
from gloss.digest.model import Digest, Name, StoryFacts
from gloss.edtf import first_day
from gloss.search.content_files import Pieces
from gloss.search.facets import FACETS, is_value, range_of_facet, range_of_value, value_of
from gloss.search.numbering import PLACES, Numbered, NumberedBlock, numbers
from gloss.search.packing import marked, pack
from gloss.search.portions import WHOLE, Portions
from gloss.search.postings import stories_of

VALUES_A_FILE = 100
MOST_VALUES = 1000


def facet_files(
    portions: Portions, digest: Digest, pieces: Pieces, say: Callable[[str], str]
) -> dict[str, list[str]]:
    """Put the values of each filter into files, the value of most stories first, or a year.

    A row is ``[value, label, documents]``. say: puts a year in words.
    """
    recent = portions.key(WHOLE)
    files = {}
    for facet in FACETS:
        key = mark_of((recent, portions.key(range_of_facet(facet))))
        values = pieces.kept(f"facet-{facet}", key, partial(_most, facet, portions))
        label = say if facet == "year" else partial(_label, digest.names)
        rows = [[value, label(value), packed] for value, packed in values]
        starts = range(0, len(rows), VALUES_A_FILE)
        files[facet] = [pieces.add("f", rows[at : at + VALUES_A_FILE]) for at in starts]
    return files


def _label(names: Mapping[str, Name], value: str) -> str:
    return names[value].name if value in names else value


def _most(facet: str, portions: Portions, pieces: Pieces) -> list[list[str]]:
    """The values of a filter, each with what it lets through."""
    del pieces
    mine = range_of_facet(facet)
    values = portions.runs(mine)
    for word, packed in portions.runs(WHOLE).items():
        if is_value(word) and range_of_value(word) == mine:
            values[word] = values.get(word, "") + packed
    named = {value_of(word): packed for word, packed in values.items()}
    if facet == "year":
        order = sorted(named, key=int, reverse=True)
    else:
        many = {value: stories_of(packed) for value, packed in named.items()}
        order = sorted(named, key=lambda value: (-many[value], value))
    return [[value, named[value]] for value in order[:MOST_VALUES]]


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
