"""What a paragraph is, by its form: items, rows, verse, turns of a transcript, sub-headings."""

from __future__ import annotations

import pytest
from gloss.pages.forms import forms_of

TEXT = (
    "The ferry across the Sel ran again on Tuesday, after three years in which nobody in Saltmouth "
    "could cross the river."
)


@pytest.mark.parametrize(
    ("paragraphs", "forms"),
    [
        ([TEXT, "- Steel: 3 million", "- Oak: 2 million", TEXT], ["", "item", "item", ""]),
        (["Year | Cars", "2020 | 300", TEXT], ["row", "row", ""]),
        (["BLAIR: No, I will not.", "REPORTER: Why?", TEXT], ["dialogue", "dialogue", ""]),
        ([TEXT, "What it cost", TEXT], ["", "sub-head", ""]),
        (
            [
                "O wind, blow soft upon the sea,",
                "and bring the herring home to me,",
                "alight.",
                TEXT,
            ],
            ["verse", "verse", "verse", ""],
        ),
    ],
    ids=["items", "rows", "turns", "sub-heading", "verse"],
)
def test_a_form_is_told(paragraphs, forms):
    assert forms_of(paragraphs) == forms


@pytest.mark.parametrize(
    "paragraphs",
    [
        [TEXT, "Nobody answered.", TEXT],
        [TEXT, "“We are late”", "she said.", TEXT],
        ["It rained.", "Then it stopped.", "Nobody minded."],
        [TEXT, "- a dash that begins one sentence alone, as some papers have it", TEXT],
        ["What it cost", TEXT],
        [TEXT, "She said:", TEXT],
        [TEXT, "WARNING: the quay is closed.", TEXT],
    ],
)
def test_prose_has_no_form(paragraphs):
    assert set(forms_of(paragraphs)) == {""}
