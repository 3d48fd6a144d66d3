"""What the tests of times share: read a text, with spaCy loaded once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from gloss.annotate.language import load_language
from gloss.annotate.reading import read
from gloss.annotate.times import find_times
from gloss.story import Doubt, Moment, Story

Found = tuple[list[Moment], list[Doubt]]


@pytest.fixture(scope="session")
def find() -> Callable[..., Found]:
    """Find the times and the doubts of a text, published on 19 September 2018 if nothing else."""
    nlp = load_language()

    def found(text: str, published: str | None = "2018-09-19", **head: Any) -> Found:
        story = Story(id="story", text=text, published=published, **head)
        return find_times(next(read([story], nlp)))

    return found


@pytest.fixture(scope="session")
def times(find: Callable[..., Found]) -> Callable[..., list[Moment]]:
    return lambda *text, **head: find(*text, **head)[0]


@pytest.fixture(scope="session")
def doubts(find: Callable[..., Found]) -> Callable[..., list[Doubt]]:
    return lambda *text, **head: find(*text, **head)[1]
