"""What is shown of a result: a small file for each story, and one for each run of names.

Results on screen fetch theirs and no others. A story's file carries its text (the passage around
the matched words is cut from it, and exact phrases are looked for in it), what is quoted and
reported in it and its events, so that one file serves all four kinds of results from one story. How
many words its text has tells a page that stayed open over a build whether the file is still that of
the story which it found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from gloss.digest.model import Name, Said, Statement, StoryFacts
from gloss.output import File
from gloss.search.cut import as_json
from gloss.search.gather import Searched
from gloss.search.numbering import PLACES, Numbered, NumberedBlock
from gloss.search.terms import StoryTerms, count
from gloss.site import OwnPage
from gloss.urls import story_url

# Places of names: about half of them hold one.
NAMES_A_FILE = 128
LONGEST_LINE = 160
_RUNS = PLACES // NAMES_A_FILE


def story_files(
    numbered: Numbered,
    terms: Mapping[str, StoryTerms],
    searched: Searched,
    say: Callable[[str], str],
) -> Iterator[File]:
    """Yield ``search/s/BLOCK-PLACE.json`` for each story, and for each page of the editor's own.

    say: puts an EDTF value in words. It is no part of what a file depends on: another language or
    other words are another theme, with which everything is made anew.
    """
    make = partial(_story, terms=terms, names=searched.digest.names, say=say)
    for block in numbered.texts:
        for place, text in block.things.items():
            path = f"search/s/{block.name}-{place}.json"
            if isinstance(text, OwnPage):
                yield _page_file(path, text)
            else:
                yield File(path, searched.marks.stories[text.slug], partial(make, text))


def _page_file(path: str, page: OwnPage) -> File:
    row = (page.url, page.title, "", "", page.text, (), (), (), count(page.text).length)
    return File(path, row, partial(as_json, row))


def _told(story: StoryFacts) -> list[Said | Statement]:
    return [*story.said, *story.statements]


def _speaker(said: Said | Statement, names: Mapping[str, Name]) -> tuple[str, str]:
    """Who said it, and the address of the page of that name, if it has one."""
    if said.by and said.by in names:
        return names[said.by].name, names[said.by].url
    return said.who or "", ""


def _story(
    story: StoryFacts,
    terms: Mapping[str, StoryTerms],
    names: Mapping[str, Name],
    say: Callable[[str], str],
) -> bytes:
    held, day = terms[story.slug], story.published
    spans = (*held.quote_spans, *held.report_spans)
    rows = [
        [one.anchor, *_speaker(one, names), *places]
        for one, places in zip(_told(story), spans, strict=True)
    ]
    quotes, reports = rows[: len(story.said)], rows[len(story.said) :]
    dated = [
        [event.anchor, say(event.edtf), *spans]
        for event, spans in zip(story.events, held.event_spans, strict=True)
    ]
    shown = [story_url(story.slug), story.title, say(day) if day else "", story.source or ""]
    return as_json([*shown, held.passage, quotes, dated, reports, held.text.length])


def name_rows(block: NumberedBlock[Name]) -> list[list[list[str | int]]]:
    """Return what is shown of names, by runs of places: each with its place in the run."""
    runs: list[list[list[str | int]]] = [[] for _ in range(_RUNS)]
    for place, name in block.things.items():
        runs[place // NAMES_A_FILE].append([place % NAMES_A_FILE, *_name(name)])
    return runs


def _name(name: Name) -> list[str | int]:
    descriptor = name.descriptors[0].text if name.descriptors else ""
    says = name.description or descriptor
    line = says if len(says) <= LONGEST_LINE else says[:LONGEST_LINE].rsplit(" ", 1)[0] + " …"
    return [name.url, name.name, name.kind, line, len(name.stories)]
