"""The words of a language, as data: a folder a language, a file a subject.

A second language is a second folder beside ``en``; nothing in the code knows a word of it. In a
file, a string holds words parted by white space, a list holds phrases, and a table holds either.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ENGLISH = "en"


@cache
def load(subject: str, language: str = ENGLISH) -> Mapping[str, Any]:
    """Return a subject's file as it stands. Raises FileNotFoundError where the language has none.

    subject: the file's name without its ending, such as ``quotes`` or ``times/dates``.
    """
    file = files(__package__).joinpath(language, f"{subject}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def words(subject: str, language: str = ENGLISH) -> Mapping[str, frozenset[str]]:
    """Return the lists of a subject's file, each as a set of words or phrases.

    Raises FileNotFoundError where the language has no such file, and TypeError where an entry is
    no list.
    """
    return {name: _members(name, entry) for name, entry in load(subject, language).items()}


def either(some: Iterable[str]) -> str:
    """Return a regular expression that matches any of some words or phrases, the longest first."""
    return "|".join(map(re.escape, sorted(some, key=lambda word: (-len(word), word))))


def _members(name: str, entry: Any) -> frozenset[str]:
    if isinstance(entry, str):
        return frozenset(entry.split())
    if isinstance(entry, list):
        return frozenset(map(str, entry))
    raise TypeError(f"{name} is no list of words")


def alternatives(members: Iterable[str]) -> str:
    """Return a regular expression, unanchored and in one group, that matches any of some words."""
    return f"(?:{'|'.join(sorted(map(re.escape, members), key=lambda m: (-len(m), m)))})"
