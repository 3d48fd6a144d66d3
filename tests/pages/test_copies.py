"""Where a story's copies are shown: under it, and nowhere beside it."""

from __future__ import annotations

from tests.pages.conftest import article, view_of

WORDS = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60))
WIRE = article("wire", f"[Ann Lee](person:ann-lee) spoke. {WORDS}.\n", Source="Wire")
COPY = article(
    "copy", f"[Ann Lee](person:ann-lee) spoke. {WORDS}.\n", Source="Post", Date="2026-01-02"
)
OTHER = article("other", "[Ann Lee](person:ann-lee) slept.\n", Source="Post")


def test_a_list_shows_a_story_and_where_else_it_stands(digest_of, planned):
    view = view_of(planned(digest_of(WIRE, COPY, OTHER))["stories/index.html"])
    listed = {item.story.slug: [link.source for link in item.also] for item in view["stories"]}
    assert listed == {"wire": ["Post"], "other": []}


def test_a_copy_leads_to_what_it_says_again_and_that_to_it(digest_of, planned):
    pages = planned(digest_of(WIRE, COPY, OTHER))
    wire, copy, other = (
        view_of(pages[f"stories/{slug}/index.html"])["folding"]
        for slug in ("wire", "copy", "other")
    )
    assert (wire.first, [link.slug for link in wire.also]) == (None, ["copy"])
    assert (copy.first.slug, copy.also) == ("wire", ())
    assert (other.first, other.also) == (None, ())


def test_a_name_is_mentioned_once_in_a_story_and_its_copies(digest_of, planned):
    ann = view_of(planned(digest_of(WIRE, COPY, OTHER))["people/ann-lee/index.html"])
    assert [told.story.slug for told in ann["stories"]] == ["other", "wire"]
