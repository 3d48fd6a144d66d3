"""The desk: what is asked, what an answer writes, and who may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.corrections import add_corrections, corrections_path, load_corrections
from gloss.story import Span

from tests.desk.digest import make_digest

pytest.importorskip("flask")
from gloss.desk.app import create_app
from gloss.desk.folder import AnswerError, Desk, GoneError

TOKEN, HOST = "a-token", "127.0.0.1:8001"
GULLS = Span(82, 87)
ORIGIN = {"Host": HOST, "Origin": f"http://{HOST}"}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    return make_digest(tmp_path)


@pytest.fixture
def desk(stories: Path) -> Desk:
    return Desk(stories, lambda: "2026-03-02")


def asked(desk: Desk) -> dict[tuple[str, str], str]:
    return {(d.about, d.words): d.id for d in desk.asked().decisions}


def said(stories: Path, slug: str) -> list[tuple[str, str, str]]:
    found = load_corrections(corrections_path(stories, slug))
    return [(c.about, c.value, c.words) for c in found]


def test_equal_questions_are_one_decision_and_the_most_frequent_comes_first(desk: Desk) -> None:
    first, *others = desk.asked().decisions
    assert (first.about, first.words, first.guess) == ("kind", "Lissette", "product")
    assert len(first.places) == 4
    assert [(d.about, d.words) for d in others].count(("year", "17 September")) == 2
    assert desk.asked().problems[0].startswith("broken.md")


def test_a_place_that_is_asked_about_twice_is_one_place(desk: Desk, stories: Path) -> None:
    article = stories / "harbour.md"
    text = article.read_text(encoding="utf-8")
    again = text.replace("(28%)", "(31%)").split("Review:\n")[1].splitlines()[0]
    article.write_text(text.replace("Review:\n", f"Review:\n{again}\n"), encoding="utf-8")
    (lissette,) = [d for d in desk.asked().decisions if d.words == "Lissette"]
    assert len(lissette.places) == 4


def test_an_answer_is_written_for_each_story_and_not_asked_again(desk: Desk, stories: Path) -> None:
    desk.decide(asked(desk)["kind", "Lissette"], "work")
    for slug in ("harbour", "harbour-again"):
        assert said(stories, slug) == [("name", "work:lissette", "Lissette")] * 2
    assert ("kind", "Lissette") not in asked(desk)
    assert len(desk.asked().decisions) == 5


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("org", [("name", "org:crow", "Crow")] * 2),
        ("place", [("name", "place:crow", "Crow")]),
        ("none", [("name", "none", "Crow")]),
    ],
)
def test_a_kind_is_given_to_the_same_words_where_they_are_a_name_of_another(
    desk: Desk, stories: Path, value: str, written: list[tuple[str, str, str]]
) -> None:
    article = stories / "harbour.md"
    text = article.read_text(encoding="utf-8").replace("The gulls", "[Crow](place:crow)’s gulls")
    text = text.replace("Names:", "Names:\n    place:crow = Crow")
    article.write_text(text, encoding="utf-8")
    (crow,) = [d for d in desk.asked().decisions if d.words == "Crow"]
    assert "elsewhere it is marked as place" in crow.says
    desk.decide(crow.id, value)
    assert said(stories, "harbour") == written


def test_yes_keeps_the_name_that_is_marked(desk: Desk, stories: Path) -> None:
    desk.decide(asked(desk)["kind", "Lissette"], "product")
    assert said(stories, "harbour")[0] == ("name", "product:lissette", "Lissette")


@pytest.mark.parametrize(
    ("question", "value", "written"),
    [
        (("name", "Crow"), "place", ("name", "place:crow")),
        (("name", "Crow"), "leave", ("settled", "name")),
        (("kind", "Lissette"), "none", ("name", "none")),
        (("year", "17 September"), "2026-09-17", ("date", "2026-09-17")),
        (("year", "17 September"), "none", ("date", "none")),
        (("speaker", "She sails at last."), "person:ann-lowe", ("speaker", "person:ann-lowe")),
        (("speaker", "She sails at last."), "nobody", ("speaker", "nobody")),
        (("speaker", "She sails at last."), "none", ("quotation", "none")),
    ],
)
def test_what_an_answer_says(desk, stories, question, value, written):
    decision = next(d for d in desk.asked().decisions if (d.about, d.words) == question)
    desk.decide(decision.id, value)
    assert (*written, question[1]) in said(stories, decision.places[0].slug)


@pytest.mark.parametrize(
    ("value", "written", "who"),
    [
        ("ann lowe", "person:ann-lowe", ""),
        ("the town", "nobody", "the town"),
        ("The  gulls", "nobody", "The gulls"),
    ],
)
def test_who_says_it_may_be_typed_a_name_or_the_storys_words(desk, stories, value, written, who):
    decision = next(d for d in desk.asked().decisions if d.about == "speaker")
    desk.decide(decision.id, value)
    (made,) = load_corrections(corrections_path(stories, decision.places[0].slug))
    assert (made.value, made.more.get("who", "")) == (written, who)
    assert decision.id not in {d.id for d in desk.asked().decisions}


@pytest.mark.parametrize("value", ["a spokesman", "gull", "it", "org:", "ship:x", ""])
def test_words_that_the_story_has_not_or_that_mean_nobody_are_told(desk, stories, value):
    id_ = next(d.id for d in desk.asked().decisions if d.about == "speaker")
    with pytest.raises(AnswerError):
        desk.decide(id_, value)
    assert not corrections_path(stories, "harbour").exists()


def test_an_organisation_or_somebody_without_a_name_may_speak(desk, stories):
    path = stories / "harbour.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("product:lissette", "org:lissette")
    path.write_text(text.replace("{.quote}", '{.quote who="The gulls" sure=0.4}'), "utf-8")
    decision = next(
        d for d in desk.asked().decisions if d.about == "speaker" and d.places[0].slug == "harbour"
    )
    assert [(choice.key, choice.label) for choice in decision.choices] == [
        ("1", "Lissette (org)"),
        ("2", "Ann Lowe"),
        ("y", "“The gulls”"),
        ("n", "nobody"),
        ("x", "no quotation"),
        ("l", "leave it so"),
    ]
    desk.decide(decision.id, "org:lissette")
    assert ("speaker", "org:lissette", "She sails at last.") in said(stories, "harbour")
    words = Span(text.index("She") - text.index("[Ann"), 0)
    at = desk.story("harbour")["paragraphs"][1][0]["at"]
    words = Span(at + 1, at + 4)
    desk.point("harbour", words, "speaker", "The gulls")
    made = load_corrections(corrections_path(stories, "harbour"))[-1]
    assert (made.value, made.more) == ("nobody", {"who": "The gulls"})
    desk.point("harbour", words, "speaker", "org:lissette")
    with pytest.raises(AnswerError, match="does not say"):
        desk.point("harbour", words, "speaker", "the mayor")


def test_the_last_answer_is_taken_back_and_what_was_there_stays(desk: Desk, stories: Path) -> None:
    path = corrections_path(stories, "harbour")
    path.parent.mkdir()
    path.write_text("# ours\n- words: the town\n  name: place:saltmouth\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    desk.decide(asked(desk)["kind", "Lissette"], "none")
    assert desk.undo() == 4
    assert path.read_text(encoding="utf-8") == before
    assert ("kind", "Lissette") in asked(desk)
    assert desk.undo() == 0


def test_two_desks_lose_nothing(desk: Desk, stories: Path) -> None:
    other = Desk(stories, lambda: "2026-03-02")
    id_, year = asked(desk)["kind", "Lissette"], asked(desk)["name", "Crow"]
    desk.decide(id_, "work")
    with pytest.raises(GoneError):
        other.decide(id_, "product")
    other.decide(year, "place")
    assert [value for _, value, _ in said(stories, "harbour")] == ["work:lissette"] * 2 + [
        "place:crow"
    ]


@pytest.mark.parametrize("value", ["tomorrow", "2026-02-31", ""])
def test_a_date_that_is_none_is_told(desk: Desk, value: str) -> None:
    with pytest.raises(AnswerError):
        desk.decide(asked(desk)["year", "17 September"], value)


@pytest.mark.parametrize(
    ("headers", "cookie"),
    [
        ({"Host": "evil.example"}, TOKEN),
        ({"Host": HOST, "Origin": "http://evil.example"}, TOKEN),
        ({"Host": HOST}, "wrong"),
        ({"Host": HOST}, None),
    ],
)
def test_nobody_else_is_answered(desk: Desk, headers: dict[str, str], cookie: str | None) -> None:
    client = create_app(desk, TOKEN).test_client()
    if cookie:
        client.set_cookie("gloss-desk", cookie, domain="127.0.0.1")
        client.set_cookie("gloss-desk", cookie, domain="evil.example")
    answer = client.get("/asked", headers=headers)
    assert answer.status_code == 403
    assert b"Lissette" not in answer.data


@pytest.mark.parametrize("headers", [{"Host": HOST}, {**ORIGIN, "Content-Type": "text/plain"}])
def test_nothing_is_written_for_another_page(desk: Desk, stories: Path, headers) -> None:
    client = create_app(desk, TOKEN).test_client()
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    body = f'{{"id": "{asked(desk)["kind", "Lissette"]}", "value": "none"}}'
    assert client.post("/answer", data=body, headers=headers).status_code == 403
    assert not corrections_path(stories, "harbour").exists()


def test_the_page_answers_who_came_with_its_token(desk: Desk) -> None:
    client = create_app(desk, TOKEN).test_client()
    came = client.get(f"/?token={TOKEN}", headers={"Host": HOST})
    assert (came.status_code, came.headers["Location"]) == (302, "/")
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    now = client.get("/asked", headers={"Host": HOST})
    assert "script-src 'self'" in now.headers["Content-Security-Policy"]
    first = now.get_json()["decisions"][0]
    done = client.post("/answer", json={"id": first["id"], "value": "work"}, headers=ORIGIN)
    assert done.get_json() == {"wrote": ["harbour-again.yaml", "harbour.yaml"]}
    again = client.post("/answer", json={"id": first["id"], "value": "work"}, headers=ORIGIN)
    assert again.status_code == 409
    assert client.post("/answer", json=[1], headers=ORIGIN).status_code == 409


def test_words_are_corrected_by_pointing(desk: Desk, stories: Path) -> None:
    client = create_app(desk, TOKEN).test_client()
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    story = client.get("/story?slug=harbour", headers={"Host": HOST}).get_json()
    text = "\n\n".join("".join(p["text"] for p in pieces) for pieces in story["paragraphs"])
    start = text.index("gulls of Crow")
    point = {"slug": "harbour", "start": start, "end": start + 5, "about": "name", "value": "group"}
    assert client.post("/point", json=point, headers=ORIGIN).get_json() == {
        "wrote": ["harbour.yaml"]
    }
    assert said(stories, "harbour") == [("name", "group:gulls", "gulls")]
    shown = client.get("/story?slug=harbour", headers={"Host": HOST}).get_json()
    marked = [p for pieces in shown["paragraphs"] for p in pieces if p["text"] == "gulls"]
    assert marked[0]["marks"][0]["says"] == "group:gulls"


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": "../../secret"},
        {"start": 9, "end": 5},
        {"end": 100_000},
        {"about": "spell"},
        {"about": "date", "value": "soon"},
        {"about": "name", "value": "ship"},
        {"about": "read", "value": " "},
        {"about": "read", "value": "gu\x07ls"},
        {"about": "read", "value": "gu\ud800ls"},
        {"start": None},
        {"start": [1]},
        {"end": float("inf")},
    ],
)
def test_what_cannot_be_said_is_told_and_writes_nothing(desk, stories, wrong):
    client = create_app(desk, TOKEN).test_client()
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    point = {"slug": "harbour", "start": 0, "end": 3, "about": "name", "value": "org", **wrong}
    answer = client.post("/point", json=point, headers=ORIGIN)
    assert answer.status_code in (409, 422)
    assert answer.get_json()["problem"]
    assert not corrections_path(stories, "harbour").exists()


def test_what_an_answer_stood_in_place_of_is_said_again(desk: Desk, stories: Path) -> None:
    for kind in ("group", "org"):
        desk.point("harbour", GULLS, "name", kind)
    assert said(stories, "harbour") == [("name", "org:gulls", "gulls")]
    assert desk.undo() == 1
    assert said(stories, "harbour") == [("name", "group:gulls", "gulls")]
    assert desk.undo() == 1
    assert said(stories, "harbour") == []


def test_what_was_written_before_a_failure_is_taken_back(desk: Desk, stories: Path, monkeypatch):
    id_, written = asked(desk)["kind", "Lissette"], []

    def full(path: Path, corrections, laid):
        if written:
            raise OSError(28, "No space left on device")
        written.append(path)
        return add_corrections(path, corrections, laid)

    monkeypatch.setattr("gloss.desk.folder.add_corrections", full)
    with pytest.raises(OSError, match="No space"):
        desk.decide(id_, "work")
    assert said(stories, "harbour-again") == [("name", "work:lissette", "Lissette")] * 2
    assert desk.undo() == 2
    assert said(stories, "harbour-again") == []


def test_corrections_that_cannot_be_read_are_told_and_the_others_asked(desk, stories):
    corrections_path(stories, "harbour").mkdir(parents=True)
    corrections_path(stories, "harbour-again").write_text("- words: [\n", encoding="utf-8")
    now = desk.asked()
    assert now.decisions == ()
    assert [len(problem.splitlines()) for problem in now.problems] == [1, 1, 1]


def test_a_note_is_said_changed_taken_away_and_each_is_undone(stories: Path) -> None:
    desk, path = (
        Desk(stories, lambda: "2026-03-02", "Ann Lowe"),
        corrections_path(stories, "harbour"),
    )
    desk.note("harbour", Span(81, 88), " They  do, each <b>March</b>. ", "")
    (written,) = load_corrections(path)
    assert (written.value, written.more) == ("They do, each <b>March</b>.", {"by": "Ann Lowe"})
    assert (written.words, written.on) == ("gulls", "2026-03-02")
    shown = desk.story("harbour")
    assert shown["notes"] == [{"start": 82, "end": 87, "says": "They do, each <b>March</b>."}]
    desk.note("harbour", GULLS, "In May.", "They do, each <b>March</b>.")
    assert said(stories, "harbour") == [("note", "In May.", "gulls")]
    desk.note("harbour", GULLS, "", "In May.")
    assert said(stories, "harbour") == []
    for now in ("In May.", "They do, each <b>March</b>."):
        desk.undo()
        assert said(stories, "harbour") == [("note", now, "gulls")]
    desk.undo()
    assert not path.exists()


def test_two_editors_of_one_note_hear_of_each_other(desk: Desk, stories: Path) -> None:
    other = Desk(stories, lambda: "2026-03-02")
    desk.note("harbour", GULLS, "One", "")
    with pytest.raises(GoneError, match="changed meanwhile, to “One”"):
        other.note("harbour", GULLS, "Two.", "")
    other.note("harbour", GULLS, "", "One")
    with pytest.raises(GoneError, match="taken away meanwhile"):
        desk.note("harbour", GULLS, "Three.", "One")
    assert said(stories, "harbour") == []


def test_notes_may_overlap_and_go_over_the_end_of_a_paragraph(desk: Desk) -> None:
    for start, end in ((82, 87), (78, 95), (40, 87)):
        desk.note("harbour", Span(start, end), f"From {start}.", "")
    shown = desk.story("harbour")
    assert [(n["start"], n["end"]) for n in shown["notes"]] == [(40, 87), (78, 95), (82, 87)]
    marks = [p["marks"] for pieces in shown["paragraphs"] for p in pieces if p["text"] == "gulls"]
    assert sorted(m["says"] for m in marks[0] if m["about"] == "note") == [
        *("From 40.", "From 78.", "From 82."),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": "No\x00."},
        {"value": "x" * 1_001},
        {"was": "Something else."},
        {"start": 20, "end": 20},
        {"value": ""},
        {"slug": "no-such-story"},
    ],
)
def test_a_note_that_cannot_be_said_is_told_and_writes_nothing(desk, stories, wrong):
    client = create_app(desk, TOKEN).test_client()
    client.set_cookie("gloss-desk", TOKEN, domain="127.0.0.1")
    note = {"slug": "harbour", "start": 0, "end": 3, "value": "So.", "was": "", **wrong}
    answer = client.post("/note", json=note, headers=ORIGIN)
    assert answer.status_code in (409, 422)
    assert answer.get_json()["problem"]
    assert not corrections_path(stories, "harbour").exists()


def test_what_is_read_of_the_same_words_is_said_once(desk: Desk, stories: Path) -> None:
    for words in ("gull", "gulls", "terns", "terns"):
        desk.point("harbour", GULLS, "read", words)
    assert said(stories, "harbour") == [("read", "terns", "gulls")]
    desk.undo()
    desk.undo()
    assert said(stories, "harbour") == [("read", "gulls", "gulls")]
    path = stories / "harbour.md"
    built = path.read_text("utf-8").replace("gulls", "terns")
    path.write_text(built.replace("Review:", "Emended: terns | gulls\nReview:"), "utf-8")
    desk.point("harbour", GULLS, "read", "terns")
    assert said(stories, "harbour")[-1] == ("read", "terns", "terns")
