"""The cases of ``tests/cases/times``: a text, its publication date, and exactly the times in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from edtf import parse_edtf

CASES = Path(__file__).parents[2] / "cases" / "times"
ALL = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("case", ALL)
def test_a_text_holds_exactly_these_times(case, times):
    found = [
        {"text": case["text"][m.start : m.end], "type": m.type, "value": m.value, "edtf": m.edtf}
        for m in times(case["text"], case["published"])
    ]
    assert found == case["times"], case["text"]


def test_there_are_cases_enough():
    assert len(ALL) >= 250


def test_what_the_cases_expect_is_edtf():
    expected = {time["edtf"] for case in ALL for time in case.values[0]["times"]} - {None}
    one_of_a_form = {re.sub(r"\d", "0", edtf): edtf for edtf in expected}
    for edtf in one_of_a_form.values():  # the package takes milliseconds for each
        parse_edtf(edtf)
