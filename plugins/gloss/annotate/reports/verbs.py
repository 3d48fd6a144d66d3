"""Verbs that report: clauses, asides, infinitives, objects, and what somebody calls for."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from gloss.annotate.reports.reported import WORDS, Reported, is_infinitive, is_that
from gloss.annotate.sources.reporting import forms_of, reporting_verbs, verb_of
from gloss.annotate.sources.speakers import is_passive, speaker_of
from gloss.lexicon import load

# With which prepositions a verb has what it is about: "called for".
ABOUT = {verb: frozenset(after.split()) for verb, after in load("matters").items()}
FORMS = {more: forms_of(sorted(WORDS[more])) for more in ("to_do", "to_stand", "to_know")}
FORMS["about"] = forms_of(sorted(ABOUT))
_CLAUSES = frozenset(("ccomp", "parataxis"))
_OBJECTS = frozenset(("dobj", "oprd"))


def clause(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li said (that) it had rained``; ``it had rained, Li said``; ``asked whether it had``."""
    lemma = _lemma(token, "to_know")
    if lemma is None or _is_supposed(token):
        return
    for child in token.children:
        if child.dep_ in _CLAUSES and _is_content(child, token, lemma):
            inside = token if child.left_edge.i < token.i < child.right_edge.i else None
            yield Reported("clause", child, token, lemma, speaker_of(token, outside), inside)
    if _is_aside(token):
        yield Reported("aside", token.head, token, lemma, speaker_of(token, outside), token)


def said_as(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``As Li said, it had rained``; ``it was, as Li puts it, a wet day``."""
    lemma = _lemma(token, "to_know")
    by_as = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in token.lefts)
    if lemma is None or token.dep_ != "advcl" or not by_as:
        return
    if not _says_something(token):
        yield Reported("aside", token.head, token, lemma, speaker_of(token, outside), token)


def infinitive(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li vowed to resign``; ``urged them to stay``; ``denied having paid``."""
    lemma = _lemma(token, "to_do") or _lemma(token, "to_stand")
    if lemma is None:
        return
    for child in token.rights:
        to_do = lemma in WORDS["to_do"] and is_infinitive(child)
        to_stand = lemma in WORDS["to_stand"] and _is_gerund(child)
        if child.dep_ in ("xcomp", "ccomp") and (to_do or to_stand):
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


def matter(token: Token, outside: Container[int]) -> Iterator[Reported]:
    """``Li called for a vote``; ``accused them of lying``; ``called for the yard to be shut``."""
    lemma = FORMS["about"].get(token.lower_) if token.pos_ == "VERB" else None
    if lemma is None or is_passive(token, outside):
        return
    for child in token.rights:
        for content in child.children:
            if child.lower_ in ABOUT[lemma] and content.dep_ in ("pobj", "pcomp"):
                yield Reported("matter", content, token, lemma, speaker_of(token, outside))
            elif content.dep_ == "mark" and content.lower_ in ABOUT[lemma] & {"for"}:
                yield Reported("matter", child, token, lemma, speaker_of(token, outside), content)


def _is_gerund(verb: Token) -> bool:
    """``denied paying``, ``denied having paid``"""
    return verb.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "VBG" for c in verb.lefts)


def _is_supposed(verb: Token) -> bool:
    """Tell what may be said, and was not: "some would hope that", "if Li says that"."""
    return any(c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ == "if") for c in verb.lefts)


def _is_content(clause: Token, verb: Token, lemma: str) -> bool:
    """Tell whether a clause is what a verb reports; before it, it is so only for want of another.

    "In his book, Li suggested looking"; "Once it rained: Li told the rest".
    """
    if clause.i > verb.i:
        return lemma not in WORDS["with_that"] or is_that(clause)
    behind = clause.doc[clause.right_edge.i + 1] if clause.right_edge.i < verb.i else verb
    return clause.dep_ == "ccomp" and behind.text != ":" and not _says_something(verb)


def _says_something(verb: Token) -> bool:
    """Tell whether a verb has what it says behind it."""
    said = (c for c in verb.rights if c.dep_ in _OBJECTS | _CLAUSES | {"xcomp"})
    return any(c.lower_ != "it" for c in said)


def _lemma(token: Token, more: str) -> str | None:
    """The dictionary form of a verb that reports; more: the list of others that do here."""
    if token.pos_ not in ("VERB", "AUX") and token.lower_ not in reporting_verbs():
        return None
    verb = verb_of(token)
    if verb is not None:
        return verb.lemma
    return FORMS[more].get(token.lower_) if token.pos_ == "VERB" else None


def _is_aside(verb: Token) -> bool:
    """Tell whether a verb says whose its sentence is: ``it rained, Li said``, ``, conceded Li``.

    A parse hangs it on the sentence's verb, sometimes as a second verb without any "and".
    """
    above = verb.head
    if above.i == verb.i or verb.pos_ != "VERB":
        return False
    if verb.dep_ == "parataxis":
        return True
    joined = any(c.dep_ == "cc" for c in above.rights if c.i < verb.i)
    inverted = any(c.dep_ == "nsubj" for c in verb.rights)
    return verb.dep_ == "conj" and not joined and inverted and verb.nbor(-1).text == ","
