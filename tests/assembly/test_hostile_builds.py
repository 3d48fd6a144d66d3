"""Whatever is thrown at a digest of two good stories, they stand, and nothing ends the build."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz import FINDS, KINDS_OF_INPUT, Project

ROUNDS = 8


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("kind", KINDS_OF_INPUT)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_odd_input_costs_itself(project: Project, kind: str, number: int) -> None:
    project.throw(kind, KINDS_OF_INPUT[kind](Random(number)))


@pytest.mark.parametrize("path", sorted(FINDS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_was_found_once_is_not_found_again(project: Project, path: Path) -> None:
    project.throw(path.stem.partition("-")[0], path.read_bytes())
