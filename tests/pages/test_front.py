"""The front page and the two lists of stories, as plain data."""

from __future__ import annotations

import pytest
from gloss.pages.filling import Filling, filled

from tests.pages.conftest import article, view_of


def dated(slug, published, **head):
    body = f"[“Of {slug} I say this.”]{{.quote by={slug} cue=said}} said [he](person:{slug})."
    more = {"Published": published} if published else {}
    return article(slug, body, Summary=f"The lead of {slug}.", **more, **head)


def slugs(some):
    return [item.story.slug for item in some]


def lines(view):
    days = (day for shown in view["editions"] for day in shown.days)
    return [line.story.slug for day in days for line in day.lines]


SEPTEMBER = [dated(f"day-{n:02}", f"2018-09-{n:02}") for n in range(3, 10)]
UNDATED = dated("undated", None, Date="2026-11-22")
OLD = dated("old", "2017-01-02", Date="2026-11-28")


def test_the_front_page_begins_with_the_newest_edition(digest_of, planned):
    later = dated("later", "2018-09-12")
    view = view_of(planned(digest_of(*SEPTEMBER, later))["index.html"])
    assert [(one.link.key, one.stories) for one in view["editions"]] == [
        ("2018-W37", 1),
        ("2018-W36", 7),
    ]
    assert view["lead"].story.slug == "later"
    assert lines(view) == [f"day-{n:02}" for n in range(9, 2, -1)], "it has few stories yet"
    assert view["stories"] == (), "those above are not told again"


def test_an_edition_of_many_stories_stands_alone(digest_of, planned):
    later = [dated(f"later-{n}", "2018-09-12") for n in range(8)]
    view = view_of(planned(digest_of(*SEPTEMBER, *later))["index.html"])
    assert [one.link.key for one in view["editions"]] == ["2018-W37"]
    assert len(lines(view)) == 7
    assert slugs(view["stories"]) == [f"day-{n:02}" for n in range(9, 2, -1)]


def test_a_story_without_a_date_leads_nowhere_for_ever(digest_of, planned):
    pages = planned(digest_of(*SEPTEMBER, UNDATED, OLD))
    front = view_of(pages["index.html"])
    assert front["editions"][0].link.key == "2018-W36"
    assert slugs(front["stories"])[:2] == ["old", "undated"], "what entered last comes first"
    assert front["quotations"][0].words.story.slug == "day-09"
    by_date = slugs(view_of(pages["stories/index.html"])["stories"])
    assert by_date[0] == "day-09"
    assert by_date[-2:] == ["old", "undated"]


def test_of_one_day_of_entry_the_story_without_a_date_is_last(digest_of, planned):
    late = dated("late", None)
    view = view_of(planned(digest_of(*SEPTEMBER, late, dated("next", "2018-10-01")))["index.html"])
    assert view["lead"].story.slug == "next"
    assert slugs(view["stories"]) == ["late"]


def test_where_no_story_has_a_date_the_newest_edition_leads(digest_of, planned):
    view = view_of(planned(digest_of(UNDATED))["index.html"])
    assert (view["editions"][0].link.key, view["lead"].story.slug) == ("2026-W47", "undated")
    assert view["lead"].story.published is False


def test_every_story_in_a_list_has_its_lead_and_a_story_one_quotation(digest_of, planned):
    twice = dated("twice", "2018-10-01").rstrip() + " [“And once more.”]{.quote by=person:other}\n"
    pages = planned(digest_of(*SEPTEMBER, UNDATED, twice))
    view = view_of(pages["index.html"])
    assert all(item.summary for item in (view["lead"], *view["stories"]))
    quoted = [one.words.story.slug for one in view["quotations"]]
    assert len(quoted) == len(set(quoted)) > 0


def test_all_stories_are_in_both_lists_once(digest_of, planned):
    many = [dated(f"s-{n:03}", f"2018-{1 + n % 12:02}-02") for n in range(70)]
    pages = planned(digest_of(*many, UNDATED), per_page=10)
    front = view_of(pages["index.html"])
    shown = [front["lead"].story.slug, *lines(front), *slugs(front["stories"])]
    new = [p for p in pages if p.startswith("stories/new-")]
    by_date = [p for p in pages if p.startswith("stories/page-")] + ["stories/index.html"]
    for paths, found in ((new, shown), (by_date, [])):
        listed = found + [slug for p in paths for slug in slugs(view_of(pages[p])["stories"])]
        assert len(set(listed)) == 71
        assert len(listed) - len(set(listed)) <= len(lines(front)) + 1, "but for the edition's own"
    assert {view_of(pages[p])["order"] for p in by_date} == {"date"}
    assert {view_of(pages[p])["order"] for p in new} == {"entry"}


@pytest.mark.parametrize(
    ("room", "counts"),
    [
        (0, [1, 0, 0]),  # the first section stands whatever the room
        (13.5, [2, 3, 0]),
        (40, [4, 4, 2]),
    ],
)
def test_a_column_is_filled_as_far_as_there_is_room(room, counts):
    sections = [Filling([3.0] * 4), Filling([1.0] * 4, least=3), Filling([2.0] * 2)]
    assert filled(room, sections) == counts
