"""What a person put right in the head of an article is never overwritten."""

from __future__ import annotations

import pytest
from gloss.article import read_article, read_head
from gloss.article.head import FIELDS
from gloss.story import Entity

from tests.ingest.test_ingest import STORY, Project

NAME = "harbour-bridge-opens.md"
MILLER = "person:mary-miller = Mary Miller"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614902400")
    project = Project(tmp_path)
    project.seed("bridge.txt", STORY)
    project.ingest()
    return project


def put_right(project: Project, **values: str) -> None:
    """Write other values into the head of the article."""
    lines = project.article(NAME).split("\n")
    lines = [line for line in lines if line.partition(":")[0] not in values]
    lines[1:1] = [f"{key}: {value}" for key, value in values.items()]
    (project.stories / NAME).write_text("\n".join(lines), encoding="utf-8")


def head(project: Project, name: str = NAME):
    return read_head(project.article(name), name)


def test_a_corrected_head_stays_where_its_seed_changes(project):
    put_right(project, Title="The bridge is open", Published="2021-03-05")
    project.seed("bridge.txt", STORY + "It rained.\n")
    report = project.ingest()
    assert report.written == (NAME,)
    assert report.notices == (
        f"{NAME}: edited by hand, kept as 2 corrections in corrections/harbour-bridge-opens.yaml",
    )
    assert (head(project).title, head(project).published) == ("The bridge is open", "2021-03-05")
    assert "It rained." in project.article(NAME)
    assert project.ingest().written == ()


@pytest.mark.parametrize(
    "key", ["Title", "Summary", "Published", "Source", "URL", "Author", "Lang"]
)
def test_any_corrected_value_survives_another_annotation(project, key):
    value = {"Published": "2021-03-10", "URL": "https://example.org/", "Lang": "en"}.get(
        key, "Other"
    )
    put_right(project, **{key: value})
    for _ in range(2):
        assert project.ingest(everything=True).written == (NAME,)
        assert getattr(head(project), FIELDS[key]) == value


def test_what_an_editor_took_out_stays_out(project):
    project.correct(NAME, "Author: A. Reporter\n", "")
    project.ingest(everything=True)
    assert head(project).author is None


def test_dates_are_counted_from_the_corrected_day(project):
    put_right(project, Published="2021-03-18")
    project.ingest(everything=True)
    tuesday, *_ = read_article(project.article(NAME)).annotations.moments
    assert tuesday.edtf == "2021-03-16"


def test_a_corrected_gloss_survives_what_the_register_touches(project):
    project.correct(
        NAME, "person:mary-miller = Mary Miller", "person:mary-miller = Mary B. Miller | mayor"
    )
    project.register.write_text(
        "entities:\n- {name: Mary Miller, type: person, aliases: [Ms Miller]}\n", encoding="utf-8"
    )
    assert project.ingest().written == (NAME,)
    assert Entity("person:mary-miller", "Mary B. Miller", ("mayor",)) in head(project).names
    project.seed("bridge.txt", STORY + "It rained.\n")
    assert project.ingest().written == (NAME,)
    assert Entity("person:mary-miller", "Mary B. Miller", ("mayor",)) in head(project).names


def test_a_corrected_gloss_of_a_name_that_is_gone_is_told(project):
    project.correct(
        NAME, "person:mary-miller = Mary Miller", "person:mary-miller = Mary Miller | mayor"
    )
    project.register.write_text(
        "entities:\n- {name: Mary Q. Miller, type: person, aliases: [Mary Miller]}\n",
        encoding="utf-8",
    )
    report = project.ingest()
    assert report.written == (NAME,)
    assert report.notices[-1] == (
        f"{NAME}: names: person:mary-miller = Mary Miller | mayor: its marks no longer name this"
    )


def test_a_head_that_nobody_touched_is_made_anew(project):
    project.seed(
        "bridge.txt", STORY.replace("Harbour", "Lisbon").replace("2021-03-04", "2021-03-11")
    )
    assert project.ingest().written == (NAME,)
    assert (head(project).title, head(project).published) == ("Lisbon bridge opens", "2021-03-11")


def test_an_article_of_before_there_was_a_digest(project):
    lines = project.article(NAME).split("\n")
    old = [line for line in lines if not line.startswith(("Head-Digest", "Names-Digest"))]
    (project.stories / NAME).write_text("\n".join(old), encoding="utf-8")
    assert project.ingest().unchanged == 1
    put_right(project, Title="The bridge is open")
    assert project.ingest(everything=True).written == (NAME,)
    assert head(project).title == "The bridge is open"
    project.seed("bridge.txt", STORY + "It rained.\n")
    assert project.ingest().written == (NAME,)
    assert head(project).title == "The bridge is open"


def test_an_old_article_of_a_changed_seed_is_written_anew(project):
    lines = project.article(NAME).split("\n")
    old = [line for line in lines if not line.startswith(("Head-Digest", "Names-Digest"))]
    (project.stories / NAME).write_text("\n".join(old), encoding="utf-8")
    project.seed("bridge.txt", STORY + "It rained.\n")
    assert project.ingest().written == (NAME,)


def test_an_editors_own_key_keeps_its_spelling(project):
    put_right(project, Mykey="kept")
    project.ingest(everything=True)
    assert "\nMykey: kept\n" in project.article(NAME)
