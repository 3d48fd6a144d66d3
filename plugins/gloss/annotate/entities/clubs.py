"""Clubs that are called by their town alone: "a win over Parma", "Newcastle are ready to pay"."""

from __future__ import annotations

import re

from gloss.annotate.candidate import Candidate
from gloss.annotate.entities.scores import is_team
from gloss.annotate.reading import Around
from gloss.gazetteer import country_named, famous, is_city, is_region
from gloss.lexicon import alternatives, words

_WORDS = words("entities")
_PLAYER = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}{alternatives(_WORDS['players'])}\b")
_WON = alternatives(_WORDS["over_a_club"])
_OVER = rf"{_WON} (?:{alternatives(_WORDS['between_clubs'])} )?$"
_OVER_A_CLUB = re.compile(rf"\b{_OVER}")
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_SCORE_BEFORE = re.compile(rf"{_SCORE} {_OVER}")
_SCORE_BEHIND = re.compile(rf" {_WON} (?:[A-Z][\w'’.-]+ ){{1,3}}{_SCORE}")
_ARE = re.compile(r" (?:are|were|have) ")
_NO_SUBJECT = re.compile(rf"(?:,|&|\b{alternatives(_WORDS['prepositions'] | {'and'})}) $")
_IN = re.compile(rf"(?<!\w)(?!{alternatives(_WORDS['in_a_company'])}\b)\w+ in $")


def is_club(text: str, name: Candidate) -> bool:
    """Tell whether what stands about a name makes it a club's: "Parma's French midfielder".

    A country's team is the country, and players have scores, too.
    """
    if name.best == "person" or country_named(name.text) or famous(name.text):
        return False
    around = Around(text, name.start, name.end)
    scored = _SCORE_BEFORE.search(around.before) or _SCORE_BEHIND.match(around.behind)
    return bool(scored) or is_team(text, name) or _is_towns(around, name.text)


def _is_towns(around: Around, name: str) -> bool:
    if is_region(name) or not is_city(name):
        return False
    in_match = _PLAYER.match(around.behind) or _OVER_A_CLUB.search(around.before)
    return bool(in_match or (_ARE.match(around.behind) and not _NO_SUBJECT.search(around.before)))


def is_in_town(text: str, name: Candidate) -> bool:
    """Tell whether something is in the town of a name, and not in its club: "a bar in Parma"."""
    around = Around(text, name.start, name.end)
    owns = around.behind.startswith(("'", "’"))
    return not owns and is_city(name.text) and _IN.search(around.before) is not None
