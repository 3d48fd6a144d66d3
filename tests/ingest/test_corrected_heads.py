"""What a person put right in the head of an article is never overwritten."""

from __future__ import annotations

import pytest
from gloss.article import read_article, read_head
from gloss.article.head import FIELDS
from gloss.story import Entity

from tests.ingest.test_ingest import STORY, Desk

NAME = "harbour-bridge-opens.md"
MILLER = "person:mary-miller = Mary Miller"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614902400")
    desk = Desk(tmp_path)
    desk.seed("bridge.txt", STORY)
    desk.ingest()
    return desk


def put_right(desk: Desk, **values: str) -> None:
    """Write other values into the head of the article."""
    lines = desk.article(NAME).split("\n")
    lines = [line for line in lines if line.partition(":")[0] not in values]
    lines[1:1] = [f"{key}: {value}" for key, value in values.items()]
    (desk.stories / NAME).write_text("\n".join(lines), encoding="utf-8")


def head(desk: Desk, name: str = NAME):
    return read_head(desk.article(name), name)


def test_a_changed_seed_is_written_beside_a_corrected_head(desk):
    put_right(desk, Title="The bridge is open", Published="2021-03-05")
    before = desk.article(NAME)
    desk.seed("bridge.txt", STORY + "It rained.\n")
    report = desk.ingest()
    assert report.written == ("harbour-bridge-opens.new.md",)
    assert report.corrected == (NAME,)
    assert "its seed bridge.txt has changed" in report.notices[0]
    assert desk.article(NAME) == before
    beside = head(desk, "harbour-bridge-opens.new.md")
    assert (beside.title, beside.published) == ("Harbour bridge opens", "2021-03-04")
    assert "It rained." in desk.article("harbour-bridge-opens.new.md")
    assert desk.ingest().written == ()


@pytest.mark.parametrize(
    "key", ["Title", "Summary", "Published", "Source", "URL", "Author", "Lang"]
)
def test_any_corrected_value_survives_another_annotation(desk, key):
    value = {"Published": "2021-03-10", "URL": "https://example.org/", "Lang": "en"}.get(
        key, "Other"
    )
    put_right(desk, **{key: value})
    for _ in range(2):
        assert desk.ingest(everything=True).written == (NAME,)
        assert getattr(head(desk), FIELDS[key]) == value


def test_what_an_editor_took_out_stays_out(desk):
    desk.correct(NAME, "Author: A. Reporter\n", "")
    desk.ingest(everything=True)
    assert head(desk).author is None


def test_dates_are_counted_from_the_corrected_day(desk):
    put_right(desk, Published="2021-03-18")
    desk.ingest(everything=True)
    tuesday, *_ = read_article(desk.article(NAME)).annotations.moments
    assert tuesday.edtf == "2021-03-16"


def test_a_corrected_gloss_survives_what_the_register_touches(desk):
    desk.correct(
        NAME, "person:mary-miller = Mary Miller", "person:mary-miller = Mary B. Miller | mayor"
    )
    desk.register.write_text(
        "entities:\n- {name: Mary Miller, type: person, aliases: [Ms Miller]}\n", encoding="utf-8"
    )
    assert desk.ingest().written == (NAME,)
    assert Entity("person:mary-miller", "Mary B. Miller", ("mayor",)) in head(desk).names
    desk.seed("bridge.txt", STORY + "It rained.\n")
    assert desk.ingest().written == ("harbour-bridge-opens.new.md",)


def test_a_corrected_gloss_of_a_name_that_is_gone_is_told(desk):
    desk.correct(
        NAME, "person:mary-miller = Mary Miller", "person:mary-miller = Mary Miller | mayor"
    )
    desk.register.write_text(
        "entities:\n- {name: Mary Q. Miller, type: person, aliases: [Mary Miller]}\n",
        encoding="utf-8",
    )
    report = desk.ingest()
    assert report.written == (NAME,)
    assert report.notices == (
        f"{NAME}: its marks no longer say person:mary-miller, so its line of Names is left out: "
        "person:mary-miller = Mary Miller | mayor",
    )


def test_a_head_that_nobody_touched_is_made_anew(desk):
    desk.seed("bridge.txt", STORY.replace("Harbour", "Lisbon").replace("2021-03-04", "2021-03-11"))
    assert desk.ingest().written == (NAME,)
    assert (head(desk).title, head(desk).published) == ("Lisbon bridge opens", "2021-03-11")


def test_an_article_of_before_there_was_a_digest(desk):
    lines = desk.article(NAME).split("\n")
    old = [line for line in lines if not line.startswith(("Head-Digest", "Names-Digest"))]
    (desk.stories / NAME).write_text("\n".join(old), encoding="utf-8")
    assert desk.ingest().unchanged == 1
    put_right(desk, Title="The bridge is open")
    assert desk.ingest(everything=True).written == (NAME,)
    assert head(desk).title == "The bridge is open"
    desk.seed("bridge.txt", STORY + "It rained.\n")
    assert desk.ingest().written == ("harbour-bridge-opens.new.md",)


def test_an_old_article_of_a_changed_seed_is_written_anew(desk):
    lines = desk.article(NAME).split("\n")
    old = [line for line in lines if not line.startswith(("Head-Digest", "Names-Digest"))]
    (desk.stories / NAME).write_text("\n".join(old), encoding="utf-8")
    desk.seed("bridge.txt", STORY + "It rained.\n")
    assert desk.ingest().written == (NAME,)


def test_an_editors_own_key_keeps_its_spelling(desk):
    put_right(desk, Mykey="kept")
    desk.ingest(everything=True)
    assert "\nMykey: kept\n" in desk.article(NAME)
