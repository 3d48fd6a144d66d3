"""Quotations, whatever the marks: no error, spans that nest, linear time; and the user's seed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from gloss.annotate.language import load_language
from gloss.annotate.quotes import find_quotations
from gloss.annotate.reading import Reading
from gloss.annotate.reading.pairing import pair_marks
from gloss.annotate.sources.coreference import profiled
from gloss.story import Mention, Span
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.annotate.test_quotes import found_in, reading_of
from tests.linear import takes_steps_in_proportion

SEEDS = Path(__file__).parents[2] / "seeds"
MARKS = ["“", "”", '"', "'", "''", "``", "‘", "’", "«", "»", "„", "``", "6'2\"", "’90s"]
WORDS = ["Ann", "Li", "said", "called", "it", "safe", "she", "the", "mayor", "who", "told", "Baker"]
SIGNS = [",", ".", "?", ":", "—", "(", ")", "\n", "\n\n", "=", "<b>", "-"]
pieces = st.lists(st.sampled_from(MARKS * 2 + WORDS + SIGNS), max_size=60)
blanks = st.sampled_from(["", " ", " ", "\u00a0"])


@st.composite
def marked_texts(draw: st.DrawFn) -> str:
    """Words, signs and marks in any order, with and without blanks between them."""
    return "".join(piece + draw(blanks) for piece in draw(pieces))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(marked_texts())
def test_any_marks_give_spans_inside_the_text_that_never_cross(text: str) -> None:
    reading = reading_of(text)
    names = [
        Mention(t.idx, t.doc[t.i + 2].idx, "person:ann")
        for t in list(reading.doc)[:-2:7]
        if t.doc[t.i + 2].idx > t.idx
    ]
    quotations, doubts = find_quotations(reading, names, profiled(reading, names, []))
    parts = [part for quotation in quotations for part in quotation.parts]
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert not any(
        name.start < at < name.end
        for name in names
        for part in parts
        for at in (part.start, part.end)
    )
    for quotation in quotations:
        assert 0 <= quotation.sure <= 1
        for span in (quotation.speaker, quotation.cue_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert quotation.by is None or quotation.who is None
    assert all(0 <= d.start < d.end <= len(text) for d in doubts)


@settings(max_examples=300)
@given(marked_texts())
def test_pairs_lie_inside_the_text(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    starts = [text.index(line) for line in lines]
    spans = sorted({Span(s, s + len(line)) for s, line in zip(starts, lines, strict=True)})
    for quoted in pair_marks(text, [s for s in spans if len(s)]).quoted:
        assert 0 <= quoted.outer.start <= quoted.start < quoted.end <= quoted.outer.end <= len(text)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(marked_texts())
def test_an_odd_mark_costs_its_own_paragraph_only(text: str) -> None:
    """What stands two paragraphs below, after a paragraph without marks, stays as it is alone."""
    line = text.replace("\n", " ")
    below = "“The bridge is safe,” Leon Li said, and “it stays.”"
    quotations = found_in({"text": f"{line}\n\nNothing.\n\n{below}"})[1]
    alone = found_in({"text": below})[1]
    shift = len(line) + len("\n\nNothing.\n\n")
    moved = [[Span(p.start + shift, p.end + shift) for p in q.parts] for q in alone]
    assert [list(q.parts) for q in quotations if q.parts[0].start >= shift] == moved


def reading_without_parser(text: str) -> Reading:
    """Read a text by its blanks only: 100,000 marks are no task for a parser."""
    doc: Doc = load_language().make_doc(text)
    return Reading(text, 0, doc, (Span(0, len(text)),), None, None)


@pytest.mark.parametrize(
    "unit",
    ['" ', '"a" ', "“a ", "a” ", "“a” ", "‘a’ ", "'a ", "“a ‘b “c ", "<a ", "(“a” said) "],
)
def test_time_is_linear_in_the_marks(unit: str) -> None:
    marks = max(1, sum(c in "\"“”‘’'" for c in unit))

    def repeated(count: int) -> Reading:
        return reading_without_parser(unit * (count // marks))

    def find(reading: Reading) -> object:
        return find_quotations(reading, [], profiled(reading, [], []))

    assert takes_steps_in_proportion(repeated, find, 20_000)


def test_the_seed() -> None:
    path = next(SEEDS.glob("*.txt"))
    headline, _, body = path.read_text(encoding="utf-8-sig").partition("\n\n")
    names = {"Sergey Glazyev": "person:sergey-glazyev", "Glazyev": "person:sergey-glazyev"}
    names |= {"Leon Li": "person:leon-li", "Huobi": "org:huobi"}
    text, quotations, doubts = found_in({"text": body, "headline": headline, "names": names})
    assert [q.by for q in quotations] == ["person:sergey-glazyev"] * 3
    assert [(q.cue, q.lemma) for q in quotations] == [
        ("commented", "comment"),
        ("said", "say"),
        ("said", "say"),
    ]
    words = [[text[p.start : p.end] for p in q.parts] for q in quotations]
    assert [len(parts) for parts in words] == [1, 1, 1]
    assert [parts[0].count("\n") for parts in words] == [0, 1, 1]
    assert [parts[0][:15] for parts in words] == [
        "The combination",
        "Digital assets ",
        "The cryptocurre",
    ]
    assert doubts == []
