"""A topic is listed on the word of the register or of several stories, not of one."""

from __future__ import annotations

from gloss.register import Entry

from tests.assembly.conftest import Project, project  # noqa: F401
from tests.pages.conftest import article, digest_of, planned  # noqa: F401

AVG = (
    "[Ann Lee](person:ann-lee) saw [Avg](topic:avg) [in 2014](date:2014). "
    "[“Avg,”]{.quote by=ann-lee} she said."
)
RAY = "[Blu-ray](topic:blu-ray) was [Avg](topic:avg)."


def test_the_topic_of_one_story_is_nowhere_but_in_its_words(digest_of):  # noqa: F811
    digest = digest_of(article("one", AVG), article("two", "[Bo](person:bo) left."))
    assert "topic:avg" not in digest.names
    assert [named.entity for named in digest.stories["one"].named] == ["person:ann-lee"]
    assert [event.names for event in digest.events] == [("person:ann-lee",)]
    assert digest.stories["one"].unlisted == {"topic:avg"}


def test_two_stories_confirm_a_topic_and_hidden_ones_do_not(digest_of):  # noqa: F811
    both = digest_of(article("one", AVG), article("two", RAY))
    assert ("topic:avg" in both.names, "topic:blu-ray" in both.names) == (True, False)
    hidden = digest_of(article("one", AVG), article("two", RAY, Status="hidden"))
    assert "topic:avg" not in hidden.names


def test_the_register_confirms_a_topic(digest_of):  # noqa: F811
    entry = Entry("topic:blu-ray", "Blu-ray", "topic")
    digest = digest_of(article("two", RAY), entries=(entry,))
    assert digest.names["topic:blu-ray"].stories == ("two",)


def test_a_second_story_changes_the_page_of_the_first(project: Project) -> None:  # noqa: F811
    (project.stories / "one.md").write_text(article("one", AVG), encoding="utf-8")
    project.build()
    site = project.built()
    assert [path for path, content in site.items() if b"topic:avg" in content] == []
    assert "topics/avg/index.html" not in site
    assert b"saw Avg <time" in site["stories/one/index.html"]
    (project.stories / "two.md").write_text(article("two", RAY), encoding="utf-8")
    project.build()
    site = project.built()
    assert b'href="../../topics/avg/"' in site["stories/one/index.html"]
    assert b"topic:blu-ray" not in site["stories/two/index.html"]
    assert "topics/avg/index.html" in site
    assert site == project.clean()
