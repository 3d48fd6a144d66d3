"""What must be sure of a name is that it is one; of its kind one can be asked."""

from __future__ import annotations

import pytest
from gloss.annotate.candidate import Candidate
from gloss.annotate.entities.confidence import asks_for_kind, hide_doubtful
from gloss.annotate.tagger.tagged import KINDS


def named(**probs: float) -> Candidate:
    row = tuple(probs.get(kind, 0.0) for kind in KINDS)
    return Candidate(0, 4, "Acme", row)


@pytest.mark.parametrize(
    ("name", "is_shown", "is_asked_about"),
    [
        (named(org=0.97), True, False),
        (named(org=0.42, person=0.4, place=0.1), True, True),
        (named(org=0.42), False, True),
        (named(org=0.6), True, False),
        (Candidate(0, 4, "Acme", entity="org:acme", sure=1.0), True, False),
    ],
)
def test_a_name_is_shown_if_it_is_one_and_its_kind_is_asked_where_it_is_not_sure(
    name, is_shown, is_asked_about
):
    shown, doubtful = hide_doubtful([name])
    assert (len(shown), len(doubtful)) == ((1, 0) if is_shown else (0, 1))
    assert asks_for_kind([*shown, *doubtful]) == is_asked_about


def test_a_thing_is_not_asked_about_if_one_mention_says_of_what_kind_it_is():
    unsure, sure = hide_doubtful([named(org=0.45, person=0.45), named(org=0.97)])[0]
    assert not asks_for_kind([unsure, sure])
