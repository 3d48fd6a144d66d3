"""What the story says a thing is, in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.annotate.candidate import Candidate
from gloss.annotate.language import Reading


def describe(reading: Reading, mentions: Sequence[Candidate]) -> tuple[str, ...]:  # noqa: ARG001
    """Return up to three phrases of the story that say what the thing is."""
    return ()
