"""Kinds, spans, identity and descriptors: the cases are data, the tagger's part is given in them.

A case holds ``text``; ``tags``, what the tagger would say (the next occurrence of a string, its
kind and how probable); and what must come of it: ``mentions`` (string and id, all of them, in
order), ``names`` (by id), ``descriptors`` (by id, all of them), ``same_as`` (by id, all of
them), ``doubts`` (how many).
``register`` and ``not_a_name`` are the editor's.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gloss.annotate.candidate import MAIN_KINDS
from gloss.annotate.entities import find_names
from gloss.annotate.language import load_language
from gloss.annotate.reading import read
from gloss.annotate.tagger import KINDS, Tagged
from gloss.register import Entry, Register
from gloss.story import Story

FOLDER = Path(__file__).parents[1] / "cases" / "entities"
FINER = len(KINDS) - len(MAIN_KINDS)  # kinds, which share what is left to them
SURE = 0.85  # how probable a tag is where a case does not say

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    (reading,) = read([Story("case", text)], load_language())
    mentions, entities, doubts = find_names(reading, _tags(case), _register(case))
    if "mentions" in case:
        assert [[text[m.start : m.end], m.entity] for m in mentions] == case["mentions"]
    if "descriptors" in case:
        said = {e.id: list(e.descriptors) for e in entities if e.descriptors}
        assert said == case["descriptors"]
    if "same_as" in case:
        links = {e.id: list(e.same_as) for e in entities if e.same_as}
        assert links == case["same_as"]
    if "doubts" in case:
        assert len(doubts) == case["doubts"]
    names = {e.id: e.name for e in entities}
    assert names | case.get("names", {}) == names


def _tags(case: dict[str, Any]) -> list[Tagged]:
    tags, at = [], 0
    for words, kind, *probability in case["tags"]:
        start = case["text"].index(words, at)
        at = start + len(words)
        sure = probability[0] if probability else SURE
        rest = (0.95 - sure) / len(MAIN_KINDS) if sure > 0.5 else 0.02
        others = {each: rest / (1 if each in MAIN_KINDS else FINER) for each in KINDS}
        probs = tuple((others | {kind: sure}).values())
        tags.append(Tagged(start, at, kind, probs))
    return tags


def _register(case: dict[str, Any]) -> Register:
    entries = {
        row["id"]: Entry(row["id"], row["name"], row["kind"], tuple(row.get("aliases", ())))
        for row in case.get("register", ())
    }
    return Register(entries, frozenset(case.get("not_a_name", ())))
