"""How examples are varied: the labels must stay with their words."""

import random

import pytest
from gloss.annotate.tagger.pieces import split_words

from training.augment import NamePool, swap_names, vary
from training.examples import ANY, LABELS, OUTSIDE, chunk_example, name_labels
from training.invented import dateline, invent_organisation
from training.marks import Document, Entity
from training.prepare import make_pool

TEXT = "Ada Lovelace met Babbage in Turin, and Ada Lovelace wrote it down."
MARKS = (
    Entity(0, 12, "person"),
    Entity(17, 24, "person"),
    Entity(28, 33, "place"),
    Entity(39, 51, "person"),
)


@pytest.fixture
def example():
    return chunk_example(Document("docred", TEXT, MARKS), split_words(TEXT))


def runs(words, allowed):
    """Give the names that the labels spell."""
    found = []
    for word, labels in zip(words, allowed, strict=True):
        label = LABELS[labels.bit_length() - 1]
        if label[0] == "B":
            found.append((word, label[2:]))
        elif label[0] == "I":
            found[-1] = (f"{found[-1][0]} {word}", label[2:])
    return found


def test_a_name_that_comes_twice_is_replaced_alike(example, monkeypatch):
    monkeypatch.setattr("training.augment.COIN", 0)
    pool = NamePool({"person": [("Wu", "Li", "Na")], "org": [], "place": [("Oslo",)]})
    for seed in range(20):
        found = runs(*swap_names(example, pool, random.Random(seed)))
        assert found[0] == found[3]
        assert found[0][0] in {"Ada Lovelace", "Wu Li Na"}
        assert found[2][0] in {"Turin", "Oslo"}
        assert [kind for _, kind in found] == ["person", "person", "place", "person"]


def test_every_variant_has_a_label_set_for_each_word(example):
    pool = make_pool([example])
    pool.names["org"].append(("Acme",))
    for seed in range(200):
        words, allowed = vary(example, pool, random.Random(seed))
        assert len(words) == len(allowed)
        assert all(0 < labels <= ANY for labels in allowed)


def test_the_same_seed_gives_the_same_variant(example):
    pool = make_pool([example])
    assert vary(example, pool, random.Random(7)) == vary(example, pool, random.Random(7))


def test_a_dateline_names_a_place_first():
    for seed in range(20):
        words, allowed = dateline(("Cape", "Town"), random.Random(seed))
        place, *agency = runs(words, allowed)
        assert (place[0].lower(), place[1]) == ("cape town", "place")
        assert {kind for _, kind in agency} <= {"org"}
        assert allowed[-1] == OUTSIDE


def test_an_invented_organisation_is_a_name():
    for seed in range(50):
        name = invent_organisation(("Ada", "Lovelace"), ("Turin",), random.Random(seed))
        assert name[0][0].isupper()
        assert len(name_labels("org", len(name))) == len(name)
