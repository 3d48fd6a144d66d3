"""What readers are told was put right, in the story, in the ledger and in its feed."""

from __future__ import annotations

import pytest
from gloss.article import ArticleError, read_article
from gloss.article.head import read_row, row
from gloss.digest.marks import Marks
from gloss.formats.feeds import feed_files
from gloss.site import Site
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.conftest import article

BRIDGE = article(
    "bridge",
    "Ann Lowe opened the bridge.\n\nIt rained, and it rained | hard.\n",
    **{
        "Correction": "2026-02-01 | We had said that it closed.",
        "Corrections": "2026-03-01 | It is one bridge \\| not two.",
        "Emended": "the | teh",
        "Notes": "it rained | As it does.",
    },
)
RAIN = article(
    "rain",
    "It rained in [Porto](place:porto).\n",
    Status="retracted",
    Retracted="2026-02-03 | It did not.",
)


def test_a_correction_stands_in_its_story_and_in_the_ledger(digest_of, planned):
    pages = planned(digest_of(BRIDGE, RAIN))
    story = pages["stories/bridge/index.html"].view()
    assert [says for _, says in story["declared"]] == [
        "It is one bridge | not two.",
        "We had said that it closed.",
    ]
    assert story["emended"] == (("the", "teh"),)
    assert {id_: [n.says for n in some] for id_, some in story["notes"].items()} == {
        "p2": ["As it does."]
    }
    told = pages["corrections/index.html"].view["entries"]
    assert [(e.day, e.url, e.retracted, e.says) for e in told] == [
        ("2026-03-01", "stories/bridge/", False, "It is one bridge | not two."),
        ("2026-02-03", "stories/rain/", True, "It did not."),
        ("2026-02-01", "stories/bridge/", False, "We had said that it closed."),
    ]


def test_the_latest_correction_is_the_day_of_the_last_change():
    assert read_article(BRIDGE).corrected == "2026-03-01"
    assert read_article(RAIN).corrected == "2026-02-03"


def test_a_retracted_story_keeps_its_address_and_is_nowhere_else(digest_of, planned):
    digest = digest_of(BRIDGE, RAIN)
    assert "place:porto" not in digest.names
    assert list(digest.stories) == ["bridge"]
    page = planned(digest)["stories/rain/index.html"]
    assert (page.template, page.listed) == ("retracted.html", False)
    assert page.view["entry"].says == "It did not."


def test_corrections_have_a_feed_where_there_are_any(digest_of):
    digest = digest_of(BRIDGE, RAIN)
    site = Site(name="News", url="https://example.org")
    files = {f.path: f for f in feed_files(digest, site, Marks(digest), lambda *_: None)}
    feed = files["feeds/corrections.json"].make().decode()
    assert feed.index("one bridge") < feed.index("Retracted: Rain") < feed.index("it closed")
    none = digest_of(article("snow", "It snowed.\n"))
    paths = {f.path for f in feed_files(none, site, Marks(none), lambda *_: None)}
    assert "feeds/corrections.json" not in paths


def test_a_correction_without_a_day_is_told_with_its_line():
    with pytest.raises(ArticleError, match=r"a.md:4: Correction 'Yesterday'; expected a day"):
        read_article(article("a", "One.\n", Correction="Yesterday | one."), "a.md")


@given(st.lists(st.text("ab |\\<\n"), min_size=1, max_size=4))
def test_texts_come_out_of_their_line(texts):
    assert read_row(row(*texts), len(texts)) == [" ".join(text.split()) for text in texts]


def test_machines_are_told_of_corrections_and_the_about_page_leads_to_them(digest_of, planned):
    pages = planned(digest_of(BRIDGE))
    article_ = pages["stories/bridge/index.html"].view()["json_ld"]["@graph"][0]
    assert article_["dateModified"] == "2026-03-01"
    assert article_["correction"][0] == {
        "@type": "CorrectionComment",
        "text": "It is one bridge | not two.",
        "datePublished": "2026-03-01",
    }
    assert pages["about/index.html"].view["corrections"]
    assert not planned(digest_of(article("snow", "It snowed.\n")))["about/index.html"].view[
        "corrections"
    ]


def test_what_corrections_say_of_a_story_goes_before_its_status(digest_of, planned):
    gone = article("snow", "It snowed.\n", Decided="retracted | 2026-02-04 | a \\| b \\\\| c")
    hidden = article("fog", "It was foggy.\n", Decided="hidden | 2026-02-05")
    digest = digest_of(BRIDGE, gone, hidden)
    assert (list(digest.stories), list(digest.hidden)) == (["bridge"], ["fog"])
    entry = planned(digest)["stories/snow/index.html"].view["entry"]
    assert (entry.day, entry.says) == ("2026-02-04", "a | b \\| c")
