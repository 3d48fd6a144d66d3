"""The house stays one that can be lived in: few branches, no twins, dates read in one room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bench import house

PACKAGE = Path(__file__).parents[1] / "plugins" / "gloss"
MOST_BRANCHES = 12  # each operand of ``and`` and ``or`` counted; ruff holds McCabe's own to eight


@pytest.fixture(scope="module")
def trees():
    return {path: ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}


def test_no_function_has_more_branches_than_one_can_hold_in_the_head(trees):
    measured = [m for path, tree in trees.items() for m in house.measure(PACKAGE, path, tree)]
    assert [m.place for m in measured if m.branches > MOST_BRANCHES] == []


def test_no_two_public_classes_share_a_name(trees):
    assert house.twins(PACKAGE, trees) == []
