"""The editor's notes in an article's head: written and read again at the same words."""

from __future__ import annotations

import pytest
from gloss.article import read_article
from gloss.article.notes import write_note
from gloss.story import Span
from hypothesis import given
from hypothesis import strategies as st

HEAD = "Title: Rain\nDate: 2026-01-01\nSlug: rain\nNotes:\n"


def read(lines: list[str], text: str):
    notes = "".join(f"    {line}\n" for line in lines)
    return read_article(f"{HEAD}{notes}\n{text}\n").notes


@given(
    st.lists(st.text("ab .", min_size=1, max_size=30), min_size=1, max_size=3),
    st.text("ab |\\<", min_size=1).filter(str.strip),
    st.sampled_from(["", "2026-03-02"]),
    st.sampled_from(["", "Ann | Lowe"]),
    st.data(),
)
def test_a_note_is_read_at_the_words_that_it_was_written_of(lines, says, day, by, data):
    text = "\n\n".join(f"x{'y'.join(line.split())}" for line in lines)
    start = data.draw(st.integers(0, len(text) - 1))  # also at a blank, as a hand may write it
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    if not words.strip():
        return
    line = write_note(text, Span(start, end), says, day, by)
    place = Span(end - len(words.lstrip()), start + len(words.rstrip()))
    (note,) = read([line], text)
    assert (note.place, note.says, note.day, note.by) == (place, " ".join(says.split()), day, by)


def test_equal_words_are_told_apart_and_notes_may_overlap():
    text = "It rained.\n\nIt rained, and it rained hard."
    second = text.index("rained, and")
    lines = [
        write_note(text, Span(second, second + 6), "So it did."),
        write_note(text, Span(second, len(text)), "All of it."),
    ]
    assert lines == ["rained | So it did. | | | 2", "rained, and it rained hard. | All of it."]
    assert [(note.block, note.place.start) for note in read(lines, text)] == [("p2", second)] * 2


def test_a_note_over_the_end_of_a_paragraph_stands_where_it_begins():
    text = "It rained hard.\n\nThen it snowed."
    line = write_note(text, Span(10, 21), "Both on one day.")
    assert line == "hard. Then | Both on one day."
    (note,) = read([line], text)
    assert (note.block, note.place) == ("p1", Span(10, 21))


@pytest.mark.parametrize(
    "line",
    ["snow | It did not.", "rained |", "| Nothing.", "rained | So. | | | 3", "rained"],
)
def test_a_note_that_has_no_words_or_says_nothing_is_none(line):
    assert read([line], "It rained.") == ()


def test_a_day_and_a_number_that_are_none_are_left_alone():
    (note,) = read(["rained | So. | soon | Ann | first"], "It rained.")
    assert (note.day, note.by, note.place.start) == ("", "Ann", 3)
