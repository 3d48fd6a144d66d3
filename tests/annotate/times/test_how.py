"""A reader is told how a date was found, where it is not what is written."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "how"),
    [
        ("It opened on 3 May 2015.", "3 May 2015", ""),
        ("It opened in 1998.", "1998", ""),
        ("It opened on Monday.", "Monday", "counted from publication"),
        ("It opened two years ago.", "two years ago", "counted from publication"),
        ("It opened on 3 September.", "3 September", "year from publication"),
        ("It was shut on Labor Day.", "Labor Day", "year from publication"),
        (
            "It opened on 3 May 2015 and closed three days later.",
            "three days later",
            "counted from 3 May 2015",
        ),
        (
            "Profit in the second quarter of 2018 rose, but the quarter was poor.",
            "the quarter",
            "as the second quarter of 2018, named before",
        ),
        (
            "Profit in the second quarter of 2018 rose from a year earlier.",
            "a year earlier",
            "counted from the second quarter of 2018",
        ),
        (
            "It is dated 9/8/18.",
            "9/8/18",
            "read as 8 September 2018, the nearer to publication",
        ),
        ("It rained for two weeks.", "two weeks", ""),
    ],
)
def test_how_a_date_was_found_is_said(text, words, how, times):
    found = {text[m.start : m.end]: m.how for m in times(text)}
    assert found[words] == how


def test_without_publication_a_lone_date_at_the_top_is_counted_from(times):
    text = "Mill closes its gates\n1 September 2007\nThe mill closed on Monday."
    assert times(text, None)[-1].how == "counted from the dateline"


def test_a_guess_is_less_sure_than_what_is_written(times):
    written, counted = times("It opened on 3 May 2015 and closed three days later.")
    assert counted.sure < written.sure == 1


def test_the_order_of_a_date_in_figures_is_a_doubt_where_nothing_shows_it(doubts):
    (doubt,) = doubts("The deed is dated 03/04/2017.", None)
    assert doubt.about == "time"
    assert "03/04/2017" in doubt.says
    assert not doubts("The deed is dated 23/04/2017.", None)
