"""What came of the seeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class IngestReport:
    """What came of the seeds, as names of files and lines for the editor.

    errors: what could not be used; it makes a build fail once everything else is built.
    notices: what the editor should know.
    written: articles that were written; kept: those that a person edited so that no corrections
    make them, or that cannot be read here without the annotator.
    unchanged: how many articles were left alone. seconds: how long annotation took.
    """

    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unchanged: int = 0
    seconds: float = 0.0

    def lines(self) -> Iterator[str]:
        """Say it in a few lines; errors are not among them."""
        yield from self.notices
        if self.kept:
            kept = ", ".join(self.kept)
            as_is = "as it is" if len(self.kept) == 1 else "as they are"
            yield f"{_stories(len(self.kept))} edited by hand, kept {as_is}: {kept}"
        if self.written:
            rate = f" in {self.seconds:.1f} s" if self.seconds >= 1 else ""
            yield f"{_stories(len(self.written))} annotated{rate}, {self.unchanged:,} unchanged"


def _stories(count: int) -> str:
    return f"{count:,} {'story' if count == 1 else 'stories'}"
