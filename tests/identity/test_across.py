"""Names across stories: one id means one thing in the whole digest."""

from __future__ import annotations

import re

import pytest
import yaml
from gloss.identity import (
    Known,
    Link,
    StoryNames,
    bearing_on,
    keys_of,
    known_from,
    link,
    relabel,
    story_names,
)
from gloss.naming.slugs import slug
from gloss.story import Annotations, Entity, Mention, Quotation, Span, Story
from hypothesis import given, settings
from hypothesis import strategies as st

KINDS = {"p": "person", "o": "org", "l": "place", "t": "topic", "g": "group", "w": "work"}


def story(number: int, *things: str) -> StoryNames:
    """Make a story of things such as ``p:Ida Berg``, ``o:Velora=Velora Group`` (with a form that
    it goes by), ``p:Ida Berg/lawyer from Bergen`` (with a descriptor) or ``o:Velora@`` (that has
    an address elsewhere)."""
    entities, forms = [], {}
    for thing in things:
        kind, _, rest = thing.partition(":")
        named, _, descriptor = rest.removesuffix("@").partition("/")
        same_as = (f"https://example.org/{named}",) if rest.endswith("@") else ()
        name, *others = named.split("=")
        id_, descriptors = f"{KINDS[kind]}:{slug(name)}", (descriptor,) if descriptor else ()
        entity = Entity(id_, name, descriptors, same_as)
        entities.append(entity)
        forms[entity.id] = dict.fromkeys([name, *others], 1)
    first = {e.id: Span(0, 4) for e in entities}
    return StoryNames(f"story-{number}", tuple(entities), forms, first)


def ids(*stories: tuple[str, ...], known: Known | None = None) -> list[dict[str, str]]:
    """Return the ids that change in each story."""
    linked = link([story(n, *things) for n, things in enumerate(stories)], known)
    return [dict(one.ids) for one in linked]


