"""The figures of the about page are those of README."""

from __future__ import annotations

import re
from pathlib import Path

from gloss.pages.accuracy import FIGURES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_about_page_and_readme_say_the_same():
    rows = [line for line in README.splitlines() if line.startswith("| ") and "F1" in line]
    rows += [line for line in README.splitlines() if line.startswith("| the same |")]
    told = sorted(float(figure) for row in rows for figure in re.findall(r"\*\*([\d.]+)\*\*", row))
    assert sorted(figure.value for figure in FIGURES) == told
