"""The archive by month and year, as plain data."""

from __future__ import annotations

from tests.pages.conftest import article, view_of

STORIES = [
    article("first", "It rained.", Published="2018-09-01"),
    article("last", "It snowed.", Published="2018-09-30"),
    article("month", "It hailed.", Published="2018-08"),
    article("year", "It blew.", Published="2018"),
    article("ancient", "It burned.", Published="0079-08-24"),
    article("undated", "It was still."),
]


def titles(view):
    return [line.story.slug for day in view["days"] for line in day.lines]


def test_a_month_has_its_stories_and_leads_to_its_neighbours_and_editions(digest_of, planned):
    pages = planned(digest_of(*STORIES))
    september, august = (view_of(pages[f"2018/{m}/index.html"]) for m in ("09", "08"))
    assert (september["label"], titles(september)) == ("September 2018", ["last", "first"])
    assert titles(august) == ["month"]
    assert (september["older"].url, september["newer"]) == ("2018/08/", None)
    assert (august["newer"].label, august["older"]) == ("September 2018", None)
    assert [edition.key for edition in september["editions"]] == ["2018-W39", "2018-W35"]


def test_a_year_has_its_months_and_the_stories_that_say_no_more(digest_of, planned):
    pages = planned(digest_of(*STORIES))
    year = view_of(pages["2018/index.html"])
    assert [(month.label, month.stories) for month in year["months"]] == [
        ("September", 2),
        ("August", 1),
    ]
    assert titles(year) == ["year"]
    years = view_of(pages["stories/index.html"])["years"]
    assert [(one.year, one.stories) for one in years] == [(2018, 4)], "but none of the year 79"


def test_a_busy_month_has_pages(digest_of, planned):
    many = [article(f"s-{n}", "It rained.", Published="2018-09-02") for n in range(230)]
    pages = planned(digest_of(*many))
    paths = [f"2018/09/{name}.html" for name in ("index", "page-1")]
    assert sum(len(titles(view_of(pages[path]))) for path in paths) == 230
