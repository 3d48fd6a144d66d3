"""What a correction is: what the editor says of some words, or of the whole story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

About = Literal[
    "name",
    "date",
    "duration",
    "set",
    "quotation",
    "speaker",
    "report",
    "read",
    "written",
    "above",
    "below",
    "timeline",
    "head",
    "names",
    "note",
    "declared",
    "status",
    "apart",
    "settled",
]
ABOUT: tuple[About, ...] = get_args(About)

# What is said of words that are no name, date or quotation, and of a quotation that is nobody's.
NONE, NOBODY = "none", "nobody"
# Of an anchor whose words are meant wherever they stand in the story.
ALL = -1
# What is said of words that are a quotation or a report.
HERE = "here"
LONGEST = 80  # characters of what is told in a line


@dataclass(frozen=True)
class Anchor:
    """Where words stand, told by themselves and by what stands around them.

    It is the W3C's TextQuoteSelector (exact, prefix, suffix): it holds while the words stay.

    words: exactly as in the text. to: where they are long, their last ones; ``words`` the first.
    before, after: what stands beside them in their paragraph, up to ``anchoring.CONTEXT``.
    nth: which of several places of the same words and surroundings; 0 where there is one; ``ALL``:
        wherever the words stand, as words of their own.
    """

    words: str
    to: str = ""
    before: str = ""
    after: str = ""
    nth: int = 0


@dataclass(frozen=True)
class Correction:
    """One thing that the editor says of a story.

    about, value: what is said, as ``docs/corrections.md`` tells: ``name`` and an entity id, or
        ``none``; ``read`` and the words to read; ``head`` and the key of a head line …
    at: the words that it is said of, or of which a quotation has its parts; empty for the story.
    more: what else is said, such as ``cue`` of a quotation, or ``is`` of a head line.
    on: the day on which it was said (ISO 8601).
    """

    about: About
    value: str
    at: tuple[Anchor, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    on: str = field(default="", compare=False)

    @property
    def words(self) -> str:
        """The words that it is said of, as an editor reads them in a line."""
        if not self.at:
            return ""
        words = _in_a_line(self.at[0].words)
        return f"{words} … {_in_a_line(self.at[0].to)}" if self.at[0].to else words


@dataclass(frozen=True)
class Lost:
    """A correction that could not be laid over, and why, in an editor's words."""

    correction: Correction
    why: str

    @property
    def says(self) -> str:
        """One line for the editor."""
        about = self.correction.about
        value = _in_a_line(self.correction.value)
        said = f"{about}: {value}" if value else about
        words = f"“{self.correction.words}”, " if self.correction.words else ""
        return f"{words}{said}: {self.why}"


def _in_a_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + " …"
