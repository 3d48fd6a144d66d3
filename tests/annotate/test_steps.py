"""The declared steps of the annotation: each finds what it needs."""

from __future__ import annotations

import pytest
from gloss.__main__ import main
from gloss.annotate.annotator import STEPS
from gloss.annotate.steps import Step, run_steps

GIVEN = ("reading", "text", "body", "register", "tagger")


@pytest.mark.parametrize("number", range(len(STEPS)), ids=[step.name for step in STEPS])
def test_what_a_step_needs_was_given_before(number):
    before = {*GIVEN, *(fact for step in STEPS[:number] for fact in step.gives)}
    assert set(STEPS[number].needs) <= before


def test_steps_hand_on_what_they_give():
    def count(text: str) -> int:
        return len(text)

    def halve(length: int) -> tuple[int, int]:
        return divmod(length, 2)

    steps = [Step("count", ("length",), count), Step("halve", ("half", "rest"), halve)]
    assert run_steps(steps, {"text": "story"}) == {
        **{"text": "story", "length": 5},
        **{"half": 2, "rest": 1},
    }
    assert [step.can_be_left_out for step in steps] == [False, False]


def test_only_what_amends_can_be_left_out():
    names = {step.name: step.can_be_left_out for step in STEPS}
    assert names["split what is two"]
    assert not names["find times"]


def test_the_steps_can_be_printed(capsys):
    assert main(["steps"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["step", "needs", "gives"]
    assert [line.partition("  ")[0] for line in lines[1:]] == [step.name for step in STEPS]
