"""A digest of code tells what the code does, not how it is explained."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from gloss.store.fingerprint import digest_of_files, fingerprint
from gloss.story import Span

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


@dataclass(frozen=True)
class Line:
    words: str
    notes: tuple[object, ...] = ()

    @cached_property
    def length(self) -> int:
        return len(self.words)


@dataclass(frozen=True)
class Title:
    words: str
    notes: tuple[object, ...] = ()


def test_equal_values_have_one_number_and_others_another():
    line = Line("some words", (Title("a"), {"day": date(2020, 1, 2)}, Line))
    again = Line(" ".join(["some", "words"]), (Title("a"), {"day": date(2020, 1, 2)}, Line))
    assert line.length == len("some words")  # what is counted once and kept says nothing more
    assert fingerprint(line, line) == fingerprint(line, again)
    others = [
        replace(line, words="some  words"),
        replace(line, notes=(Title("b"), *line.notes[1:])),
        replace(line, notes=(Line("a"), *line.notes[1:])),
        replace(line, notes=(*line.notes[:2], Title)),
        Title(line.words, line.notes),
        ("some words", line.notes),
    ]
    assert len({fingerprint(one) for one in [line, *others]}) == len(others) + 1


def test_plain_values_are_told_by_what_they_are_and_not_by_which_objects_hold_them():
    word, once = "page", ("a page", "a page")
    again = ("a page", " ".join(["a", "page"]))
    assert fingerprint(word, once) == fingerprint("".join(["pa", "ge"]), again)
    others = [("page", "page"), ["a page", "a page"], ("a pagea page",), (1,), (True,), ("1",)]
    assert len({fingerprint(word, other) for other in [once, *others]}) == len(others) + 1


def test_a_number_is_the_same_in_any_process():
    asked = "from gloss.story import Span; from gloss.store.fingerprint import fingerprint as f; "
    code = f"{asked}print(f(Span(1, 2), {{'a': [Span(3, 4), None, 'é']}}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == fingerprint(Span(1, 2), {"a": [Span(3, 4), None, "é"]})
