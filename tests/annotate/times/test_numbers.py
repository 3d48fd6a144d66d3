"""Numbers in words and figures."""

from __future__ import annotations

import pytest
from gloss.annotate.times.numbers import Spelled, read_figures, read_words
from hypothesis import given
from hypothesis import strategies as st

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip


def in_words(number: int) -> list[str]:
    if number < 20:
        return [ONES[number]]
    if number < 100:
        return [TENS[number // 10], *(["-", ONES[number % 10]] if number % 10 else [])]
    if number < 1000:
        rest = ["and", *in_words(number % 100)] if number % 100 else []
        return [ONES[number // 100], "hundred", *rest]
    rest = in_words(number % 1000) if number % 1000 else []
    return [*in_words(number // 1000), "thousand", *rest]


@given(st.integers(1, 999_999))
def test_a_number_in_words_is_read_whole(number):
    words = in_words(number)
    assert read_words([*words, "miles"]) == Spelled(number, "cardinal", len(words))


@given(st.integers(11, 20), st.integers(10, 99))
def test_a_year_is_said_as_two_numbers(century, rest):
    words = [*in_words(century), *in_words(rest)]
    assert read_words(words) == Spelled(century * 100 + rest, "year", len(words))


@pytest.mark.parametrize(
    ("words", "value", "kind", "length"),
    [
        ("twenty - first century", 21, "ordinal", 3),
        ("twenty first century", 21, "ordinal", 2),
        ("seventeenth of May", 17, "ordinal", 1),
        ("hundred years", 100, "cardinal", 1),
        ("two hundred and fifty men", 250, "cardinal", 4),
        ("two and three", 2, "cardinal", 1),
        ("three five", 3, "cardinal", 1),
        ("dozen eggs", 12, "cardinal", 1),
        ("two thousand", 2000, "cardinal", 2),
        ("nineteen - eighty", 1980, "year", 3),
    ],
)
def test_how_far_a_number_goes(words, value, kind, length):
    assert read_words(words.split()) == Spelled(value, kind, length)


@pytest.mark.parametrize("words", ["and", "- two", "miles", "thousand men"])
def test_what_is_no_number(words):
    assert read_words(words.split()) is None


@pytest.mark.parametrize(
    ("figures", "value"), [("1,000", 1000), ("2.5", 2.5), ("2 1/2", 2.5), ("2½", 2.5), ("¾", 0.75)]
)
def test_figures_are_read(figures, value):
    assert read_figures(figures) == value
