"""Files as systems, sync programs and office programs leave them."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.store.file_names import copies_among, in_one_form
from gloss.store.stamps import stamps_in

COPIES = [
    "rain (Ann's conflicted copy 2019-01-02).txt",
    "rain (conflicted copy 2019-01-02 101112).txt",
    "rain (Case Conflict 1).txt",
    "rain.sync-conflict-20190102-101112-ABCDEFG.txt",
    "rain_conflict-20190102-101112.txt",
    "rain [Conflict].txt",
    "rain-conflict-20190102.txt",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_conflict_is_told_from_its_original(name: str) -> None:
    assert copies_among(["rain.txt", name, "snow.txt"]) == {name: "rain.txt"}
    assert copies_among([name, "snow.txt"]) == {}, "without its original it is the file itself"


@pytest.mark.parametrize("name", ["rain (2).txt", "a conflicted copy.txt", "rain-again.txt"])
def test_other_names_are_no_copies(name: str) -> None:
    assert copies_among(["rain.txt", "a.txt", name]) == {}


def test_accents_are_written_in_one_way() -> None:
    assert in_one_form("cafe\u0301.txt") == in_one_form("café.txt") == "café.txt"


def test_what_programs_leave_beside_a_file_is_no_file(tmp_path: Path) -> None:
    for name in ("rain.txt", "~$rain.txt", ".~lock.rain.txt#", ".rain.txt", "Snow.TXT", COPIES[0]):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert list(stamps_in(tmp_path, ".txt")) == ["Snow.TXT", "rain.txt"]
