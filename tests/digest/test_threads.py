"""Stories on one matter, and what each adds to those before."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.novelty import novelties
from gloss.digest.threads import find_threads
from gloss.formats.web_annotation import annotated
from gloss.register import Register
from gloss.story import Article

from tests.pages.conftest import article

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "threads" / "matters.toml").read_text("utf-8")
)["story"]
BRIDGE = ("bridge-falls", "inquiry-opens", "cables-were-cut-short")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    texts = (
        article(case["slug"], case["text"].strip() + "\n", Published=case["published"])
        for case in CASES
    )
    return {one.slug: one for one in map(read_article, texts)}


@pytest.fixture(scope="module")
def stories(articles):
    return [facts_of(one) for one in articles.values()]


def threads_of(stories):
    return {thread.slug: thread.stories for thread in find_threads(stories)}


def test_stories_on_one_matter_are_a_thread_and_no_others(stories):
    expected = {}
    for case in sorted(CASES, key=lambda case: case["published"]):
        expected.setdefault(case["thread"], []).append(case["slug"])
    expected.pop("")
    assert threads_of(stories) == {first: tuple(some) for first, some in expected.items()}


def test_the_order_in_which_stories_are_read_does_not_matter(stories):
    assert find_threads(reversed(stories)) == find_threads(stories)


def test_a_thread_says_what_its_stories_share(stories):
    bridge = next(t for t in find_threads(stories) if t.slug == "bridge-falls")
    assert "org:keller-bau" in bridge.names
    assert {"cables", "rust"} <= set(bridge.words)


def test_a_thread_keeps_its_slug_and_stories_when_others_enter(stories):
    by_slug = {story.slug: story for story in stories}
    first = [by_slug[slug] for slug in BRIDGE[1:]]
    before = threads_of(first)
    assert before == {"inquiry-opens": BRIDGE[1:]}
    older = replace(by_slug["bridge-falls"], date="2026-02-01")
    assert threads_of([*first, older]) == {"inquiry-opens": BRIDGE}
    later = [replace(story, date="2026-03-01") for story in stories if story.slug not in BRIDGE]
    assert threads_of([*first, *later])["inquiry-opens"] == BRIDGE[1:]


def test_a_story_that_is_withdrawn_leaves_its_thread(stories):
    left = [story for story in stories if story.slug != "inquiry-opens"]
    assert "inquiry-opens" not in {slug for some in threads_of(left).values() for slug in some}


def test_a_copy_is_in_no_thread_and_is_led_to_that_of_the_first(stories):
    copy = replace(stories[0], slug="a-copy", date="2026-02-01")
    digest = make_digest([*stories, copy], Register())
    assert digest.copies == {"a-copy": "bridge-falls"}
    assert {slug for thread in digest.threads for slug in thread.stories} & {"a-copy"} == set()
    assert digest.thread_of["a-copy"].slug == "bridge-falls"


def test_what_is_new_are_names_figures_and_statements_not_there_before(articles):
    some = [annotated(articles[slug]) for slug in BRIDGE]
    ids = {m.entity: m.entity for one in some for m in one.annotations.mentions}
    first, second, third = novelties(some, ids)
    assert (first.names, first.passages) == ((), ())
    assert second.names == ("person:eva-keller",)
    new = [piece for passage in second.passages for piece in passage[1::2]]
    assert new == ["We measured what we were paid to measure,", "Eva Keller", "14,000 euros"]
    assert third.names == ("person:ole-brand",)
    assert [piece for passage in third.passages for piece in passage[1::2]] == [
        "20 centimetres",
        "Ole Brand",
        "40 percent",
        "2023",
    ]


def test_passages_are_sentences_of_the_story_letter_for_letter(articles):
    some = [annotated(articles[slug]) for slug in BRIDGE]
    for story, new in zip(some, novelties(some, {}), strict=True):
        assert all("".join(passage) in story.text for passage in new.passages)


def test_a_statement_that_an_earlier_story_quotes_is_not_new(articles):
    one = annotated(articles["bridge-falls"])
    _, again = novelties([one, one], {})
    assert again.passages == ()


def test_figures_are_what_counts_and_measures_with_its_unit_and_no_part_of_a_date():
    text = (
        "At 49, she has 2 boats worth £1.3bn, 1,250 crates and 40 per cent of [8 ships](org:eight) "
        "since [14 May 2021](date:2021-05-14).\n"
    )
    some = [
        annotated(read_article(article(slug, body))) for slug, body in (("a", "x\n"), ("b", text))
    ]
    _, new = novelties(some, {})
    figures = [piece for passage in new.passages for piece in passage[1::2]]
    assert figures == ["49", "£1.3bn", "1,250", "40 per cent", "8 ships"]
