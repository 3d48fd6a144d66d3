"""Nobody is shown as a speaker who is not known to be one, in no page, list, file or feed."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from gloss.annotate.annotator import load_annotator
from gloss.register import Register
from gloss.seed import read_seed
from gloss.speakers import SHOWN, is_somebody, speaker_of
from gloss.story import Quotation, Span

from tests.assembly.conftest import Project, project  # noqa: F401
from tests.unpacked import unpacked

CORPUS = Path(os.environ.get("GLOSS_CORPUS", ""))

SOMEBODY = """
a spokesman|the prime minister|police|Ms Ortega's lawyer|one of the officials|two neighbours|
a spokeswoman for the report's authors|the company|the head of the office|economists|the magazine|
a man in his forties|about 200 protesters|the Evening Post|ein Sprecher|the boy who lived nearby
"""
NOBODY = """
It|they|I|One|these|don"t|a lot|.|—|7|this week|last Monday|25 percent|the report|
a statement by the bank|the lawsuit|these studies|A projection|September|two days|
the TV programme|a ruling of the court
"""


@pytest.mark.parametrize("phrase", [p.strip() for p in SOMEBODY.split("|")])
def test_somebody_may_be_shown(phrase):
    assert is_somebody(phrase)


@pytest.mark.parametrize("phrase", [p.strip() for p in NOBODY.split("|")])
def test_nobody_may_not(phrase):
    assert not is_somebody(phrase)


def test_what_is_not_sure_is_not_shown_and_an_editors_word_is():
    part = (Span(0, 4),)
    assert speaker_of(Quotation(part, who="a spokesman", sure=SHOWN - 0.01)).phrase is None
    assert speaker_of(Quotation(part, who="a spokesman", sure=SHOWN)).phrase == "a spokesman"
    assert speaker_of(Quotation(part, by="person:ann-lee", sure=0.3)).by == "person:ann-lee"
    assert speaker_of(Quotation(part, by="work:newsnight", sure=1.0)).by is None


# Ten stories whose marks say who speaks in words that stand nowhere else. Those that may not be
# shown hold "Quibble", those that are no name "Quabble"; one is named.
MARKS = [
    'who="the Quibble report"',
    'who="last Quibble week"',
    'who="a Quibble spokesman" sure=0.55',
    "by=work:quibble-tonight",
    "by=product:quibble-phone sure=0.9",
    'who="these Quibble studies" sure=0.9',
    'who="25 Quibble percent" how="sentence before" sure=0.9',
    'who="a Quabble spokesman" sure=0.95',
    'who="It" sure=0.9',
    "by=ann-lee sure=0.9",
]


STORY = """Title: Story {number}
Date: 2026-01-01
Slug: mark-{number}
Published: 2025-01-1{number}

[Ann Lee](person:ann-lee) came. [“Story {number} opens,”]{{.quote {mark}}} was said.

> [!QUOTE] {mark}
> “Said in story {number}, at some length and all alone.”
"""


@pytest.fixture
def site(project: Project) -> dict[str, bytes]:  # noqa: F811
    for number, mark in enumerate(MARKS):
        path = project.stories / f"mark-{number}.md"
        path.write_text(STORY.format(number=number, mark=mark), encoding="utf-8")
    project.build()
    return unpacked(project.built())


def shown_in(site: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every file of the ten stories with each speaker that it shows."""
    for path, content in site.items():
        if path.endswith(".html"):
            page = BeautifulSoup(content, "html.parser")
            for element in page.select(".speaker, .who, .source"):
                yield path, element.get_text(strip=True)
            for block in page.select("script[type='application/ld+json']"):
                yield from ((path, name) for name in creators(json.loads(block.string or "{}")))
        elif path == "data/quotations.jsonl":
            for line in content.splitlines():
                row = json.loads(line)
                yield from ((path, row[key]) for key in ("speaker", "speaker_words") if row[key])


def creators(thing: object) -> Iterator[str]:
    """The names of all that is the creator of something, and what it is credited to."""
    if isinstance(thing, list):
        for one in thing:
            yield from creators(one)
    elif isinstance(thing, dict):
        yield from filter(None, (thing.get("creditText"), thing.get("creator", {}).get("name")))
        for one in thing.values():
            yield from creators(one)


def test_no_file_of_a_digest_shows_a_speaker_who_is_none(site):
    assert [path for path, content in site.items() if b"quibble" in content.lower()] == []
    assert [path for path in site if "quibble" in path.lower()] == []
    assert {path for path, speaker in shown_in(site) if speaker == "It"} == set()
    assert {"Ann Lee", "a Quabble spokesman"} <= {speaker for _, speaker in shown_in(site)}


def test_a_phrase_is_nobodys_name_in_data(site):
    holding = {path for path, content in site.items() if b"Quabble" in content}
    assert {"data/quotations.jsonl", "data/quotations.csv"} <= holding
    assert not re.search(rb'"name": ?"a Quabble', b"".join(site.values()))
    rows = csv.DictReader(io.StringIO(site["data/quotations.csv"].decode()))
    said = [row for row in rows if row["story"] == "mark-7"]
    assert {(row["speaker"], row["speaker_words"]) for row in said} == {("", "a Quabble spokesman")}
    bodies = json.loads(site["stories/mark-7/annotations.jsonld"])["items"]
    types = {one["body"]["type"] for one in bodies if "Quabble" in json.dumps(one)}
    assert types == {"TextualBody"}


@pytest.mark.slow
def test_every_speaker_of_the_corpus_is_somebody():
    if not CORPUS.name or not CORPUS.is_dir():
        pytest.skip("GLOSS_CORPUS names no folder of stories")
    annotator = load_annotator(Register())
    stories = [read_seed(path).story for path in sorted(CORPUS.glob("*.txt"))[::10]]
    for story, found in zip(stories, annotator.annotate_all(stories), strict=True):
        names = {entity.id: entity.name for entity in found.entities}
        for said in found.quotations:
            assert said.sure >= SHOWN or (said.by, said.who) == (None, None), story.id
            if said.by or said.who:
                assert is_somebody(names[said.by] if said.by else said.who), (story.id, said)
