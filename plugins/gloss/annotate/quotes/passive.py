"""Passives, and those whom another one quotes."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from gloss.annotate.quotes.words import BE

_PASSIVE = frozenset(("nsubjpass", "csubjpass", "auxpass"))
_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))


def is_passive(verb: Token, outside: Container[int]) -> bool:
    """Say whether a verb is a passive, or a bare participle ("asked about it, he …")."""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return True
    if verb.i + 1 < len(verb.doc) and verb.nbor().text == ":":
        return False
    if any(c.dep_ == "aux" for c in verb.lefts) or any(
        c.dep_ in ("dobj", "oprd") and c.i in outside for c in verb.rights
    ):
        return False
    if any(c.dep_ == "nsubj" for c in verb.lefts):
        return False  # "whom one aide described as", of which a tagger makes a participle
    after_be = verb.i > 0 and verb.nbor(-1).lower_ in BE
    return after_be or verb.dep_ in ("acl", "advcl", "amod", "relcl")


def quoted_or_agent(verb: Token, outside: Container[int]) -> Token | None:
    """Return who is quoted as saying, or who a passive is by."""
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i in outside:
                    return noun
        if verb.lower_ == "quoted" and child.dep_ == "nsubjpass" and child.i in outside:
            return child
    return None


def quoted_as_saying(verb: Token, outside: Container[int]) -> Token | None:
    """Return whom a paper quotes: ``The paper quoted Li as saying``

    verb: either one of the two.
    """
    if verb.lower_ == "saying" and verb.head.lower_ == "as":
        verb = verb.head.head
    if verb.lower_ not in _QUOTING:
        return None
    says = any(
        c.lower_ == "as" and c.i + 1 < len(c.doc) and c.nbor().lower_ == "saying"
        for c in verb.rights
    )
    quoted = next((c for c in verb.rights if c.dep_ == "dobj" and c.i in outside), None)
    return quoted if says else None
