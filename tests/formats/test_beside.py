"""What a script is given to put two names beside each other."""

from __future__ import annotations

import json

import pytest
from gloss.digest.marks import Marks
from gloss.formats.beside import beside_files, file_number

from tests.pages.conftest import article, digest_of

__all__ = ["digest_of"]


@pytest.mark.parametrize(
    ("id_", "number"), [("person:ann-lee", 26), ("place:sel", 42), ("person:zoë", 15), ("", 5)]
)
def test_a_name_is_in_the_file_that_the_script_asks(id_, number):
    assert file_number(id_, 64) == number  # as tests/node/with.test.js has it


def test_a_name_of_several_stories_has_what_it_said_and_when(digest_of):
    said = (
        "[“The pier is ours,”]{.quote by=ann-lee} said [Ann Lee](person:ann-lee) in "
        "[2014](date:2014)."
    )
    digest = digest_of(
        article("one", said, Published="2016-05-01", Source="Wire"),
        article("two", "[Ann Lee](person:ann-lee) met [Bo Hart](person:bo-hart)."),
    )
    [file] = beside_files(digest, Marks(digest), str)
    assert file.path == "with/0.json"
    told = json.loads(file.make())
    assert list(told["names"]) == ["person:ann-lee"], "the other is in one story alone"
    ann = told["names"]["person:ann-lee"]
    assert [told["stories"][number] for number in ann["stories"]] == [
        ["stories/two/", "Two", "", ""],
        ["stories/one/", "One", "2016-05-01", "Wire"],
    ]
    assert [(at, words) for at, _, words in ann["said"]] == [(1, "The pier is ours,")]
    dates = [told["dates"][number] for number in ann["dates"]]
    assert [(at, order, day) for at, _, order, day, _ in dates] == [(1, "2014-01-01", "2014")]
    assert ann["beside"] == []
