"""Words that tell who speaks: nouns that can speak, and small closed sets (``words.toml``)."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from gloss.identity.roles import BODIES, PEOPLE, singular

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    ).items()
}

_DOERS = ("er", "or", "ist", "ian", "man", "woman")

SOURCES = _WORDS["sources"]
SPEAKERS = PEOPLE | BODIES | SOURCES
THINGS = _WORDS["things"]
SAYINGS = _WORDS["sayings"]
MEDIA = _WORDS["media"]
MENTIONED = _WORDS["mentioned"]
SMALL_IN_TITLES = _WORDS["small_in_titles"]
UNCERTAIN = _WORDS["uncertain"]
TO_SOMEBODY = _WORDS["to_somebody"]
PLAIN_REPORTS = _WORDS["plain_reports"]
DAYS = _WORDS["days"]
BE = _WORDS["be"]
ASKED = _WORDS["asked"]


def can_speak(noun: str) -> bool:
    """Say whether a common noun, in lower case, can speak, in the singular or plural.

    Those are roles, the sources of ``words.toml``, and what is made like a doer: "lobbyist".
    """
    one = singular(noun)
    if SPEAKERS & {noun, one}:
        return True
    return len(one) > 5 and one.endswith(_DOERS) and one not in THINGS
