"""The density chart: an honest axis of time, whatever years a digest's dates lie in."""

from __future__ import annotations

from collections import Counter

import pytest
from gloss.pages.chart import HEIGHT, Bar, Chart, draw_chart
from hypothesis import given
from hypothesis import strategies as st


def chart(*years: int, open_: int = 0) -> Chart | None:
    bars = {year: Bar(str(year), count, f"{year}.html") for year, count in Counter(years).items()}
    return draw_chart(bars, Bar("", open_, "") if open_ else None)


def test_an_empty_year_leaves_a_gap():
    drawn = chart(2010, 2011, 2014)
    assert drawn is not None
    first, second, third = (bar.x for bar in drawn.bars)
    assert third - second == pytest.approx(3 * (second - first), abs=0.02)


def test_the_busiest_years_stand_one_by_one_and_the_others_together():
    drawn = chart(1869, 1888, *[2014] * 3, *[2016] * 9, 2050)
    assert drawn is not None
    assert [(bar.label, bar.count) for bar in drawn.bars] == [
        ("1860–1869", 1),
        ("1880–1889", 1),
        ("2014", 3),
        ("2016", 9),
        ("2050–2059", 1),
    ]


def test_far_years_stand_by_century():
    drawn = chart(1066, 1492, 1776, *range(2000, 2017))
    assert drawn is not None
    assert [bar.label for bar in drawn.bars[:3]] == ["1000–1099", "1400–1499", "1700–1799"]


def test_years_before_our_era_stand_by_century_and_are_said_so():
    drawn = chart(*[-43] * 4, *[1066] * 4, *range(2000, 2017))
    assert drawn is not None
    assert [bar.label for bar in drawn.bars[:2]] == ["1001 BC–2 BC", "1000–1999"]
    drawn = chart(*[-299] * 3, *[-43] * 3, *[2] * 9)
    assert [bar.label for bar in drawn.bars] == ["301 BC–202 BC", "101 BC–2 BC", "2 AD"]


def test_a_bar_of_several_years_leads_to_the_first_of_them():
    drawn = chart(1862, 1869, *[2016] * 3)
    assert drawn is not None
    assert drawn.bars[0].url == "1862.html"


def test_the_axis_says_where_it_begins_and_ends():
    drawn = chart(1869, *[2016] * 3, 2050)
    assert drawn is not None
    assert [tick.label for tick in drawn.ticks] == ["1860–1869", "2016", "2050–2059"]


def test_one_year_is_a_bar_and_no_wall():
    drawn = chart(2013, 2013)
    assert drawn is not None
    (bar,) = drawn.bars
    assert bar.width < 5
    assert [tick.label for tick in drawn.ticks] == ["2013"]


def test_dates_without_a_year_are_told_apart():
    drawn = chart(open_=2)
    assert drawn is not None
    assert (drawn.bars, drawn.open) == ((), Bar("", 2, ""))
    assert chart() is None


def test_a_year_far_from_all_others_stands_behind_a_break():
    drawn = chart(1700, *range(1990, 2010), 2900)
    assert drawn is not None
    assert [bar.label for bar in drawn.bars[:2]] == ["1700", "1990"]
    assert drawn.bars[-1].label == "2900"
    first, second, third = (bar.x for bar in drawn.bars[:3])
    assert second - first == pytest.approx(2 * (third - second), abs=0.02)
    assert len(drawn.breaks) == 2
    assert first < drawn.breaks[0] < second
    assert chart(1990, *range(1990, 2010)).breaks == ()


@given(st.lists(st.integers(-500, 3000), min_size=1, max_size=60))
def test_any_years_fit_in_order_and_every_date_is_counted(years):
    drawn = chart(*years)
    assert drawn is not None
    assert sum(bar.count for bar in drawn.bars) == len(years)
    ends = [0.0]
    for bar in drawn.bars:
        assert ends[-1] <= bar.x
        assert 0 < bar.height <= HEIGHT
        assert bar.y + bar.height == HEIGHT
        ends.append(bar.x + bar.width)
    assert ends[-1] <= 100
    assert all(0 <= tick.x <= 100 for tick in drawn.ticks)
