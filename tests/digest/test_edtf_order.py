"""Where EDTF values lie in time, and how they are ordered."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from gloss.digest.edtf_order import Bounds, bounds, order
from hypothesis import given, settings
from hypothesis import strategies as st

OLDEST_FIRST = [
    "-0499/-0400",
    "-0043",
    "10XX",
    "1905",
    "199X",
    "../1997",
    "1998",
    "1998-01-01/1998-02-28",
    "1998-01",
    "1998-01-01",
    "1998-01-01T09:00:00",
    "1998-01-01T20:30:00Z",
    "1998-21",
    "1998-34",
    "2015~",
    "2015-12/..",
    "2016-02-29",
    "XXXX-XX-17",
    "XXXX-01",
    "XXXX-01-02",
    "XXXX-09-17",
    "no date",
]


def test_values_stand_from_the_oldest_and_those_without_a_year_last():
    assert sorted(sorted(OLDEST_FIRST), key=order) == OLDEST_FIRST


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-09-17", (2018, 9, 17), (2018, 9, 17)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("2013", (2013, 1, 1), (2013, 12, 31)),
        ("2013~", (2013, 1, 1), (2013, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2012-35", (2012, 7, 1), (2012, 9, 30)),
        ("2012-41", (2012, 7, 1), (2012, 12, 31)),
        ("2012-22", (2012, 6, 1), (2012, 8, 31)),
        ("2018-09-17/2018-09-23", (2018, 9, 17), (2018, 9, 23)),
        ("2014/..", (2014, 1, 1), (2014, 12, 31)),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
        ("2018-09-XX", (2018, 9, 1), (2018, 9, 30)),
        ("{2018-01-01,2018-01-05}", (2018, 1, 1), (2018, 1, 5)),
    ],
)
def test_a_value_has_a_first_and_a_last_day(edtf, first, last):
    assert bounds(edtf) == Bounds(first, last)


@pytest.mark.parametrize("edtf", ["XXXX-09-17", "XXXX", "no date", "", "2018-02-30", "../..", "1X"])
def test_a_value_without_a_year_or_sense_lies_nowhere(edtf):
    assert bounds(edtf) is None


@pytest.mark.parametrize(
    "edtf",
    ["2016-02", "1905", "199X", "12XX", "2012-33", "2012-36", "2012-21", "2012-24", "2012-40",
     "2018-09-17/2018-10-02", "1939/1945", "2018-09-17T20:30:00Z", "0079", "2011-11~"],
)  # fmt: skip
def test_bounds_are_those_of_the_edtf_package(edtf):
    value = parse_edtf(edtf)
    expected = Bounds(tuple(value.lower_strict()[:3]), tuple(value.upper_strict()[:3]))
    assert bounds(edtf) == expected


@given(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), max_size=20))
@settings(max_examples=50)
def test_days_are_in_the_order_of_the_calendar(days):
    ordered = sorted((day.isoformat() for day in days), key=order)
    assert ordered == [day.isoformat() for day in sorted(days)]


@given(st.text(alphabet="0123456789X-/.~?T:%", max_size=12))
@settings(max_examples=200)
def test_any_text_has_a_place(text):
    assert order(text) <= order(text)
