"""Dates that no calendar has are refused, with file and line."""

from __future__ import annotations

import pytest
from gloss.article import ArticleError, read_article
from gloss.edtf import fault

TOP = "Title: Rain\nDate: 2026-01-31\nSlug: rain\nPublished: 2026-01-30\n\nIt rained.\n\n"

POSSIBLE = """
2018-09-17 2018-09 2018 2018-35 2018-24 2018-41 XXXX-09-17 XXXX-02-29 XXXX-09 2016-02-29 201X 20XX
2018-09-XX 2018-XX-17 -0043-03-15 -0043 0000-02-29 2004-06/2004-08 2018-09-17/2018-10-16 ../1984
[..1984] 2015~ 2004-06~-11 2004?-06-11 2018-09-17T21:00:00 2018-09-17T24:00:00 2018-09-17T09:30Z
2018-09-17T09:30:00+05:30 {1960,1961-12} 1950S2 2018-W37 2012-Q3 17.9.
"""
IMPOSSIBLE = """
2020-13-45 2020-13-01 2020-13 2020-00 2020-20 2020-42 2020-02-30 2019-02-29 2020-04-31 2020-01-00
XXXX-02-30 XXXX-13-01 XXXX-13 2020-35-01 2004-06/2004-18 2020-01-01/2020-02-30 [2019-02-29,2020]
2018-09-17T25:00:00 2018-09-17T09:60 -0042-02-29 2020-13-01~
"""
TOO_LONG = "Y-17E7 Y170000002 Y1E99 Y1E999999999"


@pytest.mark.parametrize("edtf", POSSIBLE.split())
def test_a_day_that_the_calendar_has(edtf):
    assert not fault(edtf)
    (moment,) = read_article(f"{TOP}On [that day](date:{edtf}).\n").annotations.moments
    assert moment.edtf == edtf


@pytest.mark.parametrize("edtf", IMPOSSIBLE.split())
def test_a_day_that_no_calendar_has(edtf):
    with pytest.raises(ArticleError) as told:
        read_article(f"{TOP}On [that day](date:{edtf}).\n", "rain.md")
    assert str(told.value) == (
        f"rain.md:8: date:{edtf} is no day of any calendar; expected EDTF, such as 2018-09-17"
    )


@pytest.mark.parametrize("edtf", TOO_LONG.split())
def test_a_year_that_no_timeline_has_room_for(edtf):
    with pytest.raises(ArticleError) as told:
        read_article(f"{TOP}On [that day](date:{edtf}).\n", "rain.md")
    assert str(told.value) == (
        f"rain.md:8: date:{edtf} is a year of more than four figures; "
        "expected EDTF, such as 2018-09-17"
    )


def test_a_date_that_is_only_text_is_none():
    assert read_article(f"{TOP}See \\[it](date:2020-13-45) and `[x](date:2020-13-45)`.\n")


@pytest.mark.parametrize("value", ["2020-13-01", "2020-02-30", "31 January", "2020", "20200101"])
def test_the_day_of_entering_the_digest(value):
    with pytest.raises(ArticleError) as told:
        read_article(TOP.replace("2026-01-31", value), "rain.md")
    assert str(told.value) == f"rain.md:2: Date {value!r}; expected a day, YYYY-MM-DD"


@pytest.mark.parametrize("value", ["2020-13-01", "2020-02-30", "Friday"])
def test_the_day_of_publication(value):
    with pytest.raises(ArticleError) as told:
        read_article(TOP.replace("2026-01-30", value), "rain.md")
    assert str(told.value) == f"rain.md:4: Published {value!r}; expected a day, YYYY-MM-DD"


@pytest.mark.parametrize("value", ["2020", "2020-02", "2020-02-29", "2020-02-29T10:00"])
def test_a_publication_that_is_known_less_well(value):
    assert read_article(TOP.replace("2026-01-30", value)).story.published == value
