"""What is said in a story, as documents of one kind: quotations at even places, reports at odd."""

from __future__ import annotations

from collections.abc import Iterator

from gloss.digest.model import Said, Statement, StoryFacts


def sayings(story: StoryFacts) -> Iterator[tuple[int, Said | Statement]]:
    """Yield what is quoted and reported in a story, with the place of each, in their order."""
    placed: list[tuple[int, Said | Statement]] = []
    placed += [(2 * number, said) for number, said in enumerate(story.said)]
    placed += [(2 * number + 1, told) for number, told in enumerate(story.statements)]
    yield from sorted(placed, key=lambda one: one[0])


def words_of_saying(said: Said | Statement) -> str:
    """Return the words of a quotation or a report."""
    return said.words if isinstance(said, Statement) else " ".join(said.words)
