"""What words say that somebody is: roles, fields of work, and offices that one holds at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gloss import lexicon
from gloss.naming.lexicon import FIELDS, OFFICES, RELATIVES, ROLE_NOUNS, TITLES

_WORDS = lexicon.words("roles")
ROLES = ROLE_NOUNS | RELATIVES
PEOPLE = _WORDS["people"] | ROLES
BODIES = _WORDS["bodies"]

_FORMS = lexicon.load("role_forms")
_OF_TITLE: dict[str, str] = _FORMS["titles"]
_ALSO = {role: frozenset(others.split()) for role, others in _FORMS["also"].items()}
_NEAR = {(a, b) for a, others in lexicon.words("near_fields").items() for b in others}
_FURTHER = re.compile(rf" (?:{lexicon.either(_WORDS['further'])}) ")
_WORD = re.compile(r"[\w’'-]+")
_HISSING = tuple(sorted(_WORDS["hissing"]))


def roles_in(words: Iterable[str]) -> set[str]:
    """Return the roles among words, those right before a name or in an apposition."""
    found: set[str] = set()
    for word in words:
        role = _OF_TITLE.get(word.lower(), word.lower())
        if word in TITLES or role in PEOPLE or role in BODIES:
            found |= {role, singular(role), *_ALSO.get(role, ())}
    return found


def singular(noun: str) -> str:
    """Return the singular of a regular plural, and anything else as it is."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(_HISSING):
        return noun[:-2]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def words_of_role(descriptor: str) -> Sequence[str]:
    """Return a descriptor's words, in small letters."""
    return [word.lower() for word in _WORD.findall(descriptor)]


def far_apart(a: set[str], b: set[str]) -> bool:
    """Tell whether no one person is likely to do both."""
    if not a or not b or a & b:
        return False
    return not any((x, y) in _NEAR or (y, x) in _NEAR for x in a for y in b)


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
            deputy = before[-1] if before and before[-1] in _WORDS["deputies"] else ""
            found.add(f"{deputy} {office}".strip())
    return found
