"""What is made of a headline and a text once, when an article is first written."""

from __future__ import annotations

from collections.abc import Container

from gloss.naming.slugs import ascii_words

ELLIPSIS = "…"
MAX_SLUG = 80

_SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", '"')


def title_of(headline: str, text: str) -> str:
    """Return the headline, with an ellipsis where a feed cut it off.

    It was cut off where it is a proper prefix of the story's first sentence.
    """
    rest = text[len(headline) :]
    cut = text.startswith(headline) and rest and not headline.endswith(_SENTENCE_ENDS)
    whole = rest.startswith((*_SENTENCE_ENDS, "\n"))
    return headline + ELLIPSIS if cut and not whole else headline


def slug_of(title: str, fallback: str, taken: Container[str]) -> str:
    """Return a slug that is not taken: of the title, of the fallback, or ``story``."""
    slug = _cut(ascii_words(title) or ascii_words(fallback) or "story")
    number, unique = 2, slug
    while unique in taken:
        unique = f"{slug}-{number}"
        number += 1
    return unique


def _cut(slug: str) -> str:
    if len(slug) <= MAX_SLUG:
        return slug
    return slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]
