"""People are filed under their surnames, whatever these are made of."""

from __future__ import annotations

import pytest
from gloss.digest.model import Name, Named
from gloss.digest.names import name_order
from gloss.pages.filing import filed

FILED = {
    "Tony Blair": "Blair, Tony",
    "Ruud van Nistelrooy": "van Nistelrooy, Ruud",
    "Ursula von der Leyen": "von der Leyen, Ursula",
    "Martin Luther King Jr.": "King, Martin Luther, Jr.",
    "John Paul II": "John Paul II",
    "Madonna": "Madonna",
    "Al Gore": "Gore, Al",
}


@pytest.mark.parametrize("name", FILED)
def test_a_person_is_filed_under_the_surname(name):
    assert filed(Name("person:x", name, "person")) == FILED[name]


def called(name: str, *forms: str) -> Name:
    return Name("person:x", name, "person", named=(Named("person:x", name, 1, forms),))


def test_whom_stories_call_by_the_first_word_has_the_family_name_first():
    wen = called("Wen Jiabao", "Wen")
    assert filed(wen) == "Wen Jiabao"
    lowe = called("Ann Lowe", "Ann", "Lowe")
    assert filed(lowe) == "Lowe, Ann"


def test_what_is_no_person_is_filed_as_it_is_called():
    assert filed(Name("org:x", "Tony Blair Institute", "org")) == "Tony Blair Institute"


def test_the_order_is_that_of_the_surnames():
    names = [Name("person:x", name, "person") for name in FILED]
    said = sorted(map(filed, names), key=name_order)
    assert (
        said.index("Blair, Tony") < said.index("Gore, Al") < said.index("King, Martin Luther, Jr.")
    )
