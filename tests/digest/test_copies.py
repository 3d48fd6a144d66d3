"""Copies of a wire story and its updates: folded under the first, and counted once."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.digest.copies import find_copies
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.model import Digest, StoryFacts
from gloss.register import Register

from tests.pages.conftest import article

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "threads" / "copies.toml").read_text("utf-8")
)["story"]


@pytest.fixture(scope="module")
def stories() -> list[StoryFacts]:
    return [
        facts_of(
            read_article(
                article(
                    case["slug"],
                    case["text"].strip() + "\n",
                    Published=case["published"],
                    Source=case["source"],
                    Date=f"2026-01-{at:02}",
                )
            )
        )
        for at, case in enumerate(CASES, 1)
    ]


@pytest.fixture(scope="module")
def digest(stories) -> Digest:
    return make_digest(stories, Register())


def test_copies_and_updates_are_folded_and_no_other_story_is(stories):
    expected = {case["slug"]: case["first"] for case in CASES if case["first"]}
    assert find_copies(stories) == expected
    assert find_copies(reversed(stories)) == expected


def test_a_story_that_enters_later_moves_no_first_one(stories):
    assert find_copies(stories[1:3]) == {"passengers-safe": "ferry-aground-morning-post"}


def test_what_is_said_again_is_listed_once_and_what_is_new_stays(digest):
    said = [(said.by, said.story) for said in digest.said]
    assert said.count(("person:mira-oske", "ferry-aground")) == 1
    assert [by for by, _ in said].count("person:mira-oske") == 1
    assert ("person:ole-brandt", "ferry-refloated") in said


def test_names_and_dates_count_the_stories_that_are_no_copies(digest):
    veld, brandt = digest.names["person:jon-veld"], digest.names["person:ole-brandt"]
    assert veld.stories == ("ferry-aground-once-more", "mayor-wants-a-light", "ferry-aground")
    assert veld.mentions == 3
    assert brandt.stories == ("ferry-refloated",)
    assert [event.story for event in digest.events] == ["ferry-aground"]


def test_the_stories_themselves_keep_all_that_they_say(digest):
    assert len(digest.stories["ferry-refloated"].said) == 2
    assert len(digest.stories) == len(CASES)


def test_short_stories_that_share_a_few_words_are_no_copies():
    some = [
        facts_of(read_article(article(slug, text, Published="2021-03-04")))
        for slug, text in (
            ("empty", ""),
            ("one-word", "Rain.\n"),
            ("rain", "It rained all day in the north.\n"),
            ("more-rain", "It rained all day in the south.\n"),
        )
    ]
    assert find_copies(some) == {}


def test_what_the_editor_keeps_apart_is_not_folded_and_counts(stories):
    by_slug = {story.slug: story for story in stories}
    slug, first = next(iter(find_copies(stories).items()))
    kept = replace(by_slug[slug], apart=(first,))
    folded = find_copies([*(s for s in stories if s.slug != slug), kept])
    assert slug not in folded
    other_way = replace(by_slug[first], apart=(slug,))
    folded = find_copies([*(s for s in stories if s.slug != first), other_way])
    assert folded.get(slug) != first
