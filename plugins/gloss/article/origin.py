"""Where a story comes from: the same six facts in a story and in the head of its article."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from gloss.article.head import Head
from gloss.story import Story

T = TypeVar("T", Story, Head)

FACTS = ("published", "source", "url", "author", "lang", "section")


def with_origin(thing: T, origin: Story | Head) -> T:
    """Return a story or head with what another says of its origin."""
    facts: dict[str, str | None] = {fact: getattr(origin, fact) for fact in FACTS}
    return replace(thing, **facts)  # type: ignore[arg-type]
