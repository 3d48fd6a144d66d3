"""The editor's notes on passages of a story: where they stand, said, changed and taken away."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.corrections import Correction, find
from gloss.story import Article, Span


def notes_at(article: Article, said: Sequence[Correction]) -> list[tuple[Span, Correction]]:
    """Return the notes of corrections with where their words stand, in the order of the text."""
    notes = [c for c in said if c.about == "note" and c.at]
    places = [(find(article.story.text, c.at[0]), c) for c in notes]
    return sorted(((place, c) for place, c in places if place), key=lambda one: one[0])


def notes_on(article: Article, said: Sequence[Correction], words: Span) -> list[Correction]:
    """Return the notes on just these words."""
    return [note for place, note in notes_at(article, said) if place == words]
