"""What came in, at the desk: what it lists, and what each step says."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.corrections import corrections_path, load_corrections
from gloss.ingest.waiting import waiting_in

pytest.importorskip("flask")
from gloss.desk.app import create_app
from gloss.desk.came_in import CameIn
from gloss.desk.folder import AnswerError, Desk, GoneError

TOKEN, HOST = "a-token", "127.0.0.1:8001"
ORIGIN = {"Host": HOST, "Origin": f"http://{HOST}"}
WIRE = "\n\n".join(
    f"On day {day} the grey boat of the {place} crew was seen off the {place} rocks by {who}."
    for day, place, who in (
        *(("one", "northern", "a keeper"), ("two", "southern", "two girls")),
        *(("three", "western", "a priest"), ("four", "eastern", "the baker")),
    )
)
LOST = "correction: “Porto”, name: place:porto: these words are gone from the story"


def article(slug: str, day: str, text: str, review: str = "") -> str:
    told = f"Review: {review}\n" if review else ""
    head = f"Title: {slug.title()}\nDate: {day}\nSlug: {slug}\nSeed: {slug}.txt\nSource: Wire\n"
    return f"{head}Published: 2026-03-0{len(slug) % 3 + 1}\n{told}\n{text}\n"


@pytest.fixture
def came_in(tmp_path: Path) -> CameIn:
    stories, seeds = tmp_path / "content" / "stories", tmp_path / "seeds"
    stories.mkdir(parents=True)
    seeds.mkdir()
    for slug, day, text, review in (
        ("boat", "2026-03-01", WIRE, ""),
        ("boat-again", "2026-03-02", f"{WIRE}\n\nIt was seen no more.", ""),
        ("snow", "2026-03-03", "It snowed.", LOST),
    ):
        (stories / f"{slug}.md").write_text(article(slug, day, text, review), encoding="utf-8")
    path = corrections_path(stories, "snow")
    path.parent.mkdir()
    path.write_text("- words: Porto\n  name: place:porto\n", encoding="utf-8")
    (seeds / "new.txt").write_text("Rain\n\nIt rained.\n", encoding="utf-8")
    (seeds / "wrong.txt").write_text("Fog\nPublished: soon\n\nIt was foggy.\n", encoding="utf-8")
    (seeds / "page.md").write_text("# Mist\n", encoding="utf-8")
    return CameIn(Desk(stories, lambda: "2026-03-04"), seeds, tmp_path / "cache")


def slugs(came_in: CameIn, kind: str) -> list[str]:
    return [one["slug"] for one in came_in.shown()[kind]]


def said(came_in: CameIn, slug: str) -> list[tuple[str, str]]:
    path = corrections_path(came_in.desk.stories, slug)
    return [(c.about, c.value) for c in load_corrections(path)]


def test_what_came_in_is_listed_by_kind_with_the_place_of_each_fault(came_in: CameIn) -> None:
    now = came_in.shown()
    assert slugs(came_in, "new") == ["snow", "boat-again", "boat"]
    assert [(c["slug"], c["first"]["slug"]) for c in now["copies"]] == [("boat-again", "boat")]
    assert now["faults"][0] == {
        "file": "wrong.txt",
        "line": 2,
        "says": "Published 'soon' is no date; expected YYYY-MM-DD",
        "words": "Published: soon",
    }
    assert now["faults"][1]["file"] == "page.md"
    assert now["waiting"] == ("new.txt",)
    assert [lost["says"] for lost in now["lost"]] == [LOST.partition(": ")[2]]


def test_what_was_seen_is_no_news_and_what_came_meanwhile_still_is(came_in: CameIn) -> None:
    came_in.do("seen", {"slugs": ["snow", "boat", "../no-story"]})
    assert slugs(came_in, "new") == ["boat-again"]
    other = CameIn(came_in.desk, came_in.seeds, came_in.cache)
    other.do("seen", {"slugs": ["boat-again"]})
    assert slugs(came_in, "new") == []
    (came_in.desk.stories / "snow.md").unlink()
    came_in.do("seen", {"slugs": []})
    assert "snow" not in (came_in.cache / "seen.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("step", "more", "slug", "written"),
    [
        ("apart", {"other": "boat"}, "boat-again", ("apart", "boat")),
        ("leave", {}, "boat-again", ("settled", "copy")),
        ("hide", {}, "boat", ("status", "hidden")),
        ("retract", {"why": "There was no  boat."}, "boat-again", ("status", "retracted")),
    ],
)
def test_a_step_with_a_copy_is_written_not_asked_again_and_undone(
    came_in, step, more, slug, written
):
    assert came_in.do(step, {"slug": slug, **more}) == [f"{slug}.yaml"]
    assert said(came_in, slug) == [written]
    assert slugs(came_in, "copies") == []
    came_in.desk.undo()
    assert said(came_in, slug) == []
    assert slugs(came_in, "copies") == ["boat-again"]


def test_a_lost_correction_is_taken_out_once(came_in: CameIn) -> None:
    (lost,) = came_in.shown()["lost"]
    came_in.do("out", lost)
    assert said(came_in, "snow") == []
    assert came_in.shown()["lost"] == []
    with pytest.raises(GoneError):
        came_in.do("out", lost)
    assert came_in.desk.undo() == 1
    assert said(came_in, "snow") == [("name", "place:porto")]


@pytest.mark.parametrize(
    ("step", "more", "problem"),
    [
        ("retract", {"slug": "boat", "why": " "}, AnswerError),
        ("retract", {"slug": "boat", "why": "No\x00"}, AnswerError),
        ("hide", {"slug": "../../seeds/wrong"}, GoneError),
        ("apart", {"slug": "boat", "other": "no-such"}, GoneError),
        ("burn", {"slug": "boat"}, AnswerError),
        ("out", {"slug": "snow", "id": "9999999999 x"}, GoneError),
    ],
)
def test_what_is_no_step_writes_nothing(came_in, step, more, problem):
    with pytest.raises(problem):
        came_in.do(step, more)
    assert not corrections_path(came_in.desk.stories, "boat").exists()


def test_no_other_page_may_take_a_step_or_look(came_in: CameIn) -> None:
    client = create_app(came_in.desk, TOKEN, came_in).test_client()
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    hide = {"do": "hide", "slug": "boat"}
    for headers in ({"Host": HOST}, {"Host": HOST, "Origin": "http://evil.example"}):
        assert client.post("/came-in", json=hide, headers=headers).status_code == 403
    assert client.get("/came-in/list", headers={"Host": "evil.example"}).status_code == 403
    assert not corrections_path(came_in.desk.stories, "boat").exists()
    assert client.post("/came-in", json=hide, headers=ORIGIN).get_json() == {"wrote": ["boat.yaml"]}
    assert client.post("/came-in", json={"do": ["x"]}, headers=ORIGIN).status_code == 409


def test_a_seed_waits_until_its_article_is_of_it(came_in: CameIn) -> None:
    stories, seeds = came_in.desk.stories, came_in.seeds
    assert seeds is not None
    (seeds / "snow.txt").write_text("Snow\n\nIt snowed.\n", encoding="utf-8")
    assert waiting_in(seeds, stories, None).seeds == ("new.txt", "snow.txt")
    from gloss.seed import read_seed

    digest = read_seed(seeds / "snow.txt").digest
    path = stories / "snow.md"
    path.write_text(path.read_text("utf-8").replace("Source:", f"Seed-Digest: {digest}\nSource:"))
    assert waiting_in(seeds, stories, None).seeds == ("new.txt",)


def test_two_editors_of_one_story_hear_of_each_other(came_in: CameIn) -> None:
    other = CameIn(Desk(came_in.desk.stories, lambda: "2026-03-04"))
    came_in.do("hide", {"slug": "boat", "was": "published"})
    with pytest.raises(GoneError, match="it is hidden by now"):
        other.do("retract", {"slug": "boat", "why": "No.", "was": "published"})
    other.do("retract", {"slug": "boat", "why": "No.", "was": "hidden"})
    assert said(came_in, "boat") == [("status", "retracted")]
    other.desk.undo()
    assert said(came_in, "boat") == [("status", "hidden")]
