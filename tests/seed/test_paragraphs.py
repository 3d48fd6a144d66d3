"""Where paragraphs begin and end: a line each, blank lines between, or hard-wrapped."""

from __future__ import annotations

import textwrap

import pytest
from gloss.seed.text import paragraphs, wrapped_at
from hypothesis import given, settings
from hypothesis import strategies as st

LINES = [
    "The harbour of Lisbon was closed on Monday after a crane fell across two of its berths, and "
    "nobody could say when it would open again.",
    "Two people were hurt.",
    "The mayor said:",
    "“We will have it open by Friday, and not a day later, whatever it takes and whoever has to be "
    "called from wherever they are.”",
    "Ships for the north were sent to Porto, where the quays were full already and several had to "
    "wait at anchor outside the mouth of the river through the night.",
]
WRAPPERS = [("", "\n\n"), ("   ", "\n"), ("    ", "\n\n")]


def test_a_line_is_a_paragraph():
    assert paragraphs(LINES) == LINES


def test_blank_lines_may_stand_anywhere():
    lines = ["", "", LINES[0], "", " \t", LINES[1], LINES[2], ""]
    assert paragraphs(lines) == LINES[:3]


def test_short_lines_are_paragraphs_too():
    lines = ["Lisbon 3, Porto 1", "Braga 0, Faro 0", "Coimbra 2, Sintra 2", "Evora 1, Tomar 4"]
    assert paragraphs(lines) == lines


def test_paragraphs_of_about_one_length_stay_apart():
    lines = [
        "The first of two sentences that fill about as much of a line as each other.",
        "The second of them ends in a full stop as well, so it stands for itself too.",
        "A third.",
    ]
    assert paragraphs(lines) == lines


def test_a_single_wrapped_paragraph_is_joined():
    lines = ["The harbour of Lisbon was closed on Monday", "after a crane fell across two berths."]
    assert paragraphs(lines) == [" ".join(lines)]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize(("indent", "between"), WRAPPERS)
def test_hard_wrapped_paragraphs_are_joined(width, indent, between):
    wrapped = [textwrap.fill(line, width, initial_indent=indent) for line in LINES]
    assert paragraphs(between.join(wrapped).split("\n")) == LINES


def test_a_list_in_a_wrapped_text_keeps_its_lines():
    items = ["- bread", "- milk", "- coffee"]
    lines = "\n\n".join(textwrap.fill(line, 72) for line in LINES).split("\n")
    assert paragraphs([*lines, "", *items]) == [*LINES, *items]


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=30, max_size=80)
SENTENCES = WORDS.map(lambda words: " ".join(words) + ".")


@settings(max_examples=60)
@given(
    st.lists(WORDS.map(lambda w: " ".join(w) + "."), min_size=1, max_size=5), st.integers(45, 110)
)
def test_any_wrapped_text_comes_out_whole(texts, width):
    lines = "\n\n".join(textwrap.fill(text, width) for text in texts).split("\n")
    assert paragraphs(lines) == texts
    assert wrapped_at([texts]) is None or len(texts) == 1
