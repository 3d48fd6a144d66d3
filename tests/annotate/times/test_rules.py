"""Every rule of the grammar shows what it is for: its example is found, by that very rule."""

from __future__ import annotations

import re

import pytest
from gloss.annotate.language import load_language
from gloss.annotate.reading import read
from gloss.annotate.times.expressions import read_matches
from gloss.annotate.times.guards import GUARDS
from gloss.annotate.times.readers import READERS
from gloss.annotate.times.rules import load_grammar
from gloss.annotate.times.tokens import figure_values
from gloss.annotate.times.vocabulary import shapes
from gloss.story import Story

RULES = load_grammar().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found_by_it(rule):
    before, _, rest = rule.example.partition("[")
    inside, _, after = rest.partition("]")
    story = Story(id="example", text=before + inside + after, published="2018-09-19")
    reading = next(read([story], load_language()))
    found = [
        (found.name, reading.text[moment.start : moment.end], moment.value)
        for found, moment in read_matches(reading)
    ]
    assert (rule.name, inside, rule.value) in found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_a_reader_and_a_guard_that_there_are(rule):
    assert (rule.read in READERS) != bool(rule.means)
    assert not rule.guard or rule.guard in GUARDS


def test_names_of_rules_are_told_apart():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_every_reader_and_guard_is_used():
    assert {rule.read for rule in RULES if rule.read} == set(READERS)
    assert {rule.guard for rule in RULES if rule.guard} == set(GUARDS)


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape["example"])
def test_the_example_of_a_shape_is_one(shape):
    found = re.match(shape["pattern"], shape["example"])
    assert found
    if element := shape.get("element"):
        assert element in figure_values(element, found[0]) or element == "INTEGER"
