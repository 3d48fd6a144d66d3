"""Sections, where seeds say so, as plain data."""

from __future__ import annotations

from gloss.digest.sections import menu_of

from tests.pages.conftest import article, view_of


def put(slug, section=""):
    return article(slug, "It rained.", **({"Section": section} if section else {}))


STORIES = [put("a", "Business"), put("b", "business"), put("c", "Business"), put("d", "Arts")]


def test_a_section_has_a_page_however_its_stories_spell_it(digest_of, planned):
    digest = digest_of(*STORIES, put("e"))
    pages = planned(digest)
    business = view_of(pages["sections/business/index.html"])
    assert (business["section"], business["feed"]) == (
        "Business",
        "sections/business/stories.atom.xml",
    )
    assert [item.story.slug for item in business["stories"]] == ["a", "b", "c"]
    assert view_of(pages["sections/arts/index.html"])["feed"] == ""
    assert view_of(pages["sections/index.html"])["sections"] == (
        ("Business", "sections/business/", 3),
        ("Arts", "sections/arts/", 1),
    )
    assert menu_of(digest) == (("sections/business/", "Business"), ("sections/arts/", "Arts"))


def test_a_story_leads_to_its_section(digest_of, planned):
    pages = planned(digest_of(*STORIES, put("e")))
    assert view_of(pages["stories/b/index.html"])["story"].section == (
        "business",
        "sections/business/",
    )
    assert view_of(pages["stories/e/index.html"])["story"].section is None


def test_where_no_story_has_a_section_there_is_none(digest_of, planned):
    assert not [path for path in planned(digest_of(put("e"))) if path.startswith("sections/")]
