"""Corrections as facts: they find their words, say what was edited, and are kept to the letter."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article.body import read_body
from gloss.article.write import write_body
from gloss.corrections import (
    ALL,
    Anchor,
    Correction,
    CorrectionsError,
    add_corrections,
    anchor,
    body_edits,
    emend,
    find,
    lay_blocks,
    lay_over,
    load_corrections,
    remove_corrections,
)
from gloss.corrections.text_edits import text_edits
from gloss.story import Annotations, Doubt, Entity, Mention, Moment, Quotation, Report, Span
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1] / "article"))
from laws import LINES, annotated

TEXT = (
    "The Paris Club met in Lisbon on Tuesday.\n\n"
    "“It took three years,” Mary Miller said. “It was worth it.”\n\n"
    "The Paris Club of rich creditors is no club, Miller added."
)
FOUND = Annotations(
    mentions=(
        Mention(4, 14, "topic:paris-club"),
        Mention(22, 28, "place:lisbon"),
        Mention(65, 76, "person:mary-miller"),
    ),
    moments=(Moment(32, 39, "DATE", "2021-03-02", "2021-03-02", "counted from publication"),),
    quotations=(Quotation((Span(43, 62), Span(85, 101)), by="person:mary-miller", cue="said"),),
    reports=(Report(103, 146, by="person:mary-miller", cue="added", lemma="add"),),
    entities=(
        Entity("topic:paris-club", "Paris Club"),
        Entity("place:lisbon", "Lisbon"),
        Entity("person:mary-miller", "Mary Miller"),
    ),
)


def words(text: str, part: Mention | Moment | Span) -> str:
    return text[part.start : part.end]


def said_of(text: str, some: str, about: str, value: str, **more: str) -> Correction:
    at = text.index(some)
    return Correction(about, value, (anchor(text, at, at + len(some)),), more)


TEXTS = st.lists(st.text("ab .\u00e9", min_size=1, max_size=40), min_size=1, max_size=4).map(
    lambda lines: "\n\n".join(line.strip() or "a" for line in lines)
)


@given(TEXTS, st.data())
def test_an_anchor_finds_its_words_in_the_text_that_it_is_of(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find(text, anchor(text, start, end)) == Span(start, end)


def test_an_anchor_finds_its_words_where_the_text_around_them_changed():
    second = TEXT.index("The Paris Club of") + 4
    made = anchor(TEXT, second, second + 10)
    changed = "The Paris Club was founded.\n\n" + TEXT.replace("met in Lisbon", "met again")
    place = find(changed, made)
    assert place
    assert changed[place.start :].startswith("Paris Club of rich")
    assert find("The Paris Club was founded.\n\nA Paris Club opened.", made) is None


def test_words_at_the_end_of_a_paragraph_are_found_where_a_typing_error_makes_others_alike():
    text = "A Sunbury man. A Sundbury man. A Sunbury man."
    last, wrong = text.rindex("Sunbury"), text.index("Sundbury")
    name = anchor(text, last, last + 7)
    read = Correction("read", "Sunbury", (anchor(text, wrong, wrong + 8),))
    emended = emend(text, [read]).text
    place = find(emended, name)
    assert place is not None
    assert place.start == emended.rindex("Sunbury")


@settings(max_examples=50)
@given(st.lists(LINES, min_size=1, max_size=6), st.lists(LINES, min_size=1, max_size=6))
def test_what_was_edited_makes_the_edited_words_of_the_old(old, new):
    before, after = (
        "\n\n".join(" ".join(line.split()) or "a" for line in lines) for lines in (old, new)
    )
    edits = text_edits(before, after)
    kept = [p for n, p in enumerate(after.split("\n\n")) if n not in edits.own]
    assert edits.text == "\n\n".join(kept) or not kept
    assert emend(before, edits.corrections).text == edits.text or not edits.text


def test_a_typing_error_is_told_by_its_word():
    (correction,) = text_edits("He saw teh dog.", "He saw the dog.").corrections
    assert (correction.words, correction.value) == ("teh", "the")
    (correction,) = text_edits("He saw a dog.", "He saw a big dog.").corrections
    assert (correction.words, correction.value) == ("a", "a big")


@pytest.mark.parametrize(
    ("correction", "left"),
    [
        (said_of(TEXT, "Paris Club", "name", "none"), {"Lisbon", "Mary Miller", "Tuesday"}),
        (
            said_of(TEXT, "Paris Club", "name", "org:paris-club"),
            {"Paris Club", "Lisbon", "Mary Miller", "Tuesday"},
        ),
        (
            said_of(TEXT, "Tuesday", "date", "none"),
            {"Paris Club", "Lisbon", "Mary Miller"},
        ),
        (
            said_of(TEXT, "on Tuesday", "date", "2021-03-09"),
            {"Paris Club", "Lisbon", "Mary Miller", "on Tuesday"},
        ),
    ],
)
def test_a_correction_of_a_name_or_date_leaves_the_others(correction, left):
    laid = lay_over(TEXT, FOUND, [correction])
    assert not laid.lost
    found = laid.annotations
    assert {words(TEXT, mark) for mark in (*found.mentions, *found.moments)} == left
    assert {e.id for e in found.entities} == {m.entity for m in found.mentions}


def test_words_are_somebody_wherever_they_stand_and_so_is_what_is_said_there():
    everywhere = [
        Correction("name", "person:ann-miller", (Anchor(some, nth=ALL),))
        for some in ("Mary Miller", "Miller", "Club")
    ]
    laid = lay_over(TEXT, FOUND, everywhere)
    assert not laid.lost
    found = laid.annotations
    marks = {words(TEXT, m) for m in found.mentions if m.entity == "person:ann-miller"}
    assert marks == {"Mary Miller", "Miller", "Club"}  # not in "Paris Club", a name of its own
    assert [q.by for q in found.quotations] == ["person:ann-miller"]
    assert [r.by for r in found.reports] == ["person:ann-miller"]
    half = lay_over(TEXT, FOUND, everywhere[1:2]).annotations
    assert [q.by for q in half.quotations] == ["person:mary-miller"]
    assert lay_over(f"{TEXT} Miller left.", FOUND, everywhere).annotations.mentions[-1].end == (
        len(TEXT) + len(" Miller")
    )
    none = lay_over(TEXT, FOUND, [Correction("name", "none", (Anchor("Lisbon", nth=ALL),))])
    assert "Lisbon" not in {words(TEXT, m) for m in none.annotations.mentions}
    (lost,) = lay_over(TEXT, FOUND, [Correction("name", "none", (Anchor("Lis", nth=ALL),))]).lost
    assert "gone" in lost.says


def test_a_quotation_is_somebody_elses_or_nobodys_or_none():
    quotation = "It took three years"
    (said,) = lay_over(
        TEXT, FOUND, [said_of(TEXT, quotation, "speaker", "person:ann-lowe")]
    ).annotations.quotations
    assert (said.by, said.cue, said.parts) == (
        "person:ann-lowe",
        "said",
        FOUND.quotations[0].parts,
    )
    nobodys = said_of(TEXT, quotation, "speaker", "nobody", who="a spokesman")
    (said,) = lay_over(TEXT, FOUND, [nobodys]).annotations.quotations
    assert (said.by, said.who) == (None, "a spokesman")
    none = said_of(TEXT, quotation, "quotation", "none")
    assert not lay_over(TEXT, FOUND, [none]).annotations.quotations


def test_what_cannot_be_laid_over_is_told_with_its_words():
    crossing = said_of(TEXT, "years,” Mary", "name", "person:mary-miller")
    gone = Correction("name", "none", (Anchor("Ann Lowe", before="said "),))
    laid = lay_over(TEXT, FOUND, [crossing, gone])
    assert [lost.says for lost in laid.lost] == [
        "“years,” Mary”, name: person:mary-miller: it would cross another mark",
        "“Ann Lowe”, name: none: these words are gone from the story",
    ]
    assert laid.annotations == FOUND


def test_a_doubt_is_settled_by_what_is_said_of_its_words():
    found = replace(FOUND, doubts=(Doubt("name", 4, 14, "?"), Doubt("time", 32, 39, "?")))
    left = lay_over(TEXT, found, [said_of(TEXT, "Paris Club", "name", "org:paris-club")])
    assert [doubt.about for doubt in left.annotations.doubts] == ["time"]
    left = lay_over(TEXT, found, [said_of(TEXT, "Tuesday", "settled", "time")])
    assert [doubt.about for doubt in left.annotations.doubts] == ["name"]


EDITED = {
    "another person": ("(person:mary-miller)", "(person:ann-lowe)"),
    "no name": ("[Lisbon](place:lisbon)", "Lisbon"),
    "a new name": ("three years", "[three years](work:three-years)"),
    "another date": ("(date:2021-03-02 ", "(date:2021-03-09 "),
    "another speaker": ("by=mary-miller cue=said", "by=ann-lowe cue=said"),
    "a report of nobody": ("{.report by=mary-miller cue=added lemma=add}", "{.report}"),
    "another source": ("{.report by=mary-miller", '{.report who="an aide"'),
    "no report": (
        "[The Paris Club of rich creditors is no club]{.report by=mary-miller cue=added lemma=add}",
        "The Paris Club of rich creditors is no club",
    ),
    "a heading": ("\n\nThe [Paris", "\n\n## The [Paris"),
    "emphasis": ("no club", "*no* club"),
    "another word": ("worth it", "worth more"),
    "a word less": ("in [Lisbon](place:lisbon) ", ""),
    "the timeline elsewhere": ("\n\n“It", "\n\n[TIMELINE]\n\n“It"),
    "a picture": ("\n\nThe Paris Club of", "\n\n![A club](/images/club.png)\n\nThe Paris Club of"),
    "a paragraph of one's own": (
        "\n\nThe Paris Club of",
        "\n\nNot seen before.\n\nThe Paris Club of",
    ),
    "a paragraph on top": ("The [Paris Club]", "Correction: all wrong.\n\nThe [Paris Club]"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITED)
def test_a_hand_edit_is_what_it_says_and_makes_the_same_article_again(edit):
    body = write_body(TEXT, FOUND)
    edited = body.replace("(topic:paris-club)", "(org:paris-club)").replace(*EDITED[edit])
    assert edited != body
    edits = body_edits(TEXT, FOUND, edited, FOUND.entities)
    assert edits.whole
    laid = lay_over(edits.text, FOUND, edits.corrections) if edits.text == TEXT else None
    if laid:
        assert not laid.lost
        again = lay_blocks(write_body(TEXT, laid.annotations), TEXT, edits.blocks)
        assert read_body(again.body, "a", FOUND.entities) == read_body(edited, "a", FOUND.entities)


def test_a_small_edit_is_one_small_fact():
    body = write_body(TEXT, FOUND)
    for name, about in (
        ("no name", "name"),
        ("another speaker", "speaker"),
        ("another source", "report"),
        ("emphasis", "written"),
    ):
        edits = body_edits(TEXT, FOUND, body.replace(*EDITED[name]), FOUND.entities)
        assert [c.about for c in (*edits.corrections, *edits.blocks)] == [about]


@settings(max_examples=40)
@given(annotated(), st.data())
def test_any_edit_of_marks_is_whole(pair, data):
    """Whatever is marked otherwise, the corrections make the edited article of the old one."""
    text, was = pair[0].text, pair[1]
    used = data.draw(st.sampled_from(["all", "names", "reports", "none"]))
    now = {
        "all": Annotations(entities=()),
        "names": replace(was, mentions=was.mentions[::2]),
        "reports": replace(was, reports=was.reports[::2]),
        "none": was,
    }[used]
    edits = body_edits(text, was, write_body(text, now), now.entities)
    assert edits.whole
    laid = lay_over(text, was, edits.corrections)
    assert not laid.lost
    assert laid.annotations.mentions == now.mentions
    assert laid.annotations.moments == now.moments
    assert laid.annotations.reports == now.reports
    assert [q.parts for q in laid.annotations.quotations] == [q.parts for q in now.quotations]


CORRECTIONS = st.builds(
    Correction,
    about=st.sampled_from(["name", "read", "note", "written", "head", "declared"]),
    value=st.text(max_size=30).filter(
        lambda t: max(t, default="a") < "\ud800" or max(t) > "\udfff"
    ),
    at=st.lists(
        st.builds(
            Anchor,
            words=st.text("ab\n# -:'\"é\u2028\x85", min_size=1),
            before=st.text("ab\n# -:'", max_size=5),
            nth=st.integers(ALL, 3),
        ),
        max_size=2,
    ).map(tuple),
    more=st.dictionaries(st.sampled_from(["by", "is", "who"]), st.text("ab: \n#", max_size=5)),
    on=st.just(""),
)


@settings(max_examples=8)
@given(st.lists(CORRECTIONS, max_size=4))
def test_what_is_written_into_a_file_is_read_from_it(tmp_path_factory, corrections):
    path = tmp_path_factory.mktemp("c") / "a.yaml"
    for correction in corrections:
        add_corrections(path, [correction])
        assert correction in load_corrections(path)
    kept = load_corrections(path)
    assert remove_corrections(path, kept) == len(kept)
    assert not path.exists()


def test_a_file_keeps_its_comments_and_what_is_not_changed(tmp_path):
    path = tmp_path / "corrections" / "a.yaml"
    path.parent.mkdir()
    path.write_text(
        "# Mine\n\n- words: Paris Club\n  name: none # sure\n\n# Seen twice\n"
        "- {words: Lisbon, name: none}\n",
        encoding="utf-8",
    )
    first, second = load_corrections(path)
    add_corrections(path, [Correction("name", "place:lisbon", second.at, on="2026-03-01")])
    assert path.read_text("utf-8") == (
        "# Mine\n\n- words: Paris Club\n  name: none # sure\n\n# Seen twice\n"
        "- words: Lisbon\n  name: place:lisbon\n  'on': '2026-03-01'\n"
    )
    remove_corrections(path, [first])
    assert path.read_text("utf-8").startswith("# Mine\n\n\n# Seen twice\n- words: Lisbon\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- words: a\n  nam: none\n", "a.yaml:1: an entry that says nothing; expected one of name"),
        ("- words: a\n  name: none\n  date: none\n", "a.yaml:1: an entry that says name, date"),
        ("words: a\n", "a.yaml:1: no list"),
        ("- a\n", "a.yaml:1: an entry that is no mapping"),
        ("- words: [\n", "a.yaml:2: cannot be read as YAML here"),
        ("- {words: a, nth: b, name: none}\n", "a.yaml:1: nth 'b'; expected a number"),
        ('- words: a\n  note: "\\ud83d"\n', "a.yaml:2: half a character (a lone surrogate)"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(tmp_path, text, says):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionsError) as raised:
        load_corrections(path)
    assert says in str(raised.value)


def test_of_equal_paragraphs_each_that_is_read_otherwise_is_kept(tmp_path):
    path = tmp_path / "a.yaml"
    old, new = ("\n\n".join([line] * 3) for line in ("It is no use.", "It is of use."))
    reads = text_edits(old, new).corrections
    assert reads[0] == reads[1]
    add_corrections(path, reads[:1])
    add_corrections(path, reads[1:2], reads[:1])
    add_corrections(path, reads[1:2], reads[:1])  # a build that was killed finds it again
    add_corrections(path, reads[2:], reads[:2])
    assert emend(old, load_corrections(path)).text == new
    assert remove_corrections(path, reads[1:2]) == 1
    assert len(load_corrections(path)) == 2
