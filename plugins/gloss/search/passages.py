"""What is shown of a result: a small file for each story, and one for each run of names.

Results on screen fetch theirs and no others. A story's file carries its text (the passage around
the matched words is cut from it, and exact phrases are looked for in it), what is quoted and
reported in it and its events, so that one file serves all four kinds of results from one story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from gloss.digest.model import Digest, Name, Said, Statement, StoryFacts
from gloss.output import File
from gloss.search.cut import as_json
from gloss.search.numbering import Numbered
from gloss.search.terms import StoryTerms
from gloss.urls import story_url

NAMES_A_FILE = 64
LONGEST_LINE = 160


def story_files(
    numbered: Numbered, terms: Mapping[str, StoryTerms], digest: Digest, say: Callable[[str], str]
) -> Iterator[File]:
    """Yield ``search/s/NUMBER.json`` for each story, and for each page of the editor's own.

    say: puts an EDTF value in words. It is no part of what a file depends on: another language or
    other words are another theme, with which everything is made anew.
    """
    for number, story in enumerate(numbered.stories, len(numbered.pages)):
        speakers = tuple(_speaker(said, digest) for said in _told(story))
        shown = (story.slug, story.title, story.published or "", story.source or "")
        key = (story.digest, shown, speakers)
        make = partial(_story, shown, speakers, story, terms, say)
        yield File(f"search/s/{number}.json", key, make)
    for number, page in enumerate(numbered.pages):
        row = (page.url, page.title, "", "", page.text, (), (), ())
        yield File(f"search/s/{number}.json", row, partial(as_json, row))


def _told(story: StoryFacts) -> list[Said | Statement]:
    return [*story.said, *story.statements]


def _speaker(said: Said | Statement, digest: Digest) -> tuple[str, str]:
    """Who said it, and the address of the page of that name, if it has one."""
    if said.by and said.by in digest.names:
        return digest.names[said.by].name, digest.names[said.by].url
    return said.who or "", ""


def _story(
    shown: tuple[str, str, str, str],
    speakers: tuple[tuple[str, str], ...],
    story: StoryFacts,
    terms: Mapping[str, StoryTerms],
    say: Callable[[str], str],
) -> bytes:
    slug, title, day, source = shown
    held = terms[slug]
    spans = (*held.quote_spans, *held.report_spans)
    rows = [
        [one.anchor, *speaker, *places]
        for one, speaker, places in zip(_told(story), speakers, spans, strict=True)
    ]
    quotes, reports = rows[: len(story.said)], rows[len(story.said) :]
    dated = [
        [event.anchor, say(event.edtf), *spans]
        for event, spans in zip(story.events, held.event_spans, strict=True)
    ]
    head = [story_url(slug), title, say(day) if day else "", source, held.passage]
    return as_json([*head, quotes, dated, reports])


def name_files(numbered: Numbered) -> Iterator[File]:
    """Yield ``search/n/NUMBER.json``, each for a run of names."""
    for start in range(0, len(numbered.names), NAMES_A_FILE):
        names = numbered.names[start : start + NAMES_A_FILE]
        rows = [_name(name) for name in names]
        yield File(f"search/n/{start // NAMES_A_FILE}.json", rows, partial(as_json, rows))


def _name(name: Name) -> list[str | int]:
    descriptor = name.descriptors[0].text if name.descriptors else ""
    says = name.description or descriptor
    line = says if len(says) <= LONGEST_LINE else says[:LONGEST_LINE].rsplit(" ", 1)[0] + " …"
    return [name.url, name.name, name.kind, line, len(name.stories)]
