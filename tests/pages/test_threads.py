"""The pages of threads, and what a story's page says of its own."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.model import Digest, Thread
from gloss.formats.web_annotation import annotated
from gloss.pages import plan
from gloss.pages.context import make_context
from gloss.pages.thread_pages import thread_of
from gloss.register import Register
from gloss.site import Site

from tests.pages.conftest import article, view_of

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "threads" / "matters.toml").read_text("utf-8")
)["story"]


@pytest.fixture(scope="module")
def pages():
    return planned_of(CASES)


def planned_of(cases):
    """The pages of some of the stories, by their path."""
    texts = (
        article(case["slug"], case["text"].strip() + "\n", Published=case["published"], Summary="…")
        for case in cases
    )
    articles = {one.slug: one for one in map(read_article, texts)}
    digest = make_digest(map(facts_of, articles.values()), Register())

    def load(part: str, slug: str):
        assert part == "annotated"
        return annotated(articles[slug])

    return {page.path: page for page in plan(digest, Site(), load=load)}


def test_every_thread_has_a_page_and_stands_in_the_list(pages):
    listed = [thread.url for thread, _ in view_of(pages["threads/index.html"])["threads"]]
    assert listed == ["threads/bridge-falls/", "threads/brewery-for-sale/"]
    assert {f"{url}index.html" for url in listed} <= pages.keys()


def test_a_thread_is_called_by_whom_it_is_about_before_where(pages):
    thread = view_of(pages["threads/bridge-falls/index.html"])["thread"]
    assert thread.title == "Keller Bau, Eva Keller, Tom Anders"
    assert (thread.first.edtf, thread.last.edtf) == ("2021-05-03", "2021-05-28")


def test_a_thread_tells_its_stories_by_date_with_what_each_adds(pages):
    told = view_of(pages["threads/bridge-falls/index.html"])["stories"]
    assert [one.story.slug for one in told] == [
        "bridge-falls",
        "inquiry-opens",
        "cables-were-cut-short",
    ]
    assert [one.lead for one in told] == ["…", "", ""]
    assert [[link.name for link in one.names] for one in told] == [
        [],
        ["Eva Keller"],
        ["Ole Brand"],
    ]


def test_a_storys_page_leads_to_its_thread_in_the_place_of_what_is_near(pages):
    view = view_of(pages["stories/inquiry-opens/index.html"])
    assert view["thread"].thread.url == "threads/bridge-falls/"
    assert [link.slug for link in view["thread"].others] == [
        "bridge-falls",
        "cables-were-cut-short",
    ]
    assert view["related"] == ()
    alone = view_of(pages["stories/mayor-sings/index.html"])
    assert alone["thread"] is None
    assert alone["related"]


def test_a_story_of_a_long_thread_leads_to_the_nearest_of_it():
    one = facts_of(read_article(article("x", CASES[0]["text"].strip() + "\n")))
    slugs = tuple(f"day-{number}" for number in range(9))
    stories = {slug: replace(one, slug=slug) for slug in slugs}
    context = make_context(Digest(stories=stories, threads=(Thread(slugs[0], slugs),)), Site())
    found = thread_of("day-6", context)
    assert found
    assert [link.slug for link in found.others] == ["day-4", "day-5", "day-7", "day-8"]


def test_a_new_story_changes_the_page_of_its_own_thread_alone(pages):
    before = planned_of([case for case in CASES if case["slug"] != "cables-were-cut-short"])
    paths = ("threads/bridge-falls/index.html", "threads/brewery-for-sale/index.html")
    assert [before[path].key == pages[path].key for path in paths] == [False, True]
