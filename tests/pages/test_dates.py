"""EDTF as a page says it, files it and orders it."""

from __future__ import annotations

import pytest
from gloss.pages.dates import order, read, year_of


@pytest.mark.parametrize(
    ("edtf", "lang", "form", "words", "machine", "precision"),
    [
        ("2018-09-17", "en", "plain", "September 17, 2018", "2018-09-17", "day"),
        ("2018-09-17", "de", "plain", "17. September 2018", "2018-09-17", "day"),
        ("2018-09-17", "en-GB", "plain", "17 September 2018", "2018-09-17", "day"),
        ("2018-09", "de", "plain", "September 2018", "2018-09", "month"),
        ("2013", "en", "plain", "2013", "2013", "year"),
        ("XXXX-09-17", "en", "no-year", "September 17", "09-17", "open"),
        ("XXXX-12", "de", "no-year", "Dezember", "", "open"),
        ("2018-09-17T09:30", "de", "plain", "17. September 2018, 09:30", "2018-09-17", "day"),
        ("2012-35", "en", "part-35", "2012", "", "span"),
        ("2014-26", "en", "part-22", "2014", "", "span"),
        ("199X", "en", "decade", "1990", "", "span"),
        ("19XX", "en", "century", "1900", "", "span"),
        ("2018-09-XX", "en", "some-day", "", "", "month"),
        ("1634~", "en", "about", "1634", "", "about"),
        ("2015%", "en", "perhaps-about", "2015", "", "about"),
        ("../2031", "en", "until", "../2031", "", "about"),
        ("2014/", "en", "since", "2014/", "", "about"),
        ("2014/2016", "en", "range", "2014/2016", "", "span"),
        ("2016-02-30", "en", "plain", "2016-02-30", "", "span"),
        ("no date", "en", "plain", "no date", "", "span"),
        ("2018", "xx-nowhere", "plain", "2018", "2018", "year"),
    ],
)
def test_a_date_is_read(edtf, lang, form, words, machine, precision):
    reading = read(edtf, lang)
    assert (reading.form, reading.words, reading.machine, reading.precision) == (
        form,
        words,
        machine,
        precision,
    )


def test_dates_stand_from_the_oldest_and_those_without_a_year_last():
    dates = ["XXXX-01-02", "2016", "1998-11", "../1997", "2015~", "199X", "1998", "2016-02-03"]
    assert sorted(dates, key=order) == [
        "199X",
        "../1997",
        "1998",
        "1998-11",
        "2015~",
        "2016",
        "2016-02-03",
        "XXXX-01-02",
    ]


@pytest.mark.parametrize(
    ("edtf", "year"),
    [("2018-09-17", "2018"), ("XXXX-09-17", ""), ("../2031", "2031"), ("199X", "1990"), ("", "")],
)
def test_a_date_is_listed_under_its_year(edtf, year):
    assert year_of(edtf) == year
