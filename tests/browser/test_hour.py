"""An editor's hour, on eight stories of the sample: what is decided holds, whatever comes after."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gloss.ingest.annotating import Tools, load_tools
from gloss.story import Annotations, Doubt, Story

pytest.importorskip("flask")
pytest.importorskip("spacy")
from bench.hour import MORE, Digest, Editor, difference, holds, name, point, pointable, shown

SAMPLE = Path(__file__).parents[2] / "plugins" / "gloss" / "project" / "sample" / "seeds"
SEEDS = (
    *("bakery", "ferry-report", "ferry-stops", "hospital"),
    *("library-hours", "recipe", "storm", "storm-wall"),
)


class Unsure:
    """The annotator, not sure of what is an organisation: so there is something to decide."""

    def __init__(self, annotator: Any) -> None:
        self.annotator = annotator

    def annotate(self, story: Story) -> Annotations:
        found = self.annotator.annotate(story)
        doubts = tuple(
            Doubt("kind", m.start, m.end, f"“{words}” is shown as org, which is not sure (60%)")
            for m in found.mentions
            if m.entity.startswith("org:")
            for words in [story.text[m.start : m.end]]
        )
        return replace(found, doubts=(*found.doubts, *doubts))


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    kept: list[Any] = []  # the models are loaded once

    def load(tools: Tools) -> Unsure:
        kept[:] = kept or [load_tools(tools)]
        return Unsure(kept[0])

    made = Digest(tmp_path, load)
    for seed in SEEDS:
        shutil.copy(SAMPLE / f"{seed}.txt", made.seeds)
    made.ingest()
    return made


def test_what_an_editor_decides_in_an_hour_holds(digest: Digest, browser: Any) -> None:
    before = digest.texts()
    with digest.serve() as address:
        context = browser.new_context()
        editor = Editor(context.new_page(), address)
        editor.does("decisions", lambda: editor.decide(12))
        story = pointable(digest)[0]
        editor.does("pointing", lambda: point(editor, story))
        editor.does("names", lambda: name(editor, digest))
        context.close()
    decisions, pointing, _ = editor.spent
    assert decisions.times >= 8
    assert decisions.keys <= 1.5 * decisions.times + 24  # the days of two dates are typed
    assert pointing.times == 5
    said = digest.said()
    lines = list(difference(before, digest.texts()))
    assert not [line for line in lines if line.startswith("-") and not line.startswith("---")]
    digest.become_another()
    report = digest.ingest()
    assert holds(digest, said, report) == []
    assert MORE in "".join(digest.texts().values())
    assert shown(digest.site(), story) == []
