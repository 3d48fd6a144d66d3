"""Who says so: the sources of a story, told apart, and how much of it has one."""

from __future__ import annotations

from tests.pages.conftest import article, view_of

BODY = """\
[Ann Lowe](person:ann-lowe) said [the wall had cracked]{.report by=ann-lowe cue=said lemma=say}.

[“It is old, and it leaks,”]{.quote by=ann-lowe cue=said} she said of a [“mess”]{.quote}.

A spokesman said [it would hold]{.report who="A spokesman" cue=said lemma=say}. The spokesman added
that [nobody was hurt]{.report who="The spokesman" cue=added lemma=add}. [Hale](person:gus-hale) and
[Lowe](person:ann-lowe) think [it is over]{.report who="Hale and Lowe" cue=think}. But they heard
[that it rained]{.report who=they cue=heard lemma=hear}.
"""


def sources_in(digest_of, planned, body=BODY):
    pages = planned(digest_of(article("wall", body, Names="person:ann-lowe = Ann Lowe")))
    return view_of(pages["stories/wall/index.html"])["sources"]


def test_a_story_has_sources_named_and_unnamed_each_with_what_it_says(digest_of, planned):
    sources = sources_in(digest_of, planned)
    assert [
        (source.link and source.link.id, source.phrase, [s.words for s in source.said])
        for source in sources.every
    ] == [
        ("person:ann-lowe", "", ["It is old, and it leaks,", "the wall had cracked"]),
        (None, "Hale and Lowe", ["it is over"]),
        (None, "A spokesman", ["it would hold", "nobody was hurt"]),
        (None, "", ["that it rained"]),
    ]
    assert (sources.named, sources.unnamed) == (2, 1)


def test_beside_a_statement_stands_a_name_or_words_in_marks_and_nothing_beside_a_scare_quote(
    digest_of, planned
):
    beside = sources_in(digest_of, planned).beside
    assert sorted(beside.values()) == [
        *("?", "Ann Lowe", "Ann Lowe", "Hale and Lowe", "“A spokesman”", "“A spokesman”"),
    ]


def test_the_share_counts_a_letter_once_and_only_where_a_source_is_shown(digest_of, planned):
    body = (
        "He said [the toll was [“a joke”]{.quote by=ann}]{.report by=ann cue=said}.\n\n"
        "[It rained]{.report who=they cue=said} all day."
    )
    share = sources_in(digest_of, planned, body).share
    text = "He said the toll was “a joke”.\n\nIt rained all day."
    assert share == round(100 * len("the toll was “a joke”") / len(text))


def test_a_story_without_a_statement_has_no_sources(digest_of, planned):
    sources = sources_in(digest_of, planned, "It rained.")
    assert (sources.every, sources.share) == ((), 0)


def test_on_a_names_page_reported_stands_apart_from_quoted_and_mentioned(digest_of, planned):
    digest = digest_of(
        article("wall", BODY, Published="2021-05-04"),
        article("later", "[Ann Lowe](person:ann-lowe) came.", Published="2021-05-05"),
    )
    view = view_of(planned(digest)["people/ann-lowe/index.html"])
    assert [told.words for told in view["reported"]] == ["the wall had cracked"]
    assert view["reported"][0].before == "Ann Lowe said "
    assert [(told.story.slug, told.quoted, told.reported) for told in view["stories"]] == [
        ("later", 0, 0),
        ("wall", 1, 1),
    ]
