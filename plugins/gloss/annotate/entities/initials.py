"""People's initials that the tagger took for an article or a letter: "A. J. Keeble"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gloss.annotate.candidate import Candidate
from gloss.lexicon import words
from gloss.naming.lexicon import TITLES

_BEFORE = re.compile(r"(?<![\w.'’-])(?:[A-Z]\. ?){1,3}$")
_OWN = re.compile(r"[A-Z]\.? ?[A-Z]")  # the name has initials itself
_WORD_BEFORE = re.compile(r"([\w’'-]+)[.,:;]? $")
_LETTERED = words("entities")["lettered"]
BACK = 10  # characters before a name in which initials are looked for


def with_initials(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, people's with the initials that stand before them.

    A surname alone takes an initial only where the story has somebody of the name in full whom it
    may be: "He won an A. Keeble said so."
    """
    people = {name.text for name in names if name.best == "person" and " " in name.text}
    ends = [0, *(name.end for name in names)]
    return [
        _with_initials(text, name, people, end) if name.best == "person" else name
        for end, name in zip(ends, names, strict=False)
    ]


def _with_initials(text: str, name: Candidate, people: set[str], after: int) -> Candidate:
    found = _BEFORE.search(text[max(after, name.start - BACK) : name.start])
    if not found or _is_letter_of(text[: name.start - len(found.group())]):
        return name
    letter, surname = found.group()[0], name.text.rpartition(" ")[2]
    in_full = any(p[0] == letter and p.endswith(f" {surname}") for p in people)
    if not in_full and not _OWN.match(name.text):
        return name
    start = name.start - len(found.group())
    return name._replace(start=start, text=text[start : name.end])


def _is_letter_of(before: str) -> bool:
    """Tell whether the words before a letter say that it stands for itself: "plan A", "an A"."""
    match = _WORD_BEFORE.search(before[-30:])
    if not match or match.group().endswith((". ", ", ", ": ", "; ")):
        return False
    word = match.group(1)
    return word.lower() in _LETTERED or (word[0].isupper() and word not in TITLES)
