"""The same words in several stories are one quotation, with its places and wordings."""

from __future__ import annotations

import pytest
from gloss.article import read_article
from gloss.check.given_to_several import given_to_several
from gloss.digest.also_said import also_said
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.pages.context import make_context
from gloss.pages.sources import sources_of
from gloss.register import Register
from gloss.site import Site

FIRST = (
    "[“We shall mend the wall before winter,”]{.quote by=ann-lowe} said [Lowe](person:ann-lowe)."
)


def facts(slug: str, body: str, day: str = "01"):
    head = f"Title: {slug}\nDate: 2021-05-{day}\nSlug: {slug}\nNames: person:ann-lowe = Ann Lowe\n"
    return facts_of(read_article(f"{head}\n{body}\n"))


def places(*bodies: str):
    stories = [facts(f"s{n}", body, f"{n:02}") for n, body in enumerate(bodies, 1)]
    return [[told.story for told in some] for some in also_said(stories)]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("[\"We shall mend the wall before winter\"]{.quote by=ann-lowe} was it.", True),
        ("[“We will mend the wall before the winter.”]{.quote by=ann-lowe}", True),
        ("[“We shall mend the wall”]{.quote by=ann-lowe}", False),
        ("[“We shall mend the boat before summer,”]{.quote by=ann-lowe}", False),
        ("[“Before winter we shall not be at the wall,”]{.quote by=ann-lowe}", False),
        ("[“We shall mend the wall before winter,”]{.quote by=gus-hale}", True),
        ("She said [we shall mend the wall before the winter]{.report by=ann-lowe cue=said}", True),
        ("He said [we shall mend the wall before winter]{.report by=gus-hale cue=said}", False),
        ("They said [we shall mend the wall before winter]{.report who=they cue=said}", False),
    ],
)  # fmt: skip
def test_other_marks_and_a_word_more_or_less_are_the_same_words(other, same):
    assert places(FIRST, other) == ([["s1", "s2"]] if same else [])


def test_words_that_one_story_says_twice_are_in_no_other():
    assert places(f"{FIRST}\n\n{FIRST}", "It rained.") == []


def test_lists_and_counts_have_it_once_with_its_places_and_wordings():
    again = (
        "[“We will mend the wall before the winter.”]{.quote by=ann-lowe} [Lowe](person:ann-lowe)"
    )
    told = (
        "[Lowe](person:ann-lowe) said [we shall mend the wall before winter]{.report by=ann-lowe}."
    )
    stories = [facts("first", FIRST), facts("again", again, "02"), facts("told", told, "03")]
    digest = make_digest(stories, Register())
    assert [said.story for said in digest.said] == ["first"]
    assert [said.story for said in digest.names["person:ann-lowe"].said] == ["first"]
    assert len(digest.stories["again"].said) == 1
    context = make_context(digest, Site())
    (quoted,) = context.quoted(digest.said, also=True)
    assert [(also.story.slug, also.words, also.direct) for also in quoted.also] == [
        ("again", "We will mend the wall before the winter.", True),
        ("told", "", False),
    ]
    (source,) = sources_of(digest.stories["again"], context.links).every
    assert [also.story.slug for also in source.said[0].also] == ["first", "told"]


def test_words_that_two_stories_give_to_different_people_stand_for_each_and_are_told():
    other = "[“We shall mend the wall before winter,”]{.quote by=gus-hale}"
    stories = [facts("first", FIRST), facts("second", other, "02")]
    digest = make_digest(stories, Register())
    assert {said.by for said in digest.said} == {"person:ann-lowe", "person:gus-hale"}
    (finding,) = given_to_several([(f"{story.slug}.md", story) for story in stories])
    assert finding.where.startswith("first.md#q-")
    assert "by=ann-lowe here and by=gus-hale in second.md#q-" in finding.says
