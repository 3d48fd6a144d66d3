"""What is made of a headline and a text once, when an article is first written."""

from __future__ import annotations

from collections.abc import Iterable

from gloss.naming.slugs import ascii_words
from gloss.store.file_names import is_device

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


class Slugs:
    """The slugs that stories have, and those that are free, where capitals make no difference."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(map(str.casefold, taken))
        self._next: dict[str, int] = {}

    def take(self, title: str, fallback: str) -> str:
        """Take a slug that is free: of the title, of the fallback, or ``story``."""
        slug = unique = slug_of(title, fallback)
        number = self._next.get(slug, 2)
        while unique in self._taken or is_device(unique):
            unique = f"{slug}-{number}"
            number += 1
        self._next[slug] = number
        self._taken.add(unique)
        return unique


def slug_of(title: str, fallback: str) -> str:
    """Return the slug of a title, else of the fallback, else ``story``."""
    return _cut(ascii_words(title) or ascii_words(fallback) or "story")


def _cut(slug: str) -> str:
    if len(slug) <= MAX_SLUG:
        return slug
    return slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]
