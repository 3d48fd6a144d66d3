"""What is done to the training data before the model sees it."""

import json
import random

import pytest
from gloss.annotate.tagger.pieces import split_words

from training.cleaning import clean
from training.examples import ANY, LABELS, OUTSIDE, chunk_example, sample_epoch
from training.kinds import MAYBE, MISC
from training.marks import Document, Entity
from training.sources import split_source


def mark(source, text, name, kind):
    start = text.index(name)
    cleaned = clean(source, text, Entity(start, start + len(name), kind))
    return cleaned and (text[cleaned.start : cleaned.end], cleaned.kind)


@pytest.mark.parametrize(
    ("source", "text", "name", "kind", "expected"),
    [
        ("docred", "a Catholic school in Cork", "Catholic", "ORG", ("Catholic", "group")),
        ("gum", "Ghana beat Togo", "Ghana", "org", ("Ghana", "place")),
        ("gum", "Peru's Ana Rojas won", "Peru's Ana Rojas", "person", ("Peru's Ana Rojas", "?")),
        ("gum", "with President Ann Lee", "President Ann Lee", "person", ("Ann Lee", "person")),
        ("gum", "the Home Secretary said", "Home Secretary", "person", ("Home Secretary", "?")),
        ("gum", "born in April", "April", "MISC", None),
        ("docred", "an Italian school", "Italian", "LOC", ("Italian", "group")),
        ("crossner", "She plays blues", "blues", "musicgenre", None),
        ("crossner", "Clustering is old", "Clustering", "field", ("Clustering", "?")),
        ("crossner", "and Mad World sold", "Mad World", "song", ("Mad World", "work")),
        ("crossner", "in Sweeney Todd she", "Sweeney Todd", "misc", ("Sweeney Todd", MISC)),
        ("crossner", "the WH2 domain was", "WH2 domain", "misc", ("WH2 domain", MAYBE)),
        ("wnut17", "saw iCarly twice", "iCarly", "creative-work", ("iCarly", "work")),
        ("ewt", "at the Hilton tonight", "the Hilton", "org", ("Hilton", "org")),
        ("docred", "saw The Thinker", "The Thinker", "MISC", ("The Thinker", MISC)),
        ("btc", "thanks @annalee", "@annalee", "person", ("@annalee", "?")),
        ("btc", "lunch @ noon", "@", "org", ("@", "?")),
        ("wnut17", "saw Kim's car", "Kim's", "person", ("Kim", "person")),
        ("docred", "born in Cork", "Cork", "place", ("Cork", "place")),
    ],
)
def test_a_mark_is_brought_to_the_common_scheme(source, text, name, kind, expected):
    assert mark(source, text, name, kind) == expected


def labels_of(source, text, *entities):
    marks = tuple(Entity(text.index(n), text.index(n) + len(n), kind) for n, kind in entities)
    return chunk_example(Document(source, text, marks), split_words(text)).allowed


def bit(label):
    return 1 << LABELS.index(label)


def test_a_name_begins_once_and_goes_on():
    text = "Ada Lovelace wrote"
    assert labels_of("docred", text, ("Ada Lovelace", "person")) == (
        bit("B-person"),
        bit("I-person"),
        OUTSIDE,
    )


def test_a_name_of_several_kinds_may_be_any_of_them():
    text = "Oslo Notes came out"
    assert labels_of("docred", text, ("Oslo Notes", "org|work")) == (
        bit("B-org") | bit("B-work"),
        bit("I-org") | bit("I-work"),
        OUTSIDE,
        OUTSIDE,
    )


def test_names_side_by_side_both_begin():
    text = "Lima Peru"
    assert labels_of("docred", text, ("Lima", "place"), ("Peru", "place")) == (bit("B-place"),) * 2


def test_where_a_source_marks_no_peoples_a_capital_may_be_one():
    text = "Then the Danish team, then rain"
    allowed = labels_of("ewt", text)
    assert allowed[2] == OUTSIDE | sum(bit(f"{part}-{k}") for part in "BI" for k in MISC.split("|"))
    assert allowed[0] == OUTSIDE  # the chunk has "then" as well: no name
    assert allowed[-1] == OUTSIDE
    assert labels_of("gum", text)[2] == ANY
    assert labels_of("docred", text)[2] == OUTSIDE


def test_the_same_documents_are_held_out_every_time(tmp_path):
    rows = [{"text": f"Text {n}", "entities": []} for n in range(40)]
    (tmp_path / "ewt.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    kept, held_out = split_source(tmp_path, "ewt")
    assert (kept, held_out) == split_source(tmp_path, "ewt")
    assert len(held_out) == 2
    assert {d.text for d in kept + held_out} == {row["text"] for row in rows}


def test_an_epoch_draws_each_source_by_its_weight():
    sources = {"a": list(range(10)), "b": list(range(10, 20))}
    drawn = sample_epoch(sources, {"a": 2.0, "b": 0.5}, random.Random(1))
    assert sum(n < 10 for n in drawn) == 20
    assert len({n for n in drawn if n >= 10}) == 5
