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


@pytest.mark.parametrize("story", list(STORIES)[::3])
def test_no_mark_hangs_on_a_headline_that_stands_in_the_text(
    annotator: Annotator, story: str
) -> None:
    above = [f"{headline.rstrip('.!?')}\n\n" for headline in HEADLINES[::3]]
    under = [Story(story, f"{headline}{STORIES[story]}") for headline in above]
    first, *others = (
        {
            (mention.start - len(headline), mention.end - len(headline), mention.entity)
            for mention in annotated.mentions
            if mention.start >= len(headline)
        }
        for headline, annotated in zip(above, annotator.annotate_all(under), strict=True)
    )
    assert first
    assert all(marks == first for marks in others)
