"""What is done to the training data before the model sees it."""

import json
import random

import pytest
from gloss.annotate.tagger.pieces import split_words

from training.cleaning import Entity, clean
from training.examples import ANY, LABELS, OUTSIDE, OUTSIDE_OR_MISC, chunk_example, sample_epoch
from training.sources import Document, split_source


def mark(source, text, name, kind):
    start = text.index(name)
    cleaned = clean(source, text, Entity(start, start + len(name), kind))
    return cleaned and (text[cleaned.start : cleaned.end], cleaned.kind)


@pytest.mark.parametrize(
    ("source", "text", "name", "kind", "expected"),
    [
        ("docred", "a Catholic school in Cork", "Catholic", "ORG", ("Catholic", "MISC")),
        ("gum", "Ghana beat Togo", "Ghana", "ORG", ("Ghana", "LOC")),
        ("gum", "Peru's Ana Rojas won", "Peru's Ana Rojas", "PER", ("Peru's Ana Rojas", "?")),
        ("gum", "with US President Ann Lee", "US President Ann Lee", "PER", ("Ann Lee", "PER")),
        ("gum", "the Home Secretary said", "Home Secretary", "PER", ("Home Secretary", "?")),
        ("gum", "born in April", "April", "MISC", None),
        ("crossner", "She plays blues", "blues", "MISC", None),
        ("crossner", "Clustering is old", "Clustering", "MISC", ("Clustering", "?")),
        ("ewt", "at the Hilton tonight", "the Hilton", "ORG", ("Hilton", "ORG")),
        ("docred", "saw The Thinker", "The Thinker", "MISC", ("The Thinker", "MISC")),
        ("btc", "thanks @annalee", "@annalee", "PER", ("@annalee", "?")),
        ("btc", "lunch @ noon", "@", "ORG", ("@", "?")),
        ("wnut17", "saw Kim's car", "Kim's", "PER", ("Kim", "PER")),
        ("docred", "born in Cork", "Cork", "LOC", ("Cork", "LOC")),
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
    assert labels_of("docred", text, ("Ada Lovelace", "PER")) == (
        bit("B-PER"),
        bit("I-PER"),
        OUTSIDE,
    )


def test_names_side_by_side_both_begin():
    text = "Lima Peru"
    assert labels_of("docred", text, ("Lima", "LOC"), ("Peru", "LOC")) == (bit("B-LOC"),) * 2


def test_where_a_source_marks_no_peoples_a_capital_may_be_one():
    text = "Then the Danish team, then rain"
    allowed = labels_of("ewt", text)
    assert allowed[2] == OUTSIDE_OR_MISC
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
