"""Openings of stories, filled with names."""

import random

import pytest
from gloss.annotate.tagger.tagged import LABELS

from training.augment import NamePool
from training.examples import OUTSIDE
from training.openings import SLOT, fill, fill_openings, read_openings

POOL = NamePool(
    {
        "person": [("Mary", "Quill"), ("Omar", "Haddad")],
        "org": [("Northern", "Rail"), ("Kestrel",)],
        "place": [("Leeds",), ("Port", "Louis")],
    }
)


def test_each_slot_is_a_name_and_the_rest_is_not():
    example = fill("{o1} of {l1} hired {p1}.", POOL, random.Random(3))
    assert [name.kind for name in example.names] == ["org", "place", "person"]
    inside = {n for name in example.names for n in range(name.first, name.last)}
    for n, labels in enumerate(example.allowed):
        assert (labels == OUTSIDE) == (n not in inside)
    first = example.names[1].first
    assert LABELS[example.allowed[first].bit_length() - 1] == "B-place"


def test_one_number_is_one_name_and_a_last_name_its_persons():
    for seed in range(20):
        example = fill("{p1} met {p2}. {s1} thanked {p2}.", POOL, random.Random(seed))
        full, other, last, again = [example.words[n.first : n.last] for n in example.names]
        assert last == full[-1:]
        assert other == again


@pytest.mark.parametrize("opening", read_openings())
def test_every_opening_can_be_filled(opening):
    assert SLOT.search(opening)
    example = fill(opening, POOL, random.Random(opening))
    assert not {"{", "}"} & set(example.words)
    assert len(example.words) == len(example.allowed)


def test_the_same_seed_fills_alike():
    first, again = (list(fill_openings(POOL, 2, random.Random(5))) for _ in range(2))
    assert first == again
    assert len(first) == 2 * len(read_openings())
