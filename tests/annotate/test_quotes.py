"""Quotations: every case of ``tests/cases/quotes/*.json``, read by the real parser.

A case lists the names of its text, as the step before would give them; what it says of a quotation
is compared, what it leaves out is not.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from gloss.annotate.language import load_language
from gloss.annotate.quotes import find_quotations
from gloss.annotate.reading import Reading, read
from gloss.annotate.sources.coreference import profiled
from gloss.story import Doubt, Entity, Mention, Quotation, Span, Story

CASES = Path(__file__).parents[1] / "cases" / "quotes"


def cases() -> list[Any]:
    """Return the cases as pytest's parameters; a known failure says why."""
    found = []
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=case["fails"])] if "fails" in case else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def reading_of(text: str, headline: str = "") -> Reading:
    """Read a text as the annotator would."""
    return next(read([Story(id="case", text=text, headline=headline)], load_language()))


def names_in(text: str, names: dict[str, str]) -> tuple[list[Mention], list[Entity]]:
    """Mark each name wherever it stands, the longest first."""
    mentions: list[Mention] = []
    for name in sorted(names, key=len, reverse=True):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            if not any(m.start < match.end() and match.start() < m.end for m in mentions):
                mentions.append(Mention(match.start(), match.end(), names[name]))
    fullest = {names[name]: name for name in sorted(names, key=len)}
    return sorted(mentions, key=lambda m: m.start), [Entity(i, n) for i, n in fullest.items()]


def found_in(case: dict[str, Any]) -> tuple[str, list[Quotation], list[Doubt]]:
    """Find the quotations of a case."""
    reading = reading_of(case["text"], case.get("headline", ""))
    mentions, entities = names_in(reading.text, case.get("names", {}))
    return reading.text, *find_quotations(reading, mentions, profiled(reading, mentions, entities))


def seen(text: str, quotation: Quotation, wanted: dict[str, Any]) -> dict[str, Any]:
    """Say of a quotation what a case says of it."""

    def words(span: Span | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    everything = {
        "parts": [words(part) for part in quotation.parts],
        "by": quotation.by,
        "who": quotation.who,
        "speaker": words(quotation.speaker),
        "cue": words(quotation.cue_span),
        "lemma": quotation.lemma,
        "how": quotation.how,
    }
    return {key: everything[key] for key in wanted}


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    text, quotations, doubts = found_in(case)
    wanted = case["quotations"]
    assert [[text[p.start : p.end] for p in q.parts] for q in quotations] == [
        w["parts"] for w in wanted
    ]
    assert [seen(text, q, w) for q, w in zip(quotations, wanted, strict=True)] == wanted
    if "doubts" in case:
        assert [text[d.start : d.end] for d in doubts] == case["doubts"]


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 120


def test_a_paragraph_that_ends_with_a_colon_surely_says_who_speaks_next() -> None:
    text = "They met again on the quay. Leon Li commented:\n\n“The ferry will run in winter.”"
    mentions, entities = names_in(text, {"Leon Li": "person:leon-li"})
    reading = reading_of(text)
    profiles = profiled(reading, mentions, entities)
    [quotation], doubts = find_quotations(reading, mentions, profiles)
    assert (quotation.by, quotation.how) == ("person:leon-li", "colon")
    assert quotation.sure >= 0.9
    assert not doubts
