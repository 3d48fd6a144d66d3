"""One reading of EDTF: a value a row, what is asked of it across."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from gloss import edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
THEME = HERE.parents[1] / "theme" / "templates"
VALUES = list(csv.DictReader((HERE / "values.csv").open(encoding="utf-8")))
KNOWN = [row for row in VALUES if not row["fault"] and row["value"] not in ("soon", "2018-W37")]


@pytest.fixture(scope="module")
def say():
    """How the theme says a date."""
    theme = Environment(loader=FileSystemLoader(THEME), extensions=["jinja2.ext.i18n"])
    theme.install_null_translations(newstyle=True)
    return theme.get_template("partials/dates.html").module.say


def _days(value) -> str:
    return f"{edtf.iso_day(value.first)} {edtf.iso_day(value.last)}" if value.first else ""


@pytest.mark.parametrize("row", VALUES, ids=lambda row: row["value"])
def test_a_value_is_read_once_for_all(row, say):
    text, value = row["value"], edtf.read(row["value"])
    parts = edtf.date_parts(text)
    answers = {
        "value": text,
        "days": _days(value) if value else "",
        "year": "" if value is None or value.year is None else str(value.year),
        "month": str(value.month or "") if value else "",
        "doubt": value.doubt if value else "",
        "words": say(edtf.in_words(text, "en")),
        "precision": edtf.in_words(text, "en").precision,
        "html": edtf.html_time(text),
        "iso": edtf.iso_date(text) or "",
        "csl": str(parts["date-parts"]).replace(" ", "") if parts else "",
        "fault": edtf.fault(text),
    }
    assert answers == row
    assert edtf.in_english(text) == row["words"]


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["value"])
def test_days_are_those_of_the_edtf_package(row):
    value = row["value"]
    if (
        ".." in value
        or value[0] == "/"
        or value[-1] == "/"
        or value[:4] == "XXXX"
        or value in UNLIKE
    ):
        pytest.skip("the package knows no days of it, or reads it otherwise")
    theirs = parse_edtf(value)
    first, last = tuple(theirs.lower_strict()[:3]), tuple(theirs.upper_strict()[:3])
    assert _days(edtf.read(value)) == f"{edtf.iso_day(first)} {edtf.iso_day(last)}"


# Its clock wants seconds; a month of one unknown figure it takes for any.
UNLIKE = {"2018-09-17T09:30", "2018-1X", "2018-09-2X", "2012-35~", "156X-12-25"}

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
    assert sorted(sorted(OLDEST_FIRST), key=edtf.order) == OLDEST_FIRST


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        ("2018-09-17", "de", "17. September 2018"),
        ("2018-09-17", "en-GB", "17 September 2018"),
        ("2018-09-17T09:30", "de", "17. September 2018, 09:30"),
        ("2018-09", "de", "September 2018"),
        ("XXXX-12", "de", "Dezember"),
        ("-0043", "de", "44 v. Chr."),
        ("-0043-03-15", "fr", "15 mars 44 av. J.-C."),
        ("2018", "xx-nowhere", "2018"),
    ],
)
def test_a_date_is_said_in_the_language_of_the_site(value, lang, words):
    assert edtf.in_words(value, lang).words == words


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("1634", "1634~"),
        ("-0449", "-0449~"),
        ("199X", "199X~"),
        ("2012-35", "2012-35"),
        ("-0299/-0200", "-0299~/-0200~"),
        ("../1997", "../1997~"),
        ("2015?", "2015?"),
        ("2018-09-17T09:30:00", "2018-09-17T09:30:00"),
        ("{2018,2019}", "{2018,2019}"),
        ("soon", "soon"),
    ],
)
def test_about_is_kept_wherever_edtf_can_say_so(value, marked):
    assert edtf.with_doubt(value, "~") == marked


def test_a_time_of_day_is_a_moment_where_its_zone_is_known():
    def moment(text):
        found = edtf.moment(edtf.read(text))
        return found and found.isoformat()

    assert moment("2018-09-17T09:30:00+05:30") == "2018-09-17T04:00:00+00:00"
    assert moment("2018-09-17T09:30") == "2018-09-17T09:30:00"
    assert moment("2018-09-17T24:00:00") is None
    assert moment("2018-09-17") is None


def test_the_first_day_of_a_value_is_one_of_the_calendar():
    assert edtf.first_day("2012-35", "1970-01-01") == "2012-07-01"
    assert edtf.first_day("-0043", "1970-01-01") == "1970-01-01"
    assert edtf.first_day(None, "1970-01-01") == "1970-01-01"


def test_a_long_text_is_no_value():
    assert edtf.read("{" + "2018-01-01," * 1000 + "2018}") is None
    assert edtf.read("2018-01-01" * 10_000) is None


@given(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), max_size=20))
@settings(max_examples=50)
def test_days_are_in_the_order_of_the_calendar(days):
    ordered = sorted((day.isoformat() for day in days), key=edtf.order)
    assert ordered == [day.isoformat() for day in sorted(days)]


@given(st.text(alphabet="0123456789X-/.~?T:%{},[]S", max_size=14), st.sampled_from(["en", "de"]))
@settings(max_examples=300)
def test_any_text_has_a_place_and_words(text, lang):
    assert edtf.order(text) <= edtf.order(text)
    assert edtf.in_words(text, lang).edtf == text
    assert len(edtf.first_day(text, "1970-01-01")) == 10
    value = edtf.read(text)
    if value and value.first:
        assert value.first <= value.last
