"""Editions of small stories made by hand: what each tells, and what changes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gloss.article import read_article
from gloss.digest.editions import (
    dates_ahead,
    days_of,
    editions_of,
    is_cut_off,
    lead_sentence,
    most_named,
    newly_named,
    period_of,
    who_spoke,
)
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.register import Register
from gloss.story import DeclaredCorrection

from tests.pages.conftest import article


def story(slug, body, published="2018-09-19", entered="2018-10-01", **more):
    head = {"Date": entered, **({"Published": published} if published else {})}
    return replace(facts_of(read_article(article(slug, body, **head))), **more)


def digest_of(*stories):
    return make_digest(stories, Register())


def editions(*stories, every="week"):
    return {edition.key: edition for edition in editions_of(digest_of(*stories), every)}


def slugs(edition):
    return [story.slug for story in edition.stories]


@pytest.mark.parametrize(
    ("day", "every", "period", "days"),
    [
        ("2018-09-19", "day", "2018-09-19", ("2018-09-19", "2018-09-19")),
        ("2018-09-19", "week", "2018-W38", ("2018-09-17", "2018-09-23")),
        ("2018-09-19", "month", "2018-09", ("2018-09-01", "2018-09-30")),
        # ISO 8601: the week that holds the year's first Thursday is its first.
        ("2018-12-31", "week", "2019-W01", ("2018-12-31", "2019-01-06")),
        ("2016-02-29", "month", "2016-02", ("2016-02-01", "2016-02-29")),
        ("9999-12-31", "week", "9999-W52", ("9999-12-27", "9999-12-31")),
        ("9999-12-31", "month", "9999-12", ("9999-12-01", "9999-12-31")),
    ],
)
def test_a_day_lies_in_a_period_of_days(day, every, period, days):
    assert period_of(day, every) == period
    assert days_of(period) == days


def test_a_story_stands_in_the_edition_of_its_publication_else_of_its_entry():
    found = editions(
        story("dated", "It rained."),
        story("undated", "It snowed.", published=None, entered="2018-09-20"),
        story("of-a-month", "It hailed.", published="2018-05"),
    )
    assert slugs(found["2018-W38"]) == ["dated", "undated"], "one without a date never leads"
    assert slugs(found["2018-W18"]) == ["of-a-month"], "where its month begins"


def test_editions_know_their_neighbours_and_whether_they_are_over():
    found = editions(
        story("old", "It rained.", published="2018-09-01", entered="2018-09-01"),
        story("new", "It snowed.", published="2018-09-19", entered="2018-09-19"),
    )
    assert list(found) == ["2018-W38", "2018-W35"]
    assert (found["2018-W35"].older, found["2018-W35"].newer) == ("", "2018-W38")
    assert [edition.over for edition in found.values()] == [False, True]
    later = story("later", "It hailed.", published="2018-09-19", entered="2018-09-24")
    assert editions(later)["2018-W38"].over, "somebody wrote in the week after"


def test_names_are_new_by_entry_so_that_an_older_story_takes_none_away():
    ann, bo = "[Ann Lee](person:ann-lee) slept.", "[Ann Lee](person:ann-lee) woke [Bo](person:bo)."
    first = story("first", ann, published="2018-09-19", entered="2018-10-01")
    second = story("second", bo, published="2018-09-26", entered="2018-10-01")
    found = editions(first, second)
    assert [found[week].new for week in ("2018-W38", "2018-W39")] == [
        ("person:ann-lee",),
        ("person:bo",),
    ]
    older = story("older", bo, published="2017-01-01", entered="2018-10-02")
    found = editions(first, second, older)
    assert found["2018-W38"].new == ("person:ann-lee",)
    assert found["2018-W39"].new == ("person:bo",)
    assert found["2016-W52"].new == ()


def named(body, n, published):
    return [story(f"{published}-{i}", body, published) for i in range(n)]


def test_what_most_stories_name_stands_beside_the_edition_before_without_countries():
    both = "[Ann Lee](person:ann-lee) left [Japan](place:japan) for [Sel](place:sel)."
    stories = [
        *named(both, 3, "2018-09-12"),
        *named("[Ann Lee](person:ann-lee) is in [Japan](place:japan).", 4, "2018-09-19"),
        *named("[Sel](place:sel) slept.", 2, "2018-09-20"),
    ]
    digest = digest_of(*stories)
    newest, before = editions_of(digest, "week")
    tallies = [(t.name.id, t.count, t.before) for t in most_named(newest, digest, 9)]
    assert tallies == [("person:ann-lee", 4, 3), ("place:sel", 2, 3)]
    assert not before.is_compared
    assert [name.id for name in newly_named(before, digest)] == ["person:ann-lee", "place:sel"]


def test_in_an_edition_of_few_stories_names_are_counted_as_often_as_they_stand():
    body = "[Ann Lee](person:ann-lee) met [Bo](person:bo). [Lee](person:ann-lee) left."
    digest = digest_of(story("one", body))
    [edition] = editions_of(digest, "week")
    assert [(t.name.id, t.count) for t in most_named(edition, digest, 9)] == [("person:ann-lee", 2)]


def said(*words, by="ann-lee"):
    return " ".join(f"[“{one}”]{{.quote by={by}}} said [she](person:{by})." for one in words)


TELLING = {
    "the longer": ("We will not sell the harbour.", "We will never sell it."),
    "a whole sentence": ("We stay here and fish.", "no harbour for sale to anybody"),
    "a sentence before its source": ("We stay here and fish,", "no harbour for sale to anybody."),
    "one of some words": ("a good place to fish", "Really?"),
    "one that points back": ("We will stay by it.", "It was never for sale to anyone at all."),
    "too long": ("Harbours stay where they are.", "Harbours " * 41 + "stay."),
    "no sentence": ("the harbour’s own keepers", "the harbour’s own"),
}


@pytest.mark.parametrize(("telling", "other"), TELLING.values(), ids=TELLING)
def test_the_most_telling_of_what_somebody_said(telling, other):
    for words in ((telling, other), (other, telling)):
        digest = digest_of(story("one", said(*words)))
        [edition] = editions_of(digest, "week")
        assert [one.words for one in who_spoke(edition, digest)] == [(telling,)]


def test_everybody_quoted_by_name_speaks_once_and_a_nameless_one_not():
    digest = digest_of(
        story("one", said("We will stay.", by="ann-lee") + " " + said("We will go.", by="bo")),
        story("two", said("We said so.", by="bo") + "\n\n[“No.”]{.quote who=guard}"),
    )
    [edition] = editions_of(digest, "week")
    assert [one.by for one in who_spoke(edition, digest)] == ["person:bo", "person:ann-lee"]


def test_what_is_ahead_begins_after_the_edition_and_no_story_fills_it():
    far = "It will rain [in 2020](date:2020), [in May](date:2019-05), [in 2030](date:2030)."
    near = "It rains [Sunday](date:2018-09-23), [Monday](date:2018-09-24), [in May](date:XXXX-05)."
    [edition] = editions(story("far", far), story("near", near)).values()
    ahead = dates_ahead(edition)
    assert [event.edtf for event in ahead] == ["2018-09-24", "2019-05", "2020"]


def test_corrections_stand_in_the_days_they_were_made_and_with_the_story():
    wrong = story("wrong", "It rained.", corrected="2018-10-03")
    digest = digest_of(wrong, story("october", "It snowed.", published="2018-10-01"))
    october, september = editions_of(digest, "week")
    for edition in (october, september):
        [found] = edition.corrections
        assert (found.story.slug, found.day) == ("wrong", "2018-10-03")


def test_a_correction_stands_in_the_words_that_readers_are_told():
    one = story("one", "It rained.", corrected="2018-10-03")
    told = replace(one, declared=(DeclaredCorrection("2018-10-03", "It was Sel."),))
    gone = story("gone", "It burned.", retraction=DeclaredCorrection("2018-10-04", "It was not."))
    digest = replace(digest_of(told), retracted={"gone": gone})
    [edition] = editions_of(digest, "week")
    assert [(c.story.slug, c.says, c.retracted) for c in edition.corrections] == [
        ("gone", "It was not.", True),
        ("one", "It was Sel.", False),
    ]


def test_a_story_is_told_by_the_first_sentence_of_its_lead():
    one = story("one", "It rained.", summary="Mr. Hill came to Sel. He left at once.")
    assert lead_sentence(one) == "Mr. Hill came to Sel."
    assert not is_cut_off(one)
    assert is_cut_off(replace(one, title="Mr. Hill came to…"))
    assert lead_sentence(replace(one, summary="")) == ""
