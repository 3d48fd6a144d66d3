"""A digest of code tells what the code does, not how it is explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.store.fingerprint import digest_of_files

CODE = "def twice(n):\n    return 2 * n\n"


def digest(folder: Path, code: str, name: str = "twice.py") -> str:
    path = folder / name
    path.write_text(code, encoding="utf-8")
    return digest_of_files([path], folder)


def test_a_comment_changes_nothing(tmp_path):
    assert digest(tmp_path, f"# Doubles.\n\n{CODE}") == digest(tmp_path, CODE)


@pytest.mark.parametrize("other", [CODE.replace("2", "3"), CODE.replace("n", "m")])
def test_code_that_does_something_else_has_another_digest(tmp_path, other):
    assert digest(tmp_path, other) != digest(tmp_path, CODE)


def test_in_data_every_line_counts(tmp_path):
    assert digest(tmp_path, "# a\n", "a.toml") != digest(tmp_path, "\n", "a.toml")
