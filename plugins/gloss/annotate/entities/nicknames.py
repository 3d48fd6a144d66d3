"""People's names with a nickname in marks: C.J. “Pete” Silas."""

from __future__ import annotations

import re

from gloss.annotate.candidate import Candidate, of_kind

_NICKNAME = re.compile(r" [\"“‘'(][A-Z][\w’' -]{0,20}[\"”’')] ([A-Z][\w’'-]*\w)")
_FIRST = re.compile(r"(?:[A-Z]\.? ?)+|[A-Z][\w’'-]+(?: [A-Z]\.)?")
_WITH_NICKNAME = re.compile(rf"(?:{_FIRST.pattern}) [\"“‘'(][\w’' -]+")
_SURNAME = re.compile(r"[\"”’')] ([A-Z][\w’'-]*\w)")


def with_nickname(text: str, name: Candidate, surnames: frozenset[str]) -> Candidate:
    """Return a first name, or initials, with the nickname and the surname behind it.

    surnames: those of the story, and what else is tagged as a person behind the name.
    """
    found = None
    if _FIRST.fullmatch(name.text):
        found = _NICKNAME.match(text, name.end)
    elif _WITH_NICKNAME.fullmatch(name.text):  # Dwayne "The Rock
        found = _SURNAME.match(text, name.end)
    if not found or found.group(1) not in surnames:
        return name
    whole = text[name.start : found.end()]
    return name._replace(end=found.end(), text=whole, probs=of_kind("person", sum(name.probs)))
