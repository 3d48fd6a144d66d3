"""The modules of the search by themselves, by node's own test runner."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "node"


def test_node_s_own_tests_pass():
    missing = [what for what, there in (
        ("Node.js", shutil.which("node")),
        ("linkedom (npm ci --prefix tests/node)", (TOOLS / "node_modules" / "linkedom").is_dir()),
    ) if not there]  # fmt: skip
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    run = subprocess.run(["node", "--test"], cwd=TOOLS, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
