"""Adjectives that report a mind: "Li was sure that it had rained", "is eager to see it"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from gloss.annotate.reports.reported import WORDS, Reported, is_infinitive
from gloss.annotate.sources.speakers import speaker_of


def mind(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li was sure that it had rained``; ``is eager to see it``."""
    if token.lower_ not in WORDS["minds"] or token.dep_ not in ("acomp", "oprd"):
        return
    for child in token.rights:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and is_infinitive(child)):
            source = speaker_of(token.head, outside)
            yield Reported("mind", child, token, token.lower_, source)
