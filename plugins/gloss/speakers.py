"""Who may be shown as a quotation's speaker or a report's source: the one place that decides.

Text, lists, data and feeds ask here, so that none of them shows what another holds back. A speaker
is somebody: it has a letter, is no pronoun, no day, no title of a work and no thing. What the
story calls a speaker without a name ("a spokesman") is a phrase of the story, never a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from gloss.lexicon import alternatives, words
from gloss.story import Kind, Quotation, Report, kind_of

# Below this the words are shown without a speaker, and the editor is told.
SHOWN = 0.7
# What is named of these kinds can speak: a state, a party, a company, somebody.
SPEAKING: frozenset[Kind] = frozenset({"person", "org", "group", "place"})

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_BEHIND_HEAD = re.compile(rf"\s{alternatives(words('nobody')['behind'])}\s|[,;(]")


class Attributed(Protocol):
    """A quotation, in a story or in the digest: its speaker's id, or phrase, and how sure it is."""

    @property
    def by(self) -> str | None: ...
    @property
    def who(self) -> str | None: ...
    @property
    def sure(self) -> float: ...


@dataclass(frozen=True)
class ShownSpeaker:
    """Who may be shown: ``by``, an id, else ``phrase``, the story's own words, or neither."""

    by: str | None = None
    phrase: str | None = None


def speaker_of(said: Attributed) -> ShownSpeaker:
    """Return who may be shown as the speaker of a quotation.

    An id is given above the threshold only, or by a person, whose word is as good.
    """
    if said.by:
        return ShownSpeaker(by=said.by) if kind_of(said.by) in SPEAKING else ShownSpeaker()
    if said.who and said.sure >= SHOWN and is_somebody(said.who):
        return ShownSpeaker(phrase=said.who)
    return ShownSpeaker()


def source_of(report: Report) -> ShownSpeaker:
    """Return who may be shown as the source of a report: somebody, or what can be read or heard.

    Beside a speaker's phrases those of documents are: "the report" says, though it does not speak.
    """
    if report.by:
        return speaker_of(report)
    shown = bool(report.who) and is_source(report.who or "")
    return ShownSpeaker(phrase=report.who) if shown else ShownSpeaker()


def only_shown(quotation: Quotation) -> Quotation:
    """Return a quotation without the speaker that may not be shown."""
    speaker = speaker_of(quotation)
    return replace(quotation, by=speaker.by, who=speaker.phrase)


@cache
def is_somebody(phrase: str) -> bool:
    """Tell whether a phrase can be that of somebody who speaks.

    >>> is_somebody("a spokesman for the bank"), is_somebody("It"), is_somebody("this week")
    (True, False, False)
    """
    return _is_any(phrase, _things())


@cache
def is_source(phrase: str) -> bool:
    """Tell whether a phrase can be that of a source of statements.

    >>> is_source("officials"), is_source("the report"), is_source("they"), is_source("this week")
    (True, True, False, False)
    """
    return _is_any(phrase, _things() - words("quotes")["sources"])


def _is_any(phrase: str, things: frozenset[str]) -> bool:
    every = _WORD.findall(phrase)
    if not every or not any(map(str.isalpha, phrase)) or phrase.count('"') % 2:
        return False
    if _pronouns().issuperset(word.lower() for word in every):
        return False
    head = _WORD.findall(_BEHIND_HEAD.split(phrase)[0]) or every
    return not _is_nobody(head[-1], len(head) > 1, things)


def _is_nobody(noun: str, inside: bool, things: frozenset[str]) -> bool:
    """Tell a day, and a thing that is not written as a name is, such as the Evening Post."""
    if noun.lower() in words("nobody")["days"]:
        return True
    return not (inside and noun[0].isupper()) and noun.lower() in things


@cache
def _things() -> frozenset[str]:
    """Nouns of things, of measures and of time, in the singular and the plural."""
    nouns = words("quotes")["sources"] | words("nobody")["things"] | words("nobody")["times"]
    return nouns | {f"{noun}s" for noun in nouns} | {f"{noun[:-1]}ies" for noun in nouns}


def _pronouns() -> frozenset[str]:
    return words("nobody")["pronouns"]
