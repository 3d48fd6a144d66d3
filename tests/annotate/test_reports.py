"""Reported speech: what is reported, whose it is, and by which word it shows."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from gloss.annotate.annotator import load_annotator
from gloss.article import Head, read_article, write_article
from gloss.register import Register
from gloss.speakers import SHOWN
from gloss.story import Story
from hypothesis import given, settings
from hypothesis import strategies as st

CASES = [
    case
    for path in sorted((Path(__file__).parents[1] / "cases" / "reports").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]
HEAD = Head(title="T", slug="t", date="2026-01-31")
WORDS = (
    "Ann Lowe",
    "said",
    "that",
    "the bridge",
    "“is old",
    "”",
    "denied",
    "to go",
    "claims",
    ",",
    "\n\n",
)


@pytest.fixture(scope="module")
def annotator():
    return load_annotator(Register())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_is_reported_and_whose_it_is(annotator, case):
    text = case["text"]
    found = annotator.annotate(Story("s", text)).reports
    assert [
        [text[r.start : r.end], r.source and text[r.source.start : r.source.end], r.lemma]
        for r in found
    ] == case["reports"]


def test_there_are_cases_enough():
    assert len(CASES) >= 150


def sure_of(annotator, text):
    return [r.sure >= SHOWN for r in annotator.annotate(Story("s", text)).reports]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Ann Lowe said that the bridge would open in May.", [True]),
        ("The bridge would open in May, according to the Treasury.", [True]),
        ("Gus Hale denied the charge of fraud.", [True]),
        ("Gus Hale vowed to resign by Friday.", [True]),
        ("Ann Lowe did not say whether the bridge would open.", [False]),
        ("Ann Lowe failed to say whether the bridge would open.", [False]),
        ("I think the bridge should stay open.", [False]),
        ("It was said that the bridge would open in May.", [False]),
        ("The surveyors found that the bridge had sunk.", [False]),
        ("The union welcomed the end of the strike.", [False]),
        ("Nobody claimed the fire, leading police to look for others.", []),
    ],
)
def test_an_article_has_what_is_surely_a_statement_of_somebody(annotator, text, sure):
    assert sure_of(annotator, text) == sure


def test_a_source_is_the_person_whom_the_phrase_stands_for(annotator):
    text = "Ann Lowe opened the bridge. She said that it would stand for a century."
    (report,) = annotator.annotate(Story("s", text)).reports
    assert report.by == "person:ann-lowe"


@given(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join))
@settings(max_examples=60)
def test_no_report_crosses_a_paragraph_a_quotation_or_another(annotator, words):
    text = "\n\n".join(filter(None, map(str.strip, words.split("\n\n"))))
    found = annotator.annotate(Story("s", text))
    spans = [(r.start, r.end) for r in found.reports]
    assert all("\n" not in text[start:end] for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for quotation in found.quotations:
        for part in quotation.parts:
            assert not any(part.start <= start and end <= part.end for start, end in spans)
    article = read_article(write_article(Story("s", text), found, HEAD))
    assert article.annotations.reports == found.reports
