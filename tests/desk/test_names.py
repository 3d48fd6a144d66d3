"""Names at the desk: found, told, merged, parted and described; what was decided lasts."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from gloss.article import read_article
from gloss.corrections import CorrectionsError, corrections_path
from gloss.ingest import IngestReport, IngestSettings, ingest
from gloss.register import RegisterError, load_register
from gloss.story import Article

pytest.importorskip("flask")
from gloss.desk.app import create_app
from gloss.desk.folder import AnswerError, Desk, GoneError
from gloss.desk.names_desk import NamesDesk

SEEDS = {
    "exchange": "Exchange opens\n\nLi Lin opened the exchange Huobi in Beijing on Tuesday. "
    "“It is open to all,” Li Lin said.\n",
    "founder": "Founder speaks\n\nThe founder of the exchange Huobi, Leon Li, spoke in Singapore. "
    "“We shall grow this year,” Leon Li said.\n",
    "north": "A walk in the north\n\nJames Smith arrived in Leeds on Monday. “I am glad to be "
    "here,” Smith said. The town was quiet.\n",
    "south": "A walk in the south\n\nJames Smith left Dover on Sunday. “I am sad to go,” Smith "
    "said. The town of Dover was quiet.\n",
}
NORTH, SOUTH = "a-walk-in-the-north", "a-walk-in-the-south"
SMITH, OTHER = "person:james-smith", "person:james-smith-2"
REGISTER = """\
# What we know.
entities:
  # Firms
  - name: "Huobi"   # the exchange
    type: org
