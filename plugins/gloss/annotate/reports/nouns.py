"""Nouns that report: "according to", "in the view of", somebody's claim, guess or promise."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from gloss.annotate.reports.reported import (
    WORDS,
    Reported,
    is_infinitive,
    is_that,
    object_of,
    owner_of,
    verb_above,
)
from gloss.annotate.sources.reporting import BE, SAYINGS, forms_of
from gloss.annotate.sources.speakers import speaker_of
from gloss.identity.roles import singular

VOICING = forms_of(sorted(WORDS["voicing"]))
_FELT = SAYINGS | WORDS["feelings"]
_SEEN = SAYINGS | WORDS["views"]


def according(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``According to Li, it had rained``; ``it had rained, according to Li``."""
    if token.lower_ != "according" or token.i + 1 == len(token.doc) or token.nbor().lower_ != "to":
        return
    whose = object_of(token.nbor())
    head = verb_above(token)
    if whose is not None and whose.i in outside and head.i != token.i:
        yield Reported("according to", head, token, "according to", whose, token)


def view(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``In the view of Li, it had rained``; ``it had rained, by the reckoning of Li``."""
    if f"{token.head.lower_} {token.lower_}" not in WORDS["in_whose"] or token.dep_ != "pobj":
        return
    if not _is_whose(token):
        return
    whose, head = owner_of(token), verb_above(token.head)
    if whose is not None and whose.i in outside and head.pos_ in ("VERB", "AUX"):
        yield Reported("according to", head, token, token.lower_, whose, token.head)


def _is_whose(token: Token) -> bool:
    """Tell "in his view" and "in the view of Li" from "in view of the costs", "his view of it"."""
    before = {child.dep_ for child in token.lefts}
    of = any(child.lower_ == "of" for child in token.rights)
    return ("det" if of else "poss") in before


def noun(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li's claim that it had rained``; ``a report by Li that``; ``his promise to resign``."""
    saying = singular(token.lower_)
    if saying not in _FELT or token.pos_ != "NOUN":
        return
    for child in token.rights:
        if _says_what(child):
            whose = owner_of(token)
            if whose is not None and whose.i in outside:
                yield Reported("noun", child, token, saying, whose)


def judgement(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li's guess is that it had rained``; ``the view of Li was that``."""
    saying = singular(token.lower_)
    if token.dep_ != "nsubj" or token.head.lower_ not in BE:
        return
    if saying not in _SEEN:
        return
    for child in token.head.rights:
        whose = owner_of(token)
        if child.dep_ == "ccomp" and whose is not None and whose.i in outside:
            yield Reported("noun", child, token, saying, whose)


def voiced(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li expressed concern about the dam``; ``made the claim that it had rained``."""
    verb = token.head
    if token.dep_ != "dobj" or singular(token.lower_) not in _FELT:
        return
    if verb.lower_ not in VOICING or owner_of(token) is not None:
        return
    for child in token.rights:
        if _says_what(child):
            yield Reported("noun", child, token, singular(token.lower_), speaker_of(verb, outside))
        elif child.dep_ == "prep" and child.lower_ in WORDS["on"]:
            for content in child.children:
                if content.dep_ in ("pobj", "pcomp"):
                    lemma = singular(token.lower_)
                    yield Reported("noun", content, token, lemma, speaker_of(verb, outside))


def _says_what(clause: Token) -> bool:
    """Tell whether a clause behind a noun is what is claimed or promised."""
    claimed = clause.dep_ in ("acl", "ccomp", "relcl")
    return claimed and (is_that(clause) or is_infinitive(clause))
