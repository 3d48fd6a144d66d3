"""Letters in two pieces and soft hyphens: read as one word, marked where they stand."""

from __future__ import annotations

import unicodedata

import pytest
from gloss.annotate.reading.plain import plain
from gloss.story import Annotations, Story

from tests.annotate.test_entities import annotator

NEWS = "José Nuñez met Zoë Müller in Bogotá on Monday. “It is over,” said Nuñez."


def marks(text: str) -> tuple[Annotations, list[str]]:
    found = annotator("gloss").annotate(Story("plain", text, published="2024-03-05"))
    spans = [*found.mentions, *found.moments, *(p for q in found.quotations for p in q.parts)]
    return found, [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_times_and_quotations_are_the_same_however_letters_are_composed(form):
    text = unicodedata.normalize(form, NEWS)
    found, spans = marks(text)
    assert [mention.entity for mention in found.mentions] == [
        *("person:jose-nunez", "person:zoe-muller", "place:bogota", "person:jose-nunez"),
    ]
    wanted = ["José Nuñez", "Zoë Müller", "Bogotá", "Nuñez", "Monday", "It is over,"]
    assert spans == [unicodedata.normalize(form, words) for words in wanted]


def test_soft_hyphens_cut_no_word():
    text = "Mayor Dana Whit\u00adlock left Lis\u00adbon on Mon\u00adday, a spokesman said."
    found, spans = marks(text)
    assert spans == ["Dana Whit\u00adlock", "Lis\u00adbon", "Mon\u00adday"]
    assert [mention.entity for mention in found.mentions] == [
        "person:dana-whitlock",
        "place:lisbon",
    ]


@pytest.mark.parametrize("text", ["", "Plain.", "e\u0301", "a\u00adb\u0308c e\u0301 d"])
def test_every_stretch_has_its_place_in_the_text_as_given(text):
    read = plain(text)
    assert read.given(0, len(read.text)) == (0, len(text))
    for at, letter in enumerate(read.text):
        start, end = read.given(at, at + 1)
        assert plain(text[start:end]).text == letter
