"""A story's marks are those of its body, whatever stands above it."""

from __future__ import annotations

import pytest
from gloss.annotate.annotator import Annotator, load_annotator
from gloss.register import Register
from gloss.story import Story

from training.marked import joined, read_stories

HELD_OUT = [story for story in read_stories() if story.held_out and len(story.paragraphs) > 3]
HEADLINES = [story.paragraphs[0].text for story in HELD_OUT[-10:]]
STORIES = {story.id: joined(story.paragraphs[1:]).text for story in HELD_OUT[:40:4]}


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load_annotator(Register())


@pytest.mark.parametrize("story", STORIES)
def test_no_mark_hangs_on_the_headline(annotator: Annotator, story: str) -> None:
    under = [Story(story, STORIES[story], headline=headline) for headline in HEADLINES]
    first, *others = (annotated.mentions for annotated in annotator.annotate_all(under))
    assert first
    assert all(marks == first for marks in others)
