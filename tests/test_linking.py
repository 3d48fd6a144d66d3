"""Names across stories: one id means one thing in the whole digest."""

from __future__ import annotations

from gloss.linking import StoryNames, link
from gloss.story import Entity


def test_a_story_alone_keeps_its_ids():
    names = StoryNames("one", (Entity("person:anna-lund", "Anna Lund"),))
    assert link([names])[0].ids == {}
