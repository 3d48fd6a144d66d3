"""An exception as a line that a person reads, where a traceback would help nobody."""

from __future__ import annotations

# Of what an exception says, in characters.
LONGEST = 300


def in_a_line(error: BaseException) -> str:
    """Return an exception's kind, and what it says."""
    says = " ".join(str(error).split())
    return f"{type(error).__name__}{f': {says}' if says else ''}"[:LONGEST]