not_a_name: [Monday Club]
"""


class Digest:
    """A digest of seeds, built by the annotator itself, and its desk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.stories = root / "content" / "stories"
        self.register = root / "content" / "entities.yaml"
        self.desk = Desk(self.stories, lambda: "2026-03-02")
        self.names = NamesDesk(self.desk)

    def seed(self, name: str, text: str) -> None:
        (self.root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")

    def build(self) -> IngestReport:
        report = ingest(
            self.root / "seeds", self.stories, self.register, IngestSettings(processes=1)
        )
        assert report.errors == ()
        return report

    def article(self, slug: str) -> Article:
        return read_article((self.stories / f"{slug}.md").read_text(encoding="utf-8"), slug)

    def people(self, slug: str) -> set[str]:
        """Who is named in a story, and who speaks in it."""
        found = self.article(slug).annotations
        ids = [*(m.entity for m in found.mentions), *(q.by or "" for q in found.quotations)]
        return {id_ for id_ in ids if id_.startswith("person:")}

    def say(self, **said: Any) -> Mapping[str, Any]:
        """Make a change as the page does: told, then made."""
        self.effects = self.names.effects(said)
        return self.names.change({**said, "effects": self.effects["id"]})

    def files(self) -> dict[str, bytes]:
        content = self.root / "content"
        return {str(p.relative_to(content)): p.read_bytes() for p in content.rglob("*.yaml")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    digest = Digest(tmp_path_factory.mktemp("names"))
    digest.stories.mkdir(parents=True)
    (digest.root / "seeds").mkdir()
    digest.register.write_text(REGISTER, encoding="utf-8")
    for name, text in SEEDS.items():
        digest.seed(name, text)
    digest.build()
    return digest.root


@pytest.fixture
def digest(built: Path, tmp_path: Path) -> Digest:
    shutil.copytree(built, tmp_path / "d")
    return Digest(tmp_path / "d")


def later(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the annotator become another, and a seed say more."""
    more = "James Smith was seen again in Dover. Smith has a dog. “It is mine,” Smith said.\n"
    digest.seed("south", SEEDS["south"] + more)
    monkeypatch.setattr("gloss.ingest.run.annotator_version", lambda: "next")
    assert len(digest.build().written) == len(SEEDS)


def test_all_names_are_found_by_the_words_of_the_search(digest: Digest) -> None:
    everything = digest.names.listed("", "")
    assert everything["count"] > 6
    assert [(n["name"], n["stories"]) for n in everything["names"][:2]] == [
        ("James Smith", 2),
        ("Huobi", 2),
    ]
    assert [n["id"] for n in digest.names.listed("SMITH, jam", "")["names"]] == [SMITH]
    assert digest.names.listed("smith", "org")["count"] == 0
    (huobi,) = digest.names.listed("huobi", "org")["names"]
    assert huobi["line"] == 4
    assert digest.names.listed("</script> Zebra", "")["names"] == []


def test_a_card_tells_what_the_digest_knows(digest: Digest) -> None:
    card = digest.names.card(SMITH)
    assert (card["name"], card["kind"], card["count"], card["line"]) == (
        "James Smith",
        "person",
        4,
        0,
    )
    assert dict(card["forms"]) == {"James Smith": 2, "Smith": 2}
    north = next(story for story in card["passages"] if story["slug"] == NORTH)
    assert (north["count"], north["said"]) == (2, 1)
    assert [place["words"] for place in north["places"]] == ["James Smith", "Smith"]
    with pytest.raises(GoneError, match="no name person:nobody"):
        digest.names.card("person:nobody")


def test_a_merge_is_told_made_and_lasts(digest: Digest, monkeypatch) -> None:
    assert digest.names.aliases("person:leon-li", "person:li-lin") == [("Li Lin", True)]
    smith = dict(digest.names.aliases("person:leon-li", SMITH))
    assert smith == {"James Smith": True, "Smith": False}
    done = digest.say(about="merge", id="person:leon-li", other="person:li-lin", aliases=["Li Lin"])
    assert done == {"wrote": ["entities.yaml"], "id": "person:leon-li"}
    (moved,) = digest.effects["moved"]
    assert (moved["of"], moved["to"], moved["marks"], moved["stories"]) == (
        "Li Lin (person:li-lin)",
        "Leon Li (person:leon-li)",
        2,
        ["Exchange opens"],
    )
    assert "people/li-lin/ leads to people/leon-li/" in digest.effects["pages"]
    assert digest.effects["anew"] == 2
    assert digest.register.read_text(encoding="utf-8") == REGISTER.replace(
        "    type: org\n",
        "    type: org\n  - name: Leon Li\n    type: person\n    aliases: [Li Lin]\n"
        "    merges: ['person:li-lin']\n",
    )
    assert digest.names.card("person:li-lin")["stories"] == 2
    digest.build()
    assert digest.people("exchange-opens") == {"person:leon-li"}
    later(digest, monkeypatch)
    assert digest.people("exchange-opens") == {"person:leon-li"}


def test_two_entries_that_are_merged_are_one_with_all_that_both_said(digest: Digest) -> None:
    digest.say(about="describe", id="person:li-lin", name="Li Lin", kind="person", description="F.")
    digest.say(
        about="describe",
        id="person:leon-li",
        name="Leon Li",
        kind="person",
        same_as=["https://a.example/"],
    )
    digest.say(about="merge", id="person:leon-li", other="person:li-lin", aliases=["Li Lin"])
    (entry,) = (e for e in load_register(digest.register).entries.values() if e.kind == "person")
    assert (entry.description, entry.aliases, entry.same_as, entry.merges) == (
        "F.",
        ("Li Lin",),
        ("https://a.example/",),
        ("person:li-lin",),
    )


def test_whole_stories_are_somebody_elses_and_stay_so(digest: Digest, monkeypatch) -> None:
    digest.say(
        about="split",
        id=SMITH,
        stories=[SOUTH],
        name="James Smith",
        kind="person",
        description="A walker.",
    )
    assert digest.effects["moved"][0]["to"] == f"James Smith ({OTHER})"
    assert digest.effects["moved"][0]["marks"] == 2
    said = digest.files()[f"corrections/{SOUTH}.yaml"].decode()
    assert f"- words: James Smith\n  nth: all\n  name: {OTHER}\n  'on': '2026-03-02'\n" in said
    assert [n["stories"] for n in digest.names.listed("james smith", "")["names"]] == [1, 1]
    digest.build()
    assert (digest.people(NORTH), digest.people(SOUTH)) == ({SMITH}, {OTHER})
    assert digest.article(SOUTH).annotations.quotations[0].by == OTHER
    later(digest, monkeypatch)
    assert (digest.people(NORTH), digest.people(SOUTH)) == ({SMITH}, {OTHER})
    assert [q.by for q in digest.article(SOUTH).annotations.quotations] == [OTHER, OTHER]
    assert digest.names.card(OTHER)["description"] == "A walker."


def test_an_entry_that_would_take_the_marks_of_others_is_not_written(digest: Digest) -> None:
    for name, town in (("talk", "Leeds"), ("song", "Dover")):
        text = f"A {name}\n\nMs Smith spoke to Usher in {town}. Smith was glad.\n"
        digest.seed(name, text)
    digest.build()
    (lone,) = (id_ for id_ in digest.people("a-talk") & digest.people("a-song") if "smith" in id_)
    assert lone != SMITH
    digest.say(about="split", id=lone, stories=["a-talk"], other="person:li-lin")
    assert [m["marks"] for m in digest.effects["moved"]] == [2]
    assert list(load_register(digest.register).entries) == ["org:huobi", "person:li-lin"]
    digest.build()
    assert "person:li-lin" in digest.people("a-talk")
    assert (lone in digest.people("a-song"), lone in digest.people("a-talk")) == (True, False)
    assert SMITH in digest.people(NORTH)
    done = digest.say(about="split", id=lone, stories=["a-song"], name="Eve Smith", kind="person")
    assert done["id"] == "person:eve-smith"  # of the other nothing is left


def test_nothing_new_is_not_written(digest: Digest) -> None:
    said = {"about": "describe", "id": "org:huobi", "name": "Huobi", "kind": "org"}
    assert digest.say(**said) == {"wrote": [], "id": "org:huobi"}
    assert digest.desk.undo() == 0


def test_single_places_are_another_names(digest: Digest) -> None:
    place = digest.names.card(SMITH)["passages"][0]["places"][1]
    slug = place["slug"]
    digest.say(
        about="split", id=SMITH, places=[[slug, place["start"], place["end"]]], other="org:huobi"
    )
    digest.build()
    marks = [m.entity for m in digest.article(slug).annotations.mentions]
    assert ("org:huobi" in marks, SMITH in marks) == (True, True)


def test_a_spelling_is_somebody_elses_everywhere(digest: Digest, monkeypatch) -> None:
    digest.say(about="describe", id=SMITH, name="James Smith", kind="person", aliases=["Smith"])
    digest.say(about="split", id=SMITH, forms=["Smith"], name="Ann Smith", kind="person")
    entries = load_register(digest.register).entries
    assert entries[SMITH].aliases == ()
    assert entries["person:ann-smith"].aliases == ("Smith",)
    later(digest, monkeypatch)
    assert {m.entity for m in digest.article(SOUTH).annotations.mentions} >= {
        SMITH,
        "person:ann-smith",
    }


def test_another_kind_and_name_last_and_the_old_address_leads_on(digest, monkeypatch) -> None:
    done = digest.say(about="describe", id="org:huobi", name="Huobi Coins", kind="product")
    assert done["id"] == "product:huobi"
    assert "organisations/huobi/ leads to products/huobi/" in digest.effects["pages"]
    assert "  - name: Huobi Coins   # the exchange\n    type: product\n    slug: huobi\n" in (
        digest.register.read_text(encoding="utf-8")
    )
    later(digest, monkeypatch)
    found = digest.article("founder-speaks").annotations
    assert {e.id: e.name for e in found.entities}["product:huobi"] == "Huobi Coins"
    assert "org:huobi" not in {m.entity for m in found.mentions}


def test_a_picture_is_one_that_is_there(digest: Digest) -> None:
    said = {"about": "describe", "id": SMITH, "name": "James Smith", "kind": "person"}
    with pytest.raises(AnswerError, match=r"has no picture ../x.png"):
        digest.say(**said, picture="../x.png")
    images = digest.root / "content" / "static" / "images"
    images.mkdir(parents=True)
    (images / "s.png").write_bytes(b"")
    assert digest.names.card(SMITH)["pictures"] == ["s.png"]
    digest.say(**said, picture="s.png", alt="A man, walking")
    entry = load_register(digest.register).entries[SMITH]
    assert (entry.picture, entry.alt) == ("s.png", "A man, walking")


def test_who_bears_a_name_that_is_described_stays_apart_from_its_namesake(digest: Digest) -> None:
    digest.say(about="split", id=SMITH, stories=[SOUTH], name="Jim", kind="person")
    digest.say(about="describe", id="person:jim", name="Leon Li", kind="person")
    entries = load_register(digest.register).entries
    assert (entries["person:jim"].name, entries["person:leon-li"].name) == ("Leon Li", "Leon Li")
    digest.build()
    assert digest.people("founder-speaks") == {"person:leon-li"}
    assert digest.people(SOUTH) == {"person:jim"}


def asked_of(digest: Digest, slug: str, doubt: str) -> None:
    """Let an article ask who is who."""
    path = digest.stories / f"{slug}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nNames:", f"\nReview: {doubt}\nNames:", 1), encoding="utf-8")


NICKNAME = (
    "identity: “Leon Li, spoke in …”: Leon Li may be Li Lin. If they are one, for the register: "
    '{"id": "person:li-lin", "name": "Li Lin", "merges": ["person:leon-li"]}'
)
SURNAME = (
    "identity: “James Smith” may be Leon Li or Li Lin, and has a page of its own until you say. "
    'If it is Li Lin, for the register: {"id": "person:li-lin", "name": "Li Lin", "aliases": ["x"]}'
)


def test_names_that_may_be_one_are_told_and_kept_apart(digest: Digest) -> None:
    assert digest.names.perhaps_one() == []
    asked_of(digest, "founder-speaks", NICKNAME)
    asked_of(digest, SOUTH, SURNAME)
    asked_of(digest, NORTH, "identity: “James Smith” may be X, for the register: {}")
    found = digest.names.perhaps_one()
    assert [(p["mine"]["id"], p["theirs"]["id"], p["part"], p["slugs"]) for p in found] == [
        (SMITH, "person:li-lin", True, (SOUTH,)),
        ("person:leon-li", "person:li-lin", False, ("founder-speaks",)),
    ]
    surname, nickname = (p["id"] for p in found)
    cards = {card["id"]: card for card in digest.names.cards()}
    assert (cards[nickname]["words"], cards[nickname]["guess"]) == ("Leon Li", "Li Lin")
    shown = [place["title"] for place in cards[nickname]["places"]]
    assert shown == ["Founder speaks", "Exchange opens"]
    with pytest.raises(AnswerError):
        digest.names.decide(nickname, "perhaps")
    assert digest.names.decide(nickname, "two") == ["founder-speaks.yaml"]
    assert b"settled: identity" in digest.files()["corrections/founder-speaks.yaml"]
    assert [p["mine"]["id"] for p in digest.names.perhaps_one()] == [SMITH]
    with pytest.raises(GoneError):
        digest.names.decide(nickname, "two")
    assert digest.desk.undo() == 1
    assert digest.names.decide(nickname, "same") == ["entities.yaml"]
    assert load_register(digest.register).entries["person:li-lin"].merges == ("person:leon-li",)
    assert digest.names.decide(surname, "same") == ["entities.yaml", f"{SOUTH}.yaml"]
    assert digest.names.perhaps_one() == []
    for name in ("founder-speaks", SOUTH):
        (digest.stories / f"{name}.md").unlink()
    digest.build()
    assert digest.people("founder-speaks") == {"person:li-lin"}
    assert (digest.people(NORTH), digest.people(SOUTH)) == ({SMITH}, {"person:li-lin"})


def test_marks_that_a_new_name_would_take_from_another_are_told(digest: Digest) -> None:
    said = {"about": "describe", "id": "person:leon-li", "name": "Leon Li", "kind": "person"}
    effects = digest.names.effects({**said, "aliases": ["Smith", "Singapore", "founder"]})
    told = {(m["of"].split(" (")[0], m["to"].split(" (")[0]): m["marks"] for m in effects["moved"]}
    assert told == {("James Smith", "Leon Li"): 2, ("Singapore", "Leon Li"): 1}
    assert effects["unmarked"] == [("founder", 1)]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"about": "merge", "id": SMITH, "other": ""}, "choose the name"),
        ({"about": "merge", "id": SMITH, "other": SMITH}, "that name itself"),
        ({"about": "merge", "id": SMITH, "other": "person:nobody"}, "no name person:nobody"),
        ({"about": "merge", "id": "../x", "other": SMITH}, "no name"),
        ({"about": "merge", "id": SMITH, "other": "org:huobi", "aliases": ["X"]}, "'X' is no name"),
        ({"about": "split", "id": SMITH, "name": "A", "kind": "person"}, "choose the stories"),
        ({"about": "split", "id": SMITH, "stories": [SOUTH], "name": " ", "kind": "org"}, "called"),
        ({"about": "split", "id": SMITH, "stories": ["x"], "name": "A", "kind": "org"}, "x does"),
        ({"about": "split", "id": SMITH, "stories": [SOUTH], "other": SMITH}, "itself"),
        (
            {"about": "split", "id": SMITH, "places": [[SOUTH, 1, 3]], "other": "org:huobi"},
            "changed meanwhile",
        ),
        ({"about": "split", "id": SMITH, "forms": ["James Smith"], "other": "org:huobi"}, "alone"),
        ({"about": "describe", "id": SMITH, "name": "A", "kind": "ship"}, "no kind"),
        ({"about": "describe", "id": SMITH, "name": "?", "kind": "person"}, "no letter or digit"),
        ({"about": "describe", "id": SMITH, "name": "A\x07", "kind": "org"}, "what is it called"),
        (
            {"about": "describe", "id": SMITH, "name": "A", "kind": "org", "aliases": ["Huobi"]},
            "names another entry too",
        ),
        (
            {"about": "describe", "id": SMITH, "name": "Monday Club", "kind": "person"},
            "in not_a_name too",
        ),
        (
            {"about": "describe", "id": SMITH, "name": "A", "kind": "org", "same_as": ["a.b"]},
            "an http or https address",
        ),
        ({"about": "rename", "id": SMITH}, "cannot be said"),
    ],
)
def test_what_cannot_be_said_is_told_and_writes_nothing(digest, said, says):
    before = digest.files()
    with pytest.raises(AnswerError, match=says):
        digest.names.effects(said)
    assert digest.files() == before


def test_a_kind_in_which_the_address_is_taken_is_told(digest: Digest) -> None:
    digest.say(about="split", id=SMITH, stories=[SOUTH], name="Huobi", kind="person")
    with pytest.raises(AnswerError, match="org:huobi is there already: merge the two"):
        digest.say(about="describe", id="person:huobi", name="H", kind="org")


@pytest.mark.parametrize(
    "said",
    [
        {"about": "merge", "id": "person:leon-li", "other": "person:li-lin", "aliases": ["Li Lin"]},
        {"about": "split", "id": SMITH, "stories": [SOUTH], "name": "Jim", "kind": "person"},
        {"about": "describe", "id": "org:huobi", "name": "H", "kind": "work", "description": "x"},
    ],
)
def test_a_change_is_taken_back_to_the_letter(digest: Digest, said) -> None:
    before = digest.files()
    digest.say(**said)
    assert digest.files() != before
    assert digest.desk.undo() > 0
    assert digest.files() == before


def test_a_file_that_is_broken_costs_no_half_of_a_change(digest: Digest) -> None:
    split = {"about": "split", "id": SMITH, "stories": [SOUTH], "name": "Jim", "kind": "person"}
    beside = corrections_path(digest.stories, SOUTH)
    beside.parent.mkdir()
    beside.write_text("- [", encoding="utf-8")
    before = digest.files()
    with pytest.raises(CorrectionsError, match="cannot be read"):
        digest.say(**split)
    assert digest.files() == before
    beside.unlink()
    for path in (beside, digest.register):
        before = digest.files()
        digest.say(**split)
        made = path.read_bytes()
        path.write_text("- [", encoding="utf-8")
        broken = digest.files()
        with pytest.raises(ValueError, match=path.name):
            digest.desk.undo()
        assert digest.files() == broken
        path.write_bytes(made)
        digest.desk.undo()
        assert digest.files() == before


def test_taking_back_leaves_what_an_editor_wrote_beside_it(digest: Digest) -> None:
    digest.say(about="describe", id=SMITH, name="James Smith", kind="person", description="x")
    text = digest.register.read_text(encoding="utf-8")
    digest.register.write_text(text.replace("[Monday Club]", "[Monday Club, Tea]"), "utf-8")
    digest.desk.undo()
    assert digest.register.read_text(encoding="utf-8") == REGISTER.replace(
        "[Monday Club]", "[Monday Club, Tea]"
    )


def test_two_desks_lose_nothing(digest: Digest) -> None:
    other = Digest(digest.root)
    said = {"about": "describe", "id": SMITH, "name": "James Smith", "kind": "person"}
    told = other.names.effects({**said, "description": "two"})
    digest.say(**said, description="one")
    with pytest.raises(GoneError, match="changed meanwhile"):
        other.names.change({**said, "description": "two", "effects": told["id"]})
    other.say(about="describe", id="org:huobi", name="Huobi", kind="org", description="two")
    said_now = load_register(digest.register).entries
    assert (said_now[SMITH].description, said_now["org:huobi"].description) == ("one", "two")


@pytest.mark.parametrize("text", ["entities:\n  - name: A\n", "entities: [\n", "# é\n"])
def test_a_register_that_is_wrong_is_told_with_its_line_and_left_alone(digest, text):
    digest.register.write_text(text, encoding="latin-1")
    assert "/entities.yaml:" in digest.names.listed("smith", "")["problems"][0]
    assert digest.names.card(SMITH)["problems"]
    with pytest.raises(RegisterError, match=r"entities\.yaml:[12]: "):
        digest.say(about="describe", id=SMITH, name="S", kind="person")
    assert digest.register.read_text(encoding="latin-1") == text


def test_names_are_told_to_the_desks_own_page_alone(digest: Digest) -> None:
    client = create_app(digest.desk, "t").test_client()
    host = {"Host": "127.0.0.1:1"}
    own = {**host, "Origin": "http://127.0.0.1:1"}
    assert client.get("/names/list", headers=host).status_code == 403
    client.set_cookie("gloss-desk", "t", domain="127.0.0.1")
    listed = client.get("/names/list?q=smith", headers=host)
    assert listed.get_json()["names"][0]["id"] == SMITH
    for page in ("/names", "/name?id=x%2Fy"):
        shown = client.get(page, headers=host)
        assert (shown.status_code, shown.mimetype) == (200, "text/html")
        assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    card = client.get("/names/card?id=person%3Aa%2F..%2Fb", headers=host)
    assert (card.status_code, card.get_json()) == (409, {"problem": "no name person:a/../b"})
    said = {"about": "describe", "id": SMITH, "name": "AC/DC <script>", "kind": "person"}
    assert client.post("/names/effects", json=said, headers=host).status_code == 403
    told = client.post("/names/effects", json=said, headers=own).get_json()
    done = client.post("/names/change", json={**said, "effects": told["id"]}, headers=own)
    assert done.get_json() == {"wrote": ["entities.yaml"], "id": SMITH}
    assert client.get(f"/names/card?id={SMITH}", headers=host).get_json()["name"] == (
        "AC/DC <script>"
    )
    for wrong in ({"places": 3}, {"places": [[1]]}, {"stories": 7}, {"id": None}, {"other": {}}):
        answer = client.post(
            "/names/effects", json={"about": "split", "id": SMITH, **wrong}, headers=own
        )
        assert answer.status_code in (409, 422), wrong
    deep = {"data": "[" * 100_000, "content_type": "application/json"}
    assert client.post("/names/effects", headers=own, **deep).status_code == 422
    assert client.post("/undo", json={}, headers=own).get_json() == {"taken_back": 1}
