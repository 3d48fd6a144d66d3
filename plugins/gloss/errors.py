"""An exception as a line that a person reads, where a traceback would help nobody."""

from __future__ import annotations

# Of what an exception says, in characters.
LONGEST = 300
ANNOTATOR = "pip install 'gloss-digest[annotate]'"


def in_a_line(error: BaseException) -> str:
    """Return an exception's kind, and what it says."""
    says = " ".join(str(error).split())
    return f"{type(error).__name__}{f': {says}' if says else ''}"[:LONGEST]


def what_is_missing(error: OSError | ModuleNotFoundError) -> str:
    """Say what the annotator lacks, and what brings it."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return f"{name} is not installed: {ANNOTATOR}" if name else str(error)
