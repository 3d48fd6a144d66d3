"""The words of a story that a finding is about."""

from __future__ import annotations

from gloss.story import Article

LONGEST = 60


def words_of(article: Article, start: int, end: int) -> str:
    """Return a stretch of a story in one line, cut at a word where it is long."""
    return shortened(article.story.text[start:end])


def shortened(words: str) -> str:
    """Return words in one line, cut at a word where they are long."""
    text = " ".join(words.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
