"""What holds of any date and any text."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from edtf import parse_edtf
from gloss.annotate.reading import Reading
from gloss.annotate.times import find_times
from gloss.annotate.times.periods import MONTHS
from gloss.annotate.times.rules import load_grammar
from gloss.story import Moment, Span
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linear import takes_steps_in_proportion

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BLANK = spacy.blank("en")
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
WORDS = sorted({*load_grammar().vocabulary.words, *load_grammar().vocabulary.capitals})


def read_plainly(text: str, published: str | None = None) -> list[Moment]:
    """Find times without spaCy's syntax, which the forms here do not need."""
    return find_times(plain_reading(text, published))[0]


def plain_reading(text: str, published: str | None) -> Reading:
    return Reading(text, 0, BLANK.make_doc(text), (Span(0, len(text)),), None, published)


def ordinal(number: int) -> str:
    if 10 < number % 100 < 14:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def forms(day: date) -> dict[str, str]:
    month = MONTHS[day.month - 1]
    return {
        "day month year": f"{day.day} {month} {day.year}",
        "month day year": f"{month} {day.day}, {day.year}",
        "month ordinal year": f"{month} {ordinal(day.day)}, {day.year}",
        "the ordinal of": f"the {ordinal(day.day)} of {month} {day.year}",
        "with its weekday": f"{WEEKDAYS[day.weekday()]}, {month} {day.day}, {day.year}",
        "weekday first": f"{WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}",
        "hyphens": f"{day.day:02}-{month[:3]}-{day.year}",
        "capitals": f"{month.upper()} {day.day}, {day.year}",
        "ISO 8601": day.isoformat(),
        "dots": f"{day.day:02}.{day.month:02}.{day.year}" if day.day > 12 else day.isoformat(),
        "slashes": f"{day.month:02}/{day.day:02}/{day.year}" if day.day > 12 else day.isoformat(),
    }


@given(day=DAYS, published=st.none() | DAYS)
@settings(max_examples=80)
def test_a_date_in_any_form_comes_back_as_itself(day, published):
    for name, form in forms(day).items():
        text = f"The deed was signed on {form}."
        (found,) = read_plainly(text, published.isoformat() if published else None)
        assert (found.edtf, found.value) == (day.isoformat(), day.isoformat()), name
        assert text[found.start : found.end] == form


@given(st.text(max_size=400), st.none() | DAYS)
@settings(max_examples=100)
def test_no_text_raises(text, published):
    read_plainly(text, published.isoformat() if published else None)


@given(
    st.lists(
        st.sampled_from(WORDS) | st.sampled_from(WORDS).map(str.capitalize)
        | st.integers(0, 3000).map(str) | st.sampled_from(["17th", "9am", "20:30", "\n", "1990s"]),
        max_size=60,
    ),
    st.none() | st.dates(date(2, 1, 1), date(9998, 1, 1)),
)  # fmt: skip
@settings(max_examples=120)
def test_whatever_is_found_is_in_order_and_is_edtf(words, published):
    text = " ".join(words)
    end = 0
    known = len(load_grammar().vocabulary.codes)
    for moment in read_plainly(text, published.isoformat() if published else None):
        assert end <= moment.start < moment.end <= len(text)
        end = moment.end
        assert moment.value
        assert 0 < moment.sure <= 1
        if moment.edtf:
            parse_edtf(moment.edtf)
    assert len(load_grammar().vocabulary.codes) == known, "rules are compiled for known codes only"


@pytest.mark.parametrize("piece", ["12 ", "May ", "May 12, ", "the ", "two hundred and ", "1990-",
                                   "last ", "a year ago ", "early ", "9 a.m. on "])  # fmt: skip
def test_time_taken_grows_with_the_text_only(piece):
    read_plainly("a first text, since the grammar is loaded with it")

    def repeated(length: int) -> Reading:
        return plain_reading(piece * (length // len(piece)), "2018-09-19")

    assert takes_steps_in_proportion(repeated, find_times, 20_000)
