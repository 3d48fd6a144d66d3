"""Whoever has another Python than one that Gloss runs on is told so in a line."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What is read first, before the line can be said: no older Python may stumble over its syntax.
FIRST = ("plugins/gloss/__init__.py", "pelicanconf.py", "publishconf.py", "tasks.py")


@pytest.mark.parametrize("path", FIRST)
def test_what_is_read_first_is_understood_by_older_ones(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("program", ["gloss.__main__", "gloss.project.tasks", "gloss.hooks"])
def test_another_python_is_told_in_a_line(program: str) -> None:
    script = (
        "import sys; sys.version_info = (3, 10, 4, 'final', 0); sys.version = '3.10.4 (main)';"
        f"import {program}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "Gloss needs Python 3.11 or a later one; this is 3.10.4\n"
