"""What is searched: the kinds of documents, their fields, and how much a field weighs.

A document is a story (or a page of the editor's own), a name, a quotation, a reported statement or
an event. Each is told by a letter and numbers: ``s12`` is story 12, ``q12.0`` its first quotation,
``q12.1`` its first reported statement (they stand at odd places), ``e12.3`` its fourth event,
``n7`` name 7 (see ``numbering``).

| field | holds | boost |
| --- | --- | --- |
| title | a story's headline; the name of a name | 10 |
| text | a story's body | 3 |
| quote | the words of a quotation, or of a reported statement | 1 |
| event | the sentence around a date, and the date in figures and words | 1 |
| names | the names of a story, a quotation, an event; a name's other forms | 2 |
| by | who said a quotation | 4 |
| about | a story's source and author, also of its quotations; what the digest says of a name | 1 |
| published | a story's day of publication, in words and figures | 10 |

Lunr measures a field's length against the mean over *all* documents, most of which have no body:
a story's words would weigh next to nothing beside a quotation's. The boosts make up for that.
"""

from __future__ import annotations

from dataclasses import dataclass

# Lunr's own defaults.
K1 = 1.2
B = 0.75


@dataclass(frozen=True)
class Section:
    """One field of one kind of document."""

    kind: str
    field: str


FIELDS: dict[str, float] = {
    "title": 10,
    "text": 3,
    "quote": 1,
    "event": 1,
    "names": 2,
    "by": 4,
    "about": 1,
    "published": 10,
}

# Of these a story has several: a document's number has a second part.
NUMBERED = "qe"
KINDS = {"s": "story", "n": "name", "q": "quotation", "e": "event"}

# The order is part of the files' format: a posting names its section by its place here.
SECTIONS = (
    Section("s", "title"),
    Section("s", "text"),
    Section("s", "names"),
    Section("s", "about"),
    Section("q", "quote"),
    Section("q", "names"),
    Section("e", "event"),
    Section("e", "names"),
    Section("n", "title"),
    Section("n", "names"),
    Section("n", "about"),
    Section("s", "published"),
    Section("q", "by"),
    Section("q", "about"),
)
# The section whose lengths stand apart.
APART = 1
PLACE = {(section.kind, section.field): number for number, section in enumerate(SECTIONS)}
# Behind these come the documents, by kind, that a value of a filter lets through.
LET_THROUGH = {kind: len(SECTIONS) + number for number, kind in enumerate("sqe")}


@dataclass(frozen=True)
class Columns:
    """What is told of each entry of a section: its place in the story, how often, how long."""

    place: bool
    often: bool
    length: bool


COLUMNS = (
    *(Columns(s.kind in NUMBERED, True, n != APART) for n, s in enumerate(SECTIONS)),
    *(Columns(kind in NUMBERED, False, False) for kind in LET_THROUGH),
)
