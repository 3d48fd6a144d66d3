"""The constructions by which a sentence reports what somebody says, thinks, wants or knows.

Each looks at one word of the parse and yields what is reported, the word that shows it, and whose
it is. They follow the attribution relations of PARC: a source, a cue and a content (S. Pareti,
Attribution: A Computational Approach, University of Edinburgh 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from gloss.annotate.sources.reporting import SAYINGS, forms_of, reporting_verbs, verb_of
from gloss.annotate.sources.speakers import is_passive, speaker_of
from gloss.identity.roles import singular
from gloss.lexicon import words

WORDS = words("reports")
FORMS = {more: forms_of(sorted(WORDS[more])) for more in ("to_do", "to_stand", "to_know")}
_CLAUSES = frozenset(("ccomp", "parataxis"))
_OBJECTS = frozenset(("dobj", "oprd"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
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


def clause(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li said (that) it had rained``; ``it had rained, Li said``; ``asked whether it had``."""
    lemma = _lemma(token, "to_know")
    if lemma is None:
        return
    for child in token.children:
        if child.dep_ in _CLAUSES and (child.i > token.i or child.dep_ == "ccomp"):
            inside = token if child.left_edge.i < token.i < child.right_edge.i else None
            yield Reported("clause", child, token, lemma, speaker_of(token, outside), inside)
    head = token.head
    if token.dep_ == "parataxis" and head.i != token.i and token.pos_ == "VERB":
        yield Reported("aside", head, token, lemma, speaker_of(token, outside), token)


def infinitive(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li vowed to resign``; ``urged them to stay``; ``refused to say``."""
    lemma = _lemma(token, "to_do")
    if lemma not in WORDS["to_do"]:
        return
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child) and child.i > token.i:
            yield Reported("infinitive", child, token, lemma, speaker_of(token, outside))


def thing(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li denied the charge``; ``rejected claims that it had rained``."""
    lemma = _lemma(token, "to_stand")
    if lemma not in WORDS["to_stand"] or token.pos_ != "VERB":
        return
    if is_passive(token, outside):
        return
    for child in token.children:
        if child.dep_ in _OBJECTS and child.pos_ in ("NOUN", "PRON") and child.lower_ != "it":
            yield Reported("thing", child, token, lemma, speaker_of(token, outside))


def according(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``According to Li, it had rained``; ``it had rained, according to Li``."""
    if token.lower_ != "according" or token.i + 1 == len(token.doc) or token.nbor().lower_ != "to":
        return
    whose = _object_of(token.nbor())
    head = token.head if token.head.i != token.i else None
    while head is not None and head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    if whose is not None and whose.i in outside and head is not None:
        yield Reported("according to", head, token, "according to", whose, token)


def view(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``In the view of Li, it had rained``; ``it had rained, by the reckoning of Li``."""
    if token.lower_ not in WORDS["views"] or token.dep_ != "pobj":
        return
    whose, head = _owner(token), token.head.head
    if whose is not None and whose.i in outside and head.pos_ in ("VERB", "AUX"):
        yield Reported("according to", head, token, token.lower_, whose, token.head)


def noun(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li's claim that it had rained``; ``a report by Li that``; ``his promise to resign``."""
    saying = singular(token.lower_)
    if saying not in SAYINGS or token.pos_ != "NOUN":
        return
    for child in token.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and (_is_that(child) or _is_infinitive(child)):
            whose = _owner(token)
            if whose is not None and whose.i in outside:
                yield Reported("noun", child, token, saying, whose)


CONSTRUCTIONS: tuple[Construction, ...] = (clause, infinitive, thing, according, view, noun)


def _lemma(token: Token, more: str) -> str | None:
    """The dictionary form of a verb that reports; more: the list of others that do here."""
    if token.pos_ not in ("VERB", "AUX") and token.lower_ not in reporting_verbs():
        return None
    verb = verb_of(token)
    if verb is not None:
        return verb.lemma
    return FORMS[more].get(token.lower_) if token.pos_ == "VERB" else None


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _is_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in verb.lefts)


def _object_of(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _owner(saying: Token) -> Token | None:
    """Whose a claim is: its owner, or who it is by."""
    for child in saying.children:
        if child.dep_ == "poss":
            return child
    for child in saying.rights:
        if child.dep_ == "prep" and child.lower_ in _OF:
            return _object_of(child)
    return None
