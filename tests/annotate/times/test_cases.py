"""The cases of ``tests/cases/times``: a text, its publication date, and exactly the times in it."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize("case", ALL)
def test_what_a_case_expects_is_edtf(case):
    for expected in case["times"]:
        if expected["edtf"]:
            parse_edtf(expected["edtf"])
