"""What each construction and feature of the quotations does can be measured."""

from __future__ import annotations

import json
from pathlib import Path

from gloss.annotate.sources.candidate import WEIGHTS

from bench.quotes_rules import effects, read_cases

CASE = {
    "name": "inverted",
    "text": "“The quay is old,” said Ada Marsh, who runs it, and Leon Li spoke.",
    "names": {"Ada Marsh": "person:ada-marsh", "Leon Li": "person:leon-li"},
}


def test_a_construction_taken_out_changes_what_only_it_finds(tmp_path: Path) -> None:
    (tmp_path / "cases.json").write_text(json.dumps([CASE]), encoding="utf-8")
    before = dict(WEIGHTS)
    stories = [*read_cases(tmp_path)]
    found = {effect.name: effect for effect in effects(stories, stories)}
    assert found.keys() == WEIGHTS.keys()
    assert (found["inverted: is"].used, found["inverted: is"].changed) == (1, 1)
    assert (found["signed: is"].used, found["signed: is"].changed) == (0, 0)
    assert before == WEIGHTS