CASES = {
    "a story alone": ([("p:Ida Berg", "o:Velora")], [{}]),
    "a surname in company": (
        [("p:Ida Berg", "o:Velora"), ("p:Berg", "o:Velora")],
        [{}, {"person:berg": "person:ida-berg"}],
    ),
    "a surname without company stays": ([("p:Ida Berg", "o:Velora"), ("p:Berg",)], [{}, {}]),
    "a surname that many stories know": (
        [("p:Ida Berg",), ("p:Ida Berg",), ("p:Ida Berg",), ("p:Berg",)],
        [{}, {}, {}, {"person:berg": "person:ida-berg"}],
    ),
    "a surname of two, by company": (
        [("p:Ida Berg", "o:Velora"), ("p:Per Berg", "o:Marten"), ("p:Berg", "o:Marten")],
        [{}, {}, {"person:berg": "person:per-berg"}],
    ),
    "a surname of two, by twice the company": (
        [
            ("p:Ida Berg", "o:Velora", "o:Marten"),
            ("p:Per Berg", "o:Velora"),
            ("p:Berg", "o:Velora", "o:Marten"),
        ],
        [{}, {}, {"person:berg": "person:ida-berg"}],
    ),
    "a surname of two with nothing to tell them apart": (
        [("p:Ida Berg", "o:Velora"), ("p:Per Berg", "o:Velora"), ("p:Berg", "o:Velora")],
        [{}, {}, {}],
    ),
    "a first name of somebody well known, in company": (
        [("p:Ida Berg", "o:Velora")] * 3 + [("p:Ida", "o:Velora")],
        [{}] * 3 + [{"person:ida": "person:ida-berg"}],
    ),
    "a first name that one story knows": (
        [("p:Ida Berg", "o:Velora"), ("p:Ida", "o:Velora")],
        [{}, {}],
    ),
    "a first name of two": (
        [("p:Ida Berg", "o:Velora"), ("p:Ida Lund", "o:Velora")] * 3 + [("p:Ida", "o:Velora")],
        [{}] * 7,
    ),
    "a nickname, in one field": (
        [("p:Thomas Lund/senator from Oslo",), ("p:Tom Lund/former governor",)],
        [{}, {"person:tom-lund": "person:thomas-lund"}],
    ),
    "a nickname, at two companies": (
        [("p:Thomas Lund", "o:Velora", "o:Marten"), ("p:Tom Lund", "o:Velora", "o:Marten")],
        [{}, {"person:tom-lund": "person:thomas-lund"}],
    ),
    "a nickname alone": (
        [("p:Thomas Lund",), ("p:Tom Lund",)],
        [{}, {}],
    ),
    "an initial is no proof": (
        [("p:Ruth Lund", "o:Velora"), ("p:R Lund", "o:Marten")],
        [{}, {}],
    ),
    "nor is it where company says little": (
        [("p:Ruth Lund", "l:Oslo", "o:Velora", "p:Ida Berg"), ("p:R. Lund", "l:Oslo", "o:Velora")],
        [{}, {}],
    ),
    "an initial, in one field; the name in full is kept, however rare": (
        [("p:R Lund/senator",), ("p:R Lund/senator",), ("p:Ruth Lund/governor of Ohio",)],
        [{"person:r-lund": "person:ruth-lund"}, {"person:r-lund": "person:ruth-lund"}, {}],
    ),
    "an initial, in company": (
        [("p:Ruth Lund", "o:Velora", "o:Marten"), ("p:R. Lund", "o:Velora", "o:Marten")],
        [{}, {"person:r-lund": "person:ruth-lund"}],
    ),
    "an initial, in a team": (
        [
            ("p:Ruth Lund", "p:Ida Berg", "p:Per Nes", "p:Kim Aas", "p:Liv Moe"),
            ("p:R Lund", "p:Ida Berg", "p:Per Nes", "p:Kim Aas", "p:Liv Moe"),
        ],
        [{}, {"person:r-lund": "person:ruth-lund"}],
    ),
    "an initial of another trade, whatever the company": (
        [
            ("p:Ruth Lund/education secretary", "o:Velora", "o:Marten"),
            ("p:R. Lund/singer", "o:Velora", "o:Marten"),
        ],
        [{}, {}],
    ),
    "two whom one story names are two": (
        [("p:John Quincy Lund", "p:John Lund", "o:Velora")],
        [{}],
    ),
    "and so they are in other stories": (
        [("p:John Quincy Lund", "p:John Lund"), ("p:John Lund",)],
        [{}, {}],
    ),
    "a first name cut short wants company": (
        [("p:Rafael Lund", "o:Velora"), ("p:Rafa Lund", "o:Marten")],
        [{}, {}],
    ),
    "as a nickname that begins the name does not": (
        [("p:Timothy Lund", "o:Velora"), ("p:Tim Lund", "o:Marten")],
        [{}, {"person:tim-lund": "person:timothy-lund"}],
    ),
    "the elder is not his son": (
        [("p:Thomas Lund Sr.",), ("p:Thomas Lund",)],
        [{}, {}],
    ),
    "an organisation however it is spaced": (
        [("o:BalticSeaWatch",), ("o:Baltic Sea Watch",), ("o:Baltic Sea Watch",)],
        [{"org:balticseawatch": "org:baltic-sea-watch"}, {}, {}],
    ),
    "a person by a name in one word": (
        [("p:Ida Berg",), ("p:IdaBerg",)],
        [{}, {"person:idaberg": "person:ida-berg"}],
    ),
    "a name of several words is of one kind": (
        [("o:Harbour Morning Show",), ("t:Harbour Morning Show",), ("o:Harbour Morning Show",)],
        [{}, {"topic:harbour-morning-show": "org:harbour-morning-show"}, {}],
    ),
    "a kind says more than a topic, which is what no kind was found for": (
        [("o:Harbour Morning Show",), ("t:Harbour Morning Show",), ("t:Harbour Morning Show",)],
        [
            {},
            {"topic:harbour-morning-show": "org:harbour-morning-show"},
            {"topic:harbour-morning-show": "org:harbour-morning-show"},
        ],
    ),
    "a newspaper is no place, where as many stories take it for one": (
        [("l:Harbour Sentinel",), ("o:Harbour Sentinel",)],
        [{"place:harbour-sentinel": "org:harbour-sentinel"}, {}],
    ),
    "but a person is no organisation of the name": (
        [("p:Ida Berg",), ("o:Ida Berg",)],
        [{}, {}],
    ),
    "nor is the younger his father, whatever they have in common": (
        [("p:Thomas Lund Jr.", "o:Velora", "o:Marten"), ("p:Thomas Lund", "o:Velora", "o:Marten")],
        [{}, {}],
    ),
    "a name in full may have a Jr. that it goes without": (
        [("p:Thomas B. Lund Jr.",), ("p:Thomas Lund",)],
        [{}, {"person:thomas-lund": "person:thomas-b-lund-jr"}],
    ),
    "but not another name in full": (
        [("p:Thomas B. Lund Jr.",), ("p:Thomas B. Lund",)],
        [{}, {}],
    ),
    "a name without Jr. is the one without": (
        [("p:Tom Lund Jr.",), ("p:Thomas C. Lund",), ("p:Thomas Lund",)],
        [{}, {}, {"person:thomas-lund": "person:thomas-c-lund"}],
    ),
    "a president is whom a story calls so": (
        [
            ("p:Abel Berg/then-President", "l:Oslo"),
            ("p:Ida Berg/senator", "o:Velora"),
            ("p:Berg/President", "o:Velora", "l:Oslo"),
        ],
        [{}, {}, {"person:berg": "person:abel-berg"}],
    ),
    "a president of two is told by company": (
        [
            ("p:Abel Berg/President", "o:Marten"),
            ("p:Asmund Berg/former president", "o:Velora"),
            ("p:Berg/President", "o:Velora"),
        ],
        [{}, {}, {"person:berg": "person:asmund-berg"}],
    ),
    "a president is no vice president": (
        [
            ("p:Abel Berg/Vice President", "o:Velora"),
            ("p:Per Berg/President", "l:Oslo"),
            ("p:Berg/President", "o:Velora", "l:Oslo"),
        ],
        [{}, {}, {"person:berg": "person:per-berg"}],
    ),
    "a president is not his wife, whatever they have in common": (
        [("p:Sarah Berg", "o:Velora", "o:Marten"), ("p:Berg/President", "o:Velora", "o:Marten")],
        [{}, {}],
    ),
    "but she may preside": (
        [("p:Sarah Berg/president", "l:Oslo"), ("p:Berg/President", "l:Oslo")],
        [{}, {"person:berg": "person:sarah-berg"}],
    ),
    "a surname of two words": (
        [("p:Ida Skog Berg", "o:Velora"), ("p:Skog Berg", "o:Velora")],
        [{}, {"person:skog-berg": "person:ida-skog-berg"}],
    ),
    "a surname of a particle and a word": (
        [("p:Ida de Berg", "o:Velora"), ("p:De Berg", "o:Velora")],
        [{}, {"person:de-berg": "person:ida-de-berg"}],
    ),
    "a full name is no surname of a longer one": (
        [("p:Iron Mike Berg", "o:Velora"), ("p:Mike Berg", "o:Velora")],
        [{}, {}],
    ),
    "places and peoples are no company for a surname": (
        [
            ("p:Ida Berg", "l:Oslo", "g:Dane", "l:Bergen", "l:Rome"),
            ("p:Berg", "l:Oslo", "g:Dane", "l:Bergen", "l:Rome"),
        ],
        [{}, {}],
    ),
    "whom a story names in full is not meant by a surname that it keeps apart": (
        [("p:Ida Berg", "o:Velora")] * 4 + [("p:Ida Berg", "p:Berg", "o:Velora")],
        [{}] * 5,
    ),
    "a middle name": (
        [("p:Ida Berg",), ("p:Ida Karin Berg",), ("p:Ida Berg",)],
        [{}, {"person:ida-karin-berg": "person:ida-berg"}, {}],
    ),
    "a name that could be either of two stays": (
        [("p:John A. Lund",), ("p:John C. Lund",), ("p:John Lund",)],
        [{}, {}, {}],
    ),
    "a legal form": (
        [("o:Velora",), ("o:Velora",), ("o:Velora Group",)],
        [{}, {}, {"org:velora-group": "org:velora"}],
    ),
    "an acronym that a story spells out": (
        [("o:Baltic Lifeboat Office=BLO",), ("o:BLO",)],
        [{}, {"org:blo": "org:baltic-lifeboat-office"}],
    ),
    "an acronym by its initials, in company": (
        [("o:Baltic Lifeboat Office", "p:Ida Berg"), ("o:BLO", "p:Ida Berg")],
        [{}, {"org:blo": "org:baltic-lifeboat-office"}],
    ),
    "an acronym by its initials alone stays": (
        [("o:Baltic Lifeboat Office",), ("o:BLO",)],
        [{}, {}],
    ),
    "an acronym of two stays": (
        [("o:Baltic Lifeboat Office=BLO",), ("o:Bergen Library Order=BLO",), ("o:BLO",)],
        [{}, {}, {}],
    ),
    "an acronym of a work that a story spells out, in company": (
        [("w:Baltic Lifeboat Act=BLA", "o:Velora"), ("t:BLA", "o:Velora")],
        [{}, {"topic:bla": "work:baltic-lifeboat-act"}],
    ),
    "an acronym of a work, without company": (
        [("w:Baltic Lifeboat Act=BLA", "o:Velora"), ("t:BLA", "o:Marten")],
        [{}, {}],
    ),
    "a trade left out": (
        [("o:Velora",), ("o:Velora",), ("o:Velora Airlines",)],
        [{}, {}, {"org:velora-airlines": "org:velora"}],
    ),
    "a word that many a company has, without its trade": (
        [("o:United",), ("o:United Airlines",)],
        [{}, {}],
    ),
    "a trade left out by two stays": (
        [("o:Velora",), ("o:Velora Airlines",), ("o:Velora Records",)],
        [{}, {}, {}],
    ),
    "a short form that another story explains": (
        [("o:Marten Skagen=Marten", "p:Ida Berg"), ("o:Marten", "p:Ida Berg")],
        [{}, {"org:marten": "org:marten-skagen"}],
    ),
    "one kind against many": (
        [("o:Velora",)] * 4 + [("t:Velora",)],
        [{}] * 4 + [{"topic:velora": "org:velora"}],
    ),
    "a company that others know, and its namesake of another kind": (
        [("o:Velora@",), ("w:Velora",)],
        [{}, {"work:velora": "org:velora"}],
    ),
    "but not where it is named less": (
        [("o:Velora@",), ("w:Velora",), ("w:Velora",)],
        [{}, {}, {}],
    ),
    "two kinds as often": ([("o:Velora",), ("w:Velora",)], [{}, {}]),
    "a topic, for which no kind was found, is of the kind that was": (
        [("o:Velora",), ("t:Velora",)],
        [{}, {"topic:velora": "org:velora"}],
    ),
    "but not where more stories found none": (
        [("o:Velora",), ("t:Velora",), ("t:Velora",)],
        [{}, {}, {}],
    ),
    "nor where there are two": (
        [("o:Velora",), ("w:Velora",), ("t:Velora",)],
        [{}, {}, {}],
    ),
    "a department however it is turned": (
        [("o:Harbour Department",), ("o:Department of the Harbour",), ("o:Harbour Department",)],
        [{}, {"org:department-of-the-harbour": "org:harbour-department"}, {}],
    ),
    "a university is another when turned": (
        [("o:Skagen University",), ("o:University of Skagen",)],
        [{}, {}],
    ),
    "a company that is a person's surname stays": (
        [("p:Ida Ford", "o:Senate")] * 4 + [("o:Ford", "o:Velora")],
        [{}] * 5,
    ),
    "two people of one name": (
        [
            ("p:Ida Berg/senator from Ohio", "o:Senate"),
            ("p:Ida Berg/striker for Bergen", "o:Bergen FC"),
        ],
        [{}, {"person:ida-berg": "person:ida-berg-striker"}],
    ),
    "two roles in one company are one person": (
        [("p:Ida Berg/senator", "o:Velora"), ("p:Ida Berg/striker", "o:Velora")],
        [{}, {}],
    ),
    "roles that go together are one person": (
        [("p:Ida Berg/senator",), ("p:Ida Berg/lawyer from Ohio",)],
        [{}, {}],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_ids_of_stories_that_come_together(case):
    stories, expected = CASES[case]
    assert ids(*stories) == expected


def test_ids_that_are_known_stay_and_new_ones_join_them():
    known = known_from([story(0, "o:Velora Group", "p:Ida Berg")])
    assert ids(("o:Velora", "p:Berg"), ("o:Velora",), known=known) == [
        {"org:velora": "org:velora-group", "person:berg": "person:ida-berg"},
        {"org:velora": "org:velora-group"},
    ]


def test_a_namesake_that_is_known_keeps_its_id():
    known = known_from([story(0, "p:Ida Berg/striker for Bergen", "o:Bergen FC")])
    (changed,) = ids(("p:Ida Berg/senator from Ohio", "o:Senate"), known=known)
    assert changed == {"person:ida-berg": "person:ida-berg-senator"}


def test_an_initial_is_asked_about():
    linked = link([story(0, "p:Ruth Lund", "o:Velora"), story(1, "p:R Lund", "o:Marten")])
    (doubt,) = linked[1].doubts or linked[0].doubts
    entry = yaml.safe_load(doubt.says.partition("or the register: ")[2])
    assert entry == {"id": "person:ruth-lund", "name": "Ruth Lund", "merges": ["person:r-lund"]}


def test_an_initial_that_the_register_has_apart_is_not_asked_about():
    two = [story(0, "p:Ruth Lund", "o:Velora"), story(1, "p:R Lund", "o:Marten")]
    linked = link(two, None, {"person:ruth-lund": "Ruth Lund", "person:r-lund": "R Lund"})
    assert [(dict(one.ids), one.doubts) for one in linked] == [({}, ()), ({}, ())]


MARGARET, MICHAEL = "p:Margaret Lund", "p:Michael Lund"
SEVERAL = {
    "two in its story": ([(MARGARET, MICHAEL, "p:M. Lund", "o:Velora", "o:Marten")], {}),
    "one in its story, one in another, whatever the company": (
        [
            (MARGARET, "p:M. Lund", "o:Velora", "o:Marten"),
            (MICHAEL, "o:Velora", "o:Marten"),
        ],
        {},
    ),
    "two in other stories": ([("p:M. Lund",), (MARGARET,), (MICHAEL,)], {}),
    "one in its story, one in the register": (
        [(MARGARET, "p:M. Lund")],
        {"person:michael-lund": "Michael Lund"},
    ),
    "two in the register alone": (
        [("p:M. Lund",)],
        {"person:michael-lund": "Michael Lund", "person:margaret-lund": "Margaret Lund"},
    ),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_an_initial_that_fits_several_is_none_of_them_and_asked_about(case):
    stories, register = SEVERAL[case]
    linked = link([story(n, *things) for n, things in enumerate(stories)], None, register)
    assert not any(one.ids for one in linked)
    (doubt,) = (doubt for one in linked for doubt in one.doubts)
    assert "“M. Lund” may be" in doubt.says
    assert {"Margaret Lund", "Michael Lund"} <= set(re.findall(r"[A-Z][a-z]+ Lund", doubt.says))
    entry = yaml.safe_load(doubt.says.partition("or the register: ")[2])
    assert entry["merges"] == ["person:m-lund"]


def test_an_initial_that_the_register_has_itself_is_not_asked_about():
    linked = link([story(0, MARGARET, MICHAEL, "p:M. Lund")], None, {"person:m-lund": "M. Lund"})
    assert linked == [Link()]


def test_two_names_of_one_person_are_not_several_whom_an_initial_fits():
    linked = link([story(0, "p:George W. Lund"), story(1, "p:George Lund"), story(2, "p:G. Lund")])
    (doubt,) = (doubt for one in linked for doubt in one.doubts)
    assert "may be George" in doubt.says
    assert " or George" not in doubt.says


SETTLED = {
    "two names of the register are never one": (
        [("p:Thomas Lund/senator", "o:Velora"), ("p:Tom Lund/senator", "o:Velora")],
        ["person:thomas-lund", "person:tom-lund"],
        [{}, {}],
    ),
    "nor are two organisations": (
        [("o:Velora",), ("o:Velora",), ("o:Velora Group",)],
        ["org:velora", "org:velora-group"],
        [{}, {}, {}],
    ),
    "what the register has is what others become, however many they are": (
        [("o:Velora",), ("o:Velora",), ("o:Velora Group",)],
        ["org:velora-group"],
        [{"org:velora": "org:velora-group"}, {"org:velora": "org:velora-group"}, {}],
    ),
    "the register's kind stands": (
        [("o:Velora",)] * 5 + [("w:Velora",)],
        ["work:velora"],
        [{"org:velora": "work:velora"}] * 5 + [{}],
    ),
    "a surname that the register knows is nobody else's": (
        [("p:Ida Berg", "o:Velora"), ("p:Berg", "o:Velora")],
        ["person:berg"],
        [{}, {}],
    ),
    "one of the register is not taken for two": (
        [
            ("p:Ida Berg/senator from Ohio", "o:Senate"),
            ("p:Ida Berg/striker for Bergen", "o:Bergen FC"),
        ],
        ["person:ida-berg"],
        [{}, {}],
    ),
}


@pytest.mark.parametrize("case", SETTLED)
def test_what_the_register_says_stands(case):
    stories, settled, expected = SETTLED[case]
    register = {id_: id_.partition(":")[2].replace("-", " ").title() for id_ in settled}
    linked = link([story(n, *things) for n, things in enumerate(stories)], None, register)
    assert [dict(one.ids) for one in linked] == expected


def test_a_doubt_holds_a_register_entry_to_paste():
    linked = link([story(0, "p:Ida Berg", "o:Velora"), story(1, "p:Berg")])
    (doubt,) = linked[1].doubts
    assert doubt.about == "identity"
    assert "Ida Berg" in doubt.says
    entry = yaml.safe_load(doubt.says.partition("or the register: ")[2])
    assert entry == {"id": "person:ida-berg", "name": "Ida Berg", "aliases": ["Berg"]}


def test_relabelling_joins_what_becomes_one():
    found = Annotations(
        mentions=(Mention(0, 4, "person:berg"), Mention(9, 17, "person:ida-berg")),
        quotations=(Quotation((Span(20, 25),), by="person:berg"),),
        entities=(
            Entity("person:berg", "Berg", ("lawyer",)),
            Entity("person:ida-berg", "Ida Berg", ("head of the union",)),
        ),
    )
    ids = {"person:berg": "person:ida-berg"}
    new = relabel(found, Link(ids, {"person:ida-berg": "Ida Berg"}))
    assert {m.entity for m in new.mentions} == {"person:ida-berg"}
    assert new.quotations[0].by == "person:ida-berg"
    assert new.entities == (Entity("person:ida-berg", "Ida Berg", ("lawyer", "head of the union")),)


def test_a_storys_names_are_gathered_with_their_forms():
    text = "Ida Berg sang. Berg left."
    found = Annotations(
        mentions=(Mention(0, 8, "person:ida-berg"), Mention(15, 19, "person:ida-berg")),
        entities=(Entity("person:ida-berg", "Ida Berg"),),
    )
    names = story_names(Story("one", text), found)
    assert names.forms == {"person:ida-berg": {"Ida Berg": 1, "Berg": 1}}
    assert names.first == {"person:ida-berg": Span(0, 8)}


NAMES = """p:Ida Berg,p:Per Berg,p:Berg,p:I. Berg,p:Ida,o:Velora,o:Velora Group,o:Velora Airlines,
o:VA,t:Velora,l:Berg,o:Berg,p:Ida Berg/striker"""
THINGS = st.sampled_from([name.strip() for name in NAMES.split(",")])
STORIES = st.lists(
    st.lists(THINGS, max_size=4, unique_by=lambda t: t.partition("/")[0]), max_size=6
)


@settings(max_examples=150)
@given(STORIES, STORIES)
def test_known_ids_stay_and_no_id_leads_to_one_that_changes(first, second):
    old = [story(n, *things) for n, things in enumerate(first)]
    known = known_from(old)
    new = [story(n, *things) for n, things in enumerate(second)]
    linked = link(new, known)
    assert linked == link(new, known)
    for one in linked:
        for before, after in one.ids.items():
            assert before != after
            if before in known.things:  # but for a namesake, who gets a new id
                assert after.startswith(before)
            assert after in one.names


ALIKE = """p:Ida Berg,p:Per Berg,p:Berg,p:I. Berg,p:Ida,p:Ida Skog Berg/mayor of Sel,p:IdaBerg,
p:Skog Berg/mayor,p:Ida Skog=Skog,p:Ida Berg/striker,p:P. Berg/lawyer,p:Peter Berg Jr.,p:Sel=Sel,
o:Velora,o:Velora Group=Velora,o:Velora Airlines=Velora=VA,o:VA,o:Sel State Bank=SSB,o:Berg,o:SSB,
o:State Bank of Sel,o:State Bank,o:Skog@,o:Velora Air,o:Skogbanken,o:Skog Banken,t:Velora,t:Skog,
t:Velora Air,w:Velora,w:SSB,w:Velora Air=VA,w:Ida,l:Sel,l:Berg@,g:Sel"""
LIKE = st.sampled_from([name.strip() for name in ALIKE.split(",")])
DIGEST = st.lists(
    st.lists(LIKE, max_size=6, unique_by=lambda t: re.split("[/=@]", t)[0]), max_size=8
)


@settings(max_examples=150)
@given(DIGEST, st.integers(1, 5), DIGEST.filter(bool), st.lists(LIKE, max_size=3))
def test_of_what_is_known_only_what_bears_on_a_story_changes_its_links(old, times, new, register):
    known = known_from([story(n, *things) for n, things in enumerate(old * times)])
    stories = [story(n, *things) for n, things in enumerate(new[:2])]
    settled = {e.id: e.name for e in story(0, *register).entities}
    by = {id_: keys_of(id_, t.entity.name, t.forms) for id_, t in known.things.items()}
    found = bearing_on(
        stories, lambda key: [id_ for id_, keys in by.items() if key in keys], known.things.get
    )
    some = Known({id_: known.things[id_] for id_ in known.things if id_ in found}, known.stories)
    assert link(stories, some, settled) == link(stories, known, settled)
