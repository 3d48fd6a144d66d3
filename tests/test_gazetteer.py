"""Places and peoples under the names that news uses."""

from __future__ import annotations

import pytest
from gloss.gazetteer import country_of_people, is_region, locate, people_named, place_named

COUNTRIES = {
    "US": "United States",
    "U.S.": "United States",
    "the United States of America": "United States",
    "UK": "United Kingdom",
    "Britain": "United Kingdom",
    "Holland": "Netherlands",
    "the Netherlands": "Netherlands",
    "South Korea": "South Korea",
    "Côte d'Ivoire": "Ivory Coast",
    "Cote d’Ivoire": "Ivory Coast",
    "Burma": "Myanmar",
    "Vatican": "Vatican City",
}


@pytest.mark.parametrize("name", COUNTRIES)
def test_countries_have_one_name(name):
    place = place_named(name)
    assert place is not None
    assert place.kind == "country"
    assert place.name == COUNTRIES[name]
    assert place.same_as == f"https://sws.geonames.org/{place.geonames}/"


@pytest.mark.parametrize("name", ["us", "Georgia", "New York", "Washington", "Springfield", "Ida"])
def test_what_is_in_doubt_is_no_place(name):
    assert place_named(name) is None


def test_cities_are_the_far_larger_one_or_the_one_in_the_country_named():
    assert place_named("Paris").country == "FR"
    assert place_named("Paris", "Texas").region == "TX"
    assert place_named("Paris", "US").region == "TX"
    assert place_named("Paris", "JP") is None
    assert place_named("Kiev").name == "Kyiv"


def test_places_lie_somewhere():
    oslo = place_named("Oslo")
    assert (round(oslo.latitude), round(oslo.longitude)) == (60, 11)
    assert place_named("United Kingdom").latitude is not None
    assert place_named("Europe").kind == "continent"


def test_states_go_by_short_forms_with_their_point():
    assert place_named("Fla.").name == "Florida"
    assert is_region("N.Y.")
    assert not is_region("Miss")


def test_a_place_is_found_again_by_its_address():
    paris = place_named("Paris", "Texas")
    assert locate("Paris", (paris.same_as,)) == paris
    assert locate("Paris") == place_named("Paris")
    assert locate("Paris", ("https://example.org/paris",)) is None


PEOPLES = {
    "Danes": ("Danish", "Denmark"),
    "Dane": ("Danish", "Denmark"),
    "French": ("French", "France"),
    "Spaniards": ("Spanish", "Spain"),
    "Kenyans": ("Kenyan", "Kenya"),
    "Britons": ("British", "United Kingdom"),
    "Muslims": ("Muslim", None),
    "Republicans": ("Republican", None),
}


@pytest.mark.parametrize("form", PEOPLES)
def test_peoples_have_one_name_and_a_country_if_they_are_a_nation(form):
    name, country = PEOPLES[form]
    assert people_named(form).name == name
    found = country_of_people(form)
    assert (found.name if found else None) == country


@pytest.mark.parametrize("word", ["polish", "turkey", "Ida", "danish", ""])
def test_other_words_are_no_people(word):
    assert people_named(word) is None
