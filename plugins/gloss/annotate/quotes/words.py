"""Words that tell who speaks: nouns that can speak, and small closed sets (``words.toml``)."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from gloss.naming.lexicon import RELATIVES, ROLE_NOUNS

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    ).items()
}

_DOERS = ("er", "or", "ist", "ian", "man", "woman")

ROLES = ROLE_NOUNS | RELATIVES
PEOPLE = _WORDS["people"] | ROLES
BODIES = _WORDS["bodies"]
SOURCES = _WORDS["sources"]
SPEAKERS = PEOPLE | BODIES | SOURCES
WOMAN_ROLES = _WORDS["woman"]
MAN_ROLES = _WORDS["man"]
THINGS = _WORDS["things"]
SAYINGS = _WORDS["sayings"]
MEDIA = _WORDS["media"]
MENTIONED = _WORDS["mentioned"]
SMALL_IN_TITLES = _WORDS["small_in_titles"]
PHRASE_ENDS = _WORDS["phrase_ends"]
UNCERTAIN = _WORDS["uncertain"]
TO_SOMEBODY = _WORDS["to_somebody"]
PLAIN_REPORTS = _WORDS["plain_reports"]
DAYS = _WORDS["days"]
BE = _WORDS["be"]
ASKED = _WORDS["asked"]


def can_speak(noun: str) -> bool:
    """Say whether a common noun, in lower case, can speak, in the singular or plural.

    Those are the nouns of ``words.toml``, and what is made like a doer: "heckler", "lobbyist".
    """
    one = singular(noun)
    if SPEAKERS & {noun, one}:
        return True
    return len(one) > 5 and one.endswith(_DOERS) and one not in THINGS


def singular(noun: str) -> str:
    """Return the singular of a regular plural, and anything else as it is."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
