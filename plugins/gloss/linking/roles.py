"""What descriptors say that a person does: fields of work, and offices that one holds at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gloss.naming.lexicon import FIELDS, OFFICES

_FURTHER = re.compile(r" (?:of|to|for|from|in|at|with|who|behind|under) ")
_WORD = re.compile(r"[\w’'-]+")

_DEPUTIES = {"vice", "deputy", "assistant"}

# Fields of work between which a person moves, or which are said of one person at once.
_NEAR = {
    frozenset(pair)
    for pair in (
        ("politics", "law"),
        ("politics", "business"),
        ("politics", "media"),
        ("politics", "military"),
        ("politics", "science"),
        ("business", "law"),
        ("business", "science"),
        ("business", "media"),
        ("media", "arts"),
        ("media", "science"),
        ("law", "science"),
        ("arts", "business"),
        ("sport", "media"),
        ("sport", "business"),
    )
}


def words_of_role(descriptor: str) -> Sequence[str]:
    """Return a descriptor's words, in small letters."""
    return [word.lower() for word in _WORD.findall(descriptor)]


def far_apart(a: set[str], b: set[str]) -> bool:
    """Tell whether no one person is likely to do both."""
    if not a or not b or a & b:
        return False
    return not any(frozenset((x, y)) in _NEAR for x in a for y in b)


def fields_of(descriptors: Iterable[str]) -> set[str]:
    """Return the fields of work that descriptors speak of: "father of a soldier" is no soldier."""
    words = {w for d in descriptors for w in words_of_role(_FURTHER.split(d)[0])}
    return {field for field, nouns in FIELDS.items() if nouns & words}


def offices_of(descriptors: Iterable[str]) -> set[str]:
    """Return the offices that descriptors speak of, held now or before: "president", or "vice
    president", of "then-President" and "former vice president of Peru".
    """
    found = set()
    for descriptor in descriptors:
        role = _FURTHER.split(descriptor)[0].replace("-", " ")
        *before, office = words_of_role(role) or [""]
        if office in OFFICES:
            deputy = before[-1] if before and before[-1] in _DEPUTIES else ""
            found.add(f"{deputy} {office}".strip())
    return found
