"""What docs/times.md says of values is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs" / "times.md"
ROWS = [
    (cells[0], *(re.findall(r"`([^`]+)`", cell) for cell in cells[1:]))
    for line in DOCS.read_text(encoding="utf-8").splitlines()
    if (cells := [cell.strip() for cell in line.strip("|").split("|")]) and len(cells) == 3
]
ONE_VALUE = [row for row in ROWS if len(row[1]) == 1 and ";" not in row[0] and "," not in row[0]]


@pytest.mark.parametrize(("written", "value", "edtf"), ONE_VALUE, ids=lambda v: str(v))
def test_a_value_is_as_documented(written, value, edtf, times):
    (found,) = times(f"It was closed in {written} and opened again.")
    assert [found.value] == value
    assert found.edtf == (edtf[0] if edtf else found.value)


def test_the_table_is_read():
    assert len(ONE_VALUE) >= 12


def test_files_and_options_that_are_named_exist():
    text = DOCS.read_text(encoding="utf-8")
    grammar = Path(__file__).parents[3] / "plugins" / "gloss" / "lexicon" / "en" / "times"
    named = set(re.findall(r"`(\w+\.toml)`", text))
    assert named == {path.name for path in grammar.glob("*.toml")}
