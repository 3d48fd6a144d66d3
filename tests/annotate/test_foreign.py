"""A story in another language is not read by English rules, and that is told."""

from __future__ import annotations

import pytest
from gloss.annotate.annotator import load_annotator
from gloss.register import Register
from gloss.story import Story

GERMAN = (
    "Karl Brandt tritt im Mai ab. Das hat der Minister am Montag in Berlin gesagt.\n\n"
    "„Ich gehe heute“, sagte Brandt. Das ist ein Armutszeugnis, hat Eva Roth am 12. Mai erklärt."
)
ENGLISH = "“I go today,” said Karl Brandt on Monday. He was in Berlin with his party."


@pytest.fixture(scope="module")
def annotator():
    return load_annotator(Register())


def marked(annotator, text, lang=None):
    found = annotator.annotate(Story("x", text, published="2024-03-05", lang=lang))
    names = {text[m.start : m.end]: m.kind for m in found.mentions}
    return found, names


def test_people_and_places_alone_are_marked(annotator):
    found, names = marked(annotator, GERMAN)
    assert names["Karl Brandt"] == "person"
    assert names["Berlin"] == "place"
    assert set(names.values()) <= {"person", "place"}
    assert (found.moments, found.quotations) == ((), ())
    assert not any(entity.descriptors for entity in found.entities)
    (doubt,) = found.doubts
    assert doubt.about == "language"
    assert "seems to be in German" in doubt.says


def test_a_story_is_in_the_language_that_it_says(annotator):
    found, _ = marked(annotator, GERMAN, "de-AT")
    assert "the story is in German" in found.doubts[0].says
    found, _ = marked(annotator, ENGLISH, "fr")
    assert "the story is in French" in found.doubts[0].says
    assert found.quotations == ()


@pytest.mark.parametrize("lang", [None, "en", "en-GB"])
def test_an_english_story_is_read(annotator, lang):
    found, _ = marked(annotator, ENGLISH, lang)
    assert (len(found.quotations), len(found.moments)) == (1, 2)
    assert not [doubt for doubt in found.doubts if doubt.about == "language"]


def test_a_name_takes_no_words_behind_it_along(annotator):
    text = GERMAN.replace("Karl Brandt tritt", "Minister Karl von Brandt am Dom tritt")
    _, names = marked(annotator, text, "de")
    assert not [name for name in names if name.split()[-1][0].islower()]


def test_english_beside_words_of_another_script_is_english(annotator):
    hebrew = 'ראש הממשלה דוד לוי אמר "אנחנו כאן" ביום שני.'
    text = f"{hebrew} Ann Lowe met him in Haifa on Monday, and she said so."
    found, _ = marked(annotator, text)
    assert [doubt.about for doubt in found.doubts] == []
    assert found.moments
