"""Places and peoples under the names that news uses."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from gloss.gazetteer import (
    company_address,
    compiled,
    country_of_people,
    is_region,
    locate,
    people_named,
    place_named,
    state_named,
    well_known,
)
from gloss.gazetteer.compile import TABLES
from gloss.gazetteer.compiled import SUMS
from gloss.gazetteer.table import KeyedTable, write_table

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


@pytest.mark.parametrize(
    ("name", "south", "north", "west", "east"),
    [("Ohio", 38, 42, -85, -80), ("Texas", 25, 37, -107, -93), ("Hawaii", 18, 23, -161, -154)],
)
def test_states_lie_where_they_are(name, south, north, west, east):
    state = state_named(name)
    assert state is not None
    assert state.kind == "state"
    assert south < state.latitude < north
    assert west < state.longitude < east


def test_people_of_a_state_and_of_a_party():
    assert people_named("Ohioans") == people_named("Ohioan")
    assert country_of_people("Ohioans").name == "United States"
    assert people_named("Republicans").party
    assert not people_named("Danes").party


@pytest.mark.parametrize("form", ["ISIS", "ISIL", "the Islamic State", "Daesh"])
def test_what_needs_no_introduction_goes_by_one_name(form):
    known = well_known(form)
    assert (known.name, known.kind) == ("Islamic State", "org")


def test_a_word_in_small_letters_is_no_well_known_name():
    assert well_known("gop") is None
    assert well_known("GOP").name == "Republican Party"


def test_listed_companies_have_their_page_with_or_without_a_legal_form():
    page = "https://en.wikipedia.org/wiki/Apple_Inc."
    assert company_address("Apple") == company_address("Apple Inc.") == page


@pytest.mark.parametrize("name", ["Universal", "Orange", "Velora", "Next", ""])
def test_a_word_that_may_mean_something_else_has_no_page(name):
    assert company_address(name) is None


def test_a_country_is_no_people_that_is_called_like_it():
    assert people_named("Philippine").country == "PH"
    assert people_named("Philippines") is None
    assert place_named("Philippines").kind == "country"


def run_in_a_home(home: Path) -> str:
    """Ask for a city in a process of its own, with a cache of its own."""
    code = "from gloss.gazetteer import place_named; print(place_named('Lisbon').geonames)"
    env = os.environ | {"XDG_CACHE_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose cache holds the tables."""
    folder = tmp_path_factory.mktemp("home")
    assert run_in_a_home(folder) == "2267057\n"
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the cache has another address")
def test_the_tables_are_made_once_and_where_nothing_can_be_written_all_the_same(tmp_path, home):
    (folder,) = (home / "gloss").iterdir()
    made = {table.name: table.stat().st_mtime_ns for table in folder.iterdir()}
    assert made.keys() == {*TABLES, SUMS}
    assert run_in_a_home(home) == "2267057\n"
    assert {table.name: table.stat().st_mtime_ns for table in folder.iterdir()} == made
    (tmp_path / "file").touch()
    assert run_in_a_home(tmp_path / "file") == "2267057\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the cache has another address")
def test_tables_that_are_cut_or_gone_are_made_again(tmp_path, home):
    shutil.copytree(home / "gloss", tmp_path / "gloss")
    (folder,) = (tmp_path / "gloss").iterdir()
    made = {table.name: table.read_bytes() for table in folder.iterdir()}
    (folder / "cities.tsv").write_bytes(made["cities.tsv"][:1000])
    (folder / "regions.tsv").unlink()
    assert run_in_a_home(tmp_path) == "2267057\n"
    assert {table.name: table.read_bytes() for table in folder.iterdir()} == made


def test_tables_for_which_the_cache_has_no_room_are_made_elsewhere(tmp_path, monkeypatch):
    def written(folder: Path) -> None:
        (folder / "cities.tsv").write_bytes(b"half of")
        if folder.is_relative_to(tmp_path / "cache"):
            raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "cache").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setattr(compiled, "user_cache_path", lambda _: tmp_path / "cache")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    monkeypatch.setattr("gloss.gazetteer.compile.write_tables", written)
    folder = compiled.tables.__wrapped__()
    assert folder.is_relative_to(tmp_path / "elsewhere")
    assert {path.name for path in folder.iterdir()} == {"cities.tsv", SUMS}
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_table_gives_every_row_of_a_key_in_order_and_no_other(tmp_path):
    rows = [("san josé", ("2",)), ("san", ("1",)), ("san josé", ("3",)), ("zug", ("",))]
    write_table(tmp_path / "some.tsv", iter(rows))
    table = KeyedTable(str(tmp_path / "some.tsv"))
    asked = {key: list(table.of(key)) for key in ("san josé", "san", "zug", "s", "", "zz", "san j")}
    assert {key: found for key, found in asked.items() if found} == {
        "san josé": [("2",), ("3",)],
        "san": [("1",)],
        "zug": [("",)],
    }
