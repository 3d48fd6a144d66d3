"""What stands before and behind a place."""

from __future__ import annotations

import pytest
from gloss.annotate.reading import Around

TEXT = "Harbour closed.\nOn Monday Mayor Ida Berg's “Long Night” of songs began. Berg left."


def around(words: str, text: str = TEXT) -> Around:
    start = text.index(words)
    return Around(text, start, start + len(words))


def test_words_stand_nearest_first_as_written_in_the_line_alone():
    place = around("Ida Berg")
    assert place.words_before == ("Mayor", "Monday", "On")
    assert place.words_behind[:4] == ("'s", "“", "Long", "Night")
    assert place.preceded_by({"mayor"})
    assert not place.preceded_by({"Mayor"})
    assert around("Harbour closed").followed_by({"."})


@pytest.mark.parametrize("words", ["Harbour closed.", TEXT])
def test_nothing_stands_beyond_the_edges(words):
    place = around(words, words)
    assert (place.before, place.behind, place.word_before, place.word_behind) == ("", "", "", "")
    assert (place.character_before, place.character_behind) == ("", "")


@pytest.mark.parametrize(
    ("words", "opens"),
    [("Harbour", True), ("On Monday", True), ("Ida Berg", False), ("Berg left", True)],
)
def test_a_sentence_begins_at_a_line_or_behind_a_full_stop(words, opens):
    assert around(words).opens_sentence is opens


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("They saw “Long Night,” twice.", "Long Night", True),
        ("They saw “The Long Night” twice.", "Long Night", True),
        ("They saw “Long Night of songs” twice.", "Long Night", False),
        ("Long Night", "Long Night", False),
    ],
)
def test_a_title_is_all_that_stands_in_marks(text, words, quoted):
    assert around(words, text).in_marks is quoted
