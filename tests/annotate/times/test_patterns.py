"""The language that the grammar's rules are written in."""

from __future__ import annotations

import pytest
from gloss.annotate.times import rules
from gloss.annotate.times.finder import codes_of
from gloss.annotate.times.patterns import compile_pattern, literals
from gloss.annotate.times.rules import load_grammar

GRAMMAR = load_grammar()


def matched(pattern: str, text: str) -> dict[str, str] | None:
    """Return the words that each name of a pattern took, where it fits the whole text."""
    (run,) = GRAMMAR.scanner.runs(text)
    compiled = compile_pattern(pattern, GRAMMAR.vocabulary)
    match = compiled.expression.fullmatch(codes_of(run))
    if match is None:
        return None
    return {
        name: " ".join(token.text for token in run[match.start(group) : match.end(group)])
        for group, (name, _) in compiled.names.items()
        if match.start(group) >= 0
    }


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("MONTH DAY", "May 3", {"month": "May", "day": "3"}),
        ("MONTH from:DAY - to:DAY", "May 3-5", {"month": "May", "from": "3", "to": "5"}),
        ("the? YEAR", "1998", {"year": "1998"}),
        ("the? YEAR", "the 1998", {"year": "1998"}),
        ("(MONTH | WEEKDAY) DAY?", "Monday", {"weekday": "Monday"}),
        ("HOLIDAY", "New Year's Eve", {"holiday": "New Year 's Eve"}),
        ("HOLIDAY", "New Year’s Eve", {"holiday": "New Year ’s Eve"}),
        ("NUMBER UNITS", "twenty-one days", {"number": "twenty-one", "units": "days"}),
        ("MONTH DAY", "Sept. 3", {"month": "Sept", "day": "3"}),
        ("MONTH YEAR", "May 3", None),
    ],
)
def test_a_pattern_names_what_it_took(pattern, text, expected):
    assert matched(pattern, text) == expected


@pytest.mark.parametrize(
    "pattern", ["(MONTH", "MONTH)", "NOTHING", "MONTH?", "(MONTH | DAY?)", "unheardof", ""]
)
def test_a_pattern_that_is_not_well_formed_is_refused(pattern):
    with pytest.raises(ValueError, match=r".+"):
        compile_pattern(pattern, GRAMMAR.vocabulary)


def test_words_that_a_pattern_names_itself():
    assert list(literals("the? (week of | in) MONTH ,?")) == ["the", "week", "of", "in", ","]


def test_a_rule_that_cannot_be_loaded_is_named(monkeypatch):
    bad = {
        "rule": [{"name": "broken", "pattern": "(MONTH", "read": "", "example": "", "value": ""}]
    }
    table = rules.table
    monkeypatch.setattr(rules, "table", lambda name: bad if name == "sets" else table(name))
    with pytest.raises(ValueError, match=r"sets.toml, rule 'broken'"):
        load_grammar.__wrapped__()


def test_a_pattern_knows_how_long_it_can_be():
    assert compile_pattern("MONTH the? DAY (,? YEAR)?", GRAMMAR.vocabulary).longest == 5
    assert GRAMMAR.longest == max(rule.pattern.longest for rule in GRAMMAR.rules)
