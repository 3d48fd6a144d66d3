"""What the tests of times share: read a text, with spaCy loaded once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from gloss.annotate.language import load_language, read
from gloss.annotate.times import find_times
from gloss.story import Moment, Story


@pytest.fixture(scope="session")
def times() -> Callable[..., list[Moment]]:
    nlp = load_language()

    def find(text: str, published: str | None = "2018-09-19", **head: Any) -> list[Moment]:
        story = Story(id="story", text=text, published=published, **head)
        return find_times(next(read([story], nlp)))[0]

    return find
