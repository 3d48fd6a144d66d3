"""What the editor said of passages of a story before: notes, and words to read otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.corrections import Correction, find
from gloss.corrections.emend import READ
from gloss.story import Article, Span


def notes_at(article: Article, said: Sequence[Correction]) -> list[tuple[Span, Correction]]:
    """Return the notes of corrections with where their words stand, in the order of the text."""
    notes = [c for c in said if c.about == "note" and c.at]
    places = [(find(article.story.text, c.at[0]), c) for c in notes]
    return sorted(((place, c) for place, c in places if place), key=lambda one: one[0])


def unread(article: Article, said: Sequence[Correction], new: Correction) -> list[Correction]:
    """Return what is to be read of the words of ``new``, and not in the article yet.

    The next build lays it over, so the words still stand as the seed has them.
    """
    text = article.story.text
    place = find(text, new.at[0])
    reads = [c for c in said if c.about == READ and c.at and find(text, c.at[0]) == place]
    return [
        c
        for c in reads
        if place and (c.value, text[place.start : place.end]) not in article.emended
    ]


def notes_on(article: Article, said: Sequence[Correction], words: Span) -> list[Correction]:
    """Return the notes on just these words."""
    return [note for place, note in notes_at(article, said) if place == words]
