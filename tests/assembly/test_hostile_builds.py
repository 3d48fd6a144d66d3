"""Whatever is thrown at a digest of two good stories, they stand, and nothing ends the build."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.project import FINDS, KINDS_OF_INPUT, Project

# How often each kind is tried here; ``invoke fuzz`` tries them for as long as it is told to.
ROUNDS = dict.fromkeys(KINDS_OF_INPUT, 6) | {"command": 3, "queries": 1}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize(
    ("kind", "number"), [(kind, number) for kind in ROUNDS for number in range(ROUNDS[kind])]
)
def test_odd_input_costs_itself(project: Project, kind: str, number: int) -> None:
    if kind == "queries" and not shutil.which("node"):
        pytest.skip("Node.js is not installed: the search's scripts are not tested")
    project.throw(kind, KINDS_OF_INPUT[kind](Random(number)))


@pytest.mark.parametrize("path", sorted(FINDS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_was_found_once_is_not_found_again(project: Project, path: Path) -> None:
    project.throw(path.stem.partition("-")[0], path.read_bytes())
