"""What a construction yields, and the words that all of them look at."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from gloss.lexicon import words

WORDS = words("reports")
_OF = frozenset(("of", "by", "from"))


@dataclass(frozen=True)
class Reported:
    """A stretch that a construction reports.

    content: the head of what is reported. cue: the reporting word. lemma: its dictionary form.
    source: the head of the phrase that names whose it is, or None. without: the head of what stands
    inside the content and is none of it, such as the reporting clause.
    """

    how: str
    content: Token
    cue: Token
    lemma: str
    source: Token | None
    without: Token | None = None


Construction = Callable[[Token, Container[int]], Iterator[Reported]]


def is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def verb_above(word: Token) -> Token:
    """The verb, or what else its clause hangs on, that a phrase belongs to."""
    head = word.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    return head


def is_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in verb.lefts)


def object_of(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def owner_of(saying: Token) -> Token | None:
    """Whose a claim is: its owner, or who it is by."""
    for child in saying.children:
        if child.dep_ == "poss":
            return child
    for child in saying.rights:
        if child.dep_ == "prep" and child.lower_ in _OF:
            return object_of(child)
    return None
