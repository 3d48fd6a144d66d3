"""Find the quotation marks of a paragraph, and which way each one faces.

A mark faces the word that it belongs to: one with a space before and a word behind opens, one with
a word before and a space behind closes. The glyph decides where the place does not; a straight
mark between two words or two spaces faces neither way and takes what the pairing needs.

Apostrophes, feet and inches are not marks: ``’90s``, ``the voters’ choice``, ``6'2"``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Faces = Literal["opens", "closes", "either"]

_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»\"]|[‘’‚‹›'`]")
_OPENING = "“„‟«``‘‘‚‹"
_CLOSING = "”»’’›"
_SINGLE = frozenset("‘’‚‹›'`")
_APOSTROPHES = _SINGLE - set("‹›")
_NEVER_OPENED = frozenset(",;:!?)»›")
_BEFORE_OPENING = frozenset("([{—–-/…|>")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/|<")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$")
_TAG = re.compile(r"<\w[^<>]{0,500}>")
_ELISION = re.compile(r"(?:\d0s|\d\d\b|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """A quotation mark: its span, the way it faces, and whether it is a single one."""

    start: int
    end: int
    faces: Faces
    single: bool
    after_digit: bool = False


def find_marks(text: str, start: int, end: int) -> tuple[list[Mark], list[Mark]]:
    """Return the double marks and the single marks of ``text[start:end]``, each in order."""
    double: list[Mark] = []
    single: list[Mark] = []
    previous: Mark | None = None
    tags = _tags(text, start, end)
    for match in _MARK.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in tags):
            continue
        mark = _mark(text, match, start, end, previous)
        if mark is not None:
            (single if mark.single else double).append(mark)
            previous = mark
    return double, single


def _tags(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the tags of markup in a paragraph: their attributes are nobody's words."""
    return [m.span() for m in _TAG.finditer(text, start, end)] if "<" in text[start:end] else []


def _mark(
    text: str, match: re.Match[str], start: int, end: int, previous: Mark | None
) -> Mark | None:
    """Return the mark of a glyph in ``text[start:end]``; None where it is an apostrophe."""
    at, stop = match.span()
    before = text[at - 1] if at > start else " "
    behind = text[stop] if stop < end else " "
    follows_opening = previous is not None and (previous.end, previous.faces) == (at, "opens")
    may_open = _may_open(before, text[stop : min(stop + 2, end)]) or (
        follows_opening and not behind.isspace()
    )
    is_single = match.group() in _SINGLE
    if match.group() in _APOSTROPHES and _is_apostrophe(text, stop, before, behind, may_open):
        return None
    if follows_opening and may_open:
        faces: Faces = "opens"
    elif may_open != (may_close := _may_close(before, behind, _MARK.match(text, stop, end))):
        faces = "closes" if may_close else "opens"
    else:
        faces = _facing(match.group(), at == start, stop == end)
    return Mark(at, stop, faces, is_single, before.isdigit())


def _may_open(before: str, behind: str) -> bool:
    """Say whether a mark may open, by the character before it and the two behind it."""
    first = behind[:1] or " "
    stop = first == "." and behind != ".."  # “...and”
    if first.isspace() or first in _NEVER_OPENED or stop:
        return False
    return before.isspace() or before in _BEFORE_OPENING


def _may_close(before: str, behind: str, next_mark: object) -> bool:
    if before.isspace():
        return False
    return behind.isspace() or behind in _AFTER_CLOSING or next_mark is not None


def _facing(glyph: str, first: bool, last: bool) -> Faces:
    """Say which way a mark faces by its glyph, or else by its place in the paragraph."""
    if glyph in _OPENING:
        return "opens"
    if glyph in _CLOSING:
        return "closes"
    if first:
        return "opens"
    return "closes" if last else "either"  # with a blank inside: " Like this. "


def _is_apostrophe(text: str, stop: int, before: str, behind: str, may_open: bool) -> bool:
    if before.isalnum() and behind.isalnum():
        return True
    if may_open and _ELISION.match(text, stop):
        return True
    return before.isspace() and behind.isspace()


def is_measure(text: str, mark: Mark) -> bool:
    """Say whether a mark may stand for inches or seconds: ``a 6" pipe``."""
    return mark.after_digit and text[mark.start : mark.end] in ('"', "''", "”")


def is_height(text: str, mark: Mark) -> bool:
    """Say whether feet stand before a mark, so that it can only be inches: ``6'2"``."""
    before = text[max(0, mark.start - 8) : mark.start]
    return mark.after_digit and _FEET.search(before) is not None
