"""Words that tell who speaks, and the reporting verbs (``lexicon/en``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from gloss.identity.roles import BODIES, PEOPLE, singular
from gloss.lexicon import load, words

WORDS = words("quotes")
SPEAKERS = PEOPLE | BODIES | WORDS["sources"]
SAYINGS = WORDS["sayings"]
BE = WORDS["be"]
# The form of a verb that a clause of its own has.
FINITE = frozenset(("VBD", "VBZ", "VBP"))

_DOERS = ("er", "or", "ist", "ian", "man", "woman")
_VOWELS = "aeiou"
_FIRST_WORD = re.compile(r"(\w*)\W.*")
# What somebody gives a name stands within so many words between the verb and the name.
LABEL_REACH = 8


@dataclass(frozen=True)
class Verb:
    """A reporting verb.

    kind: ``say`` (told, added), ``label`` (called, dismissed), ``as`` (sees it as),
    ``think`` (believes, hopes).
    """

    lemma: str
    kind: str


def can_speak(noun: str) -> bool:
    """Say whether a common noun, in lower case, can speak, in the singular or plural.

    Those are the nouns of the lexicon, and what is made like a doer: "heckler", "lobbyist".
    """
    one = singular(noun)
    if SPEAKERS & {noun, one}:
        return True
    return len(one) > 5 and one.endswith(_DOERS) and one not in WORDS["things"]


@cache
def reporting_verbs() -> dict[str, Verb]:
    """Return every form of every reporting verb, in lower case. A form's first class counts."""
    forms: dict[str, Verb] = {}
    for kind in ("say", "label", "as", "think"):
        for form, lemma in forms_of(load("reporting")[kind].split()).items():
            forms.setdefault(form, Verb(lemma, kind))
    return forms


def forms_of(lemmas: Iterable[str]) -> dict[str, str]:
    """Return the lemma of every form of some verbs, in lower case; an earlier verb's form stays."""
    lists = load("reporting")
    doubling = lists["doubling"].split()
    forms: dict[str, str] = {}
    for lemma in lemmas:
        own = lists["irregular"].get(lemma, "").split()
        regular = _regular_forms(lemma, lemma in doubling)
        for form in (*own, *(f for f in regular if not (own and f.endswith("ed")))):
            forms.setdefault(form, lemma)
    return forms


def _regular_forms(lemma: str, doubling: bool) -> tuple[str, ...]:
    """Return the forms that English makes by rule: lemma, third person, participle, past."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma[:-1] + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma + lemma[-1] if doubling else lemma
    return lemma, third, stem + "ing", stem + "ed"


def verb_of(token: Token) -> Verb | None:
    """Return the reporting verb that a token is."""
    word = token.lower_
    if "“" in word or '"' in word:  # a blank is missing: said,“Look
        word = _FIRST_WORD.sub(r"\1", word)
    verb = reporting_verbs().get(word)
    if verb is None or not _is_verb(token, word, verb.lemma):
        return None
    needed = load("reporting")["with"].get(verb.lemma)
    if needed is not None and not _follows(token, needed.split()):
        return None
    if verb.lemma == "point" and _follows(token, ("out",)):
        return replace(verb, kind="say")  # "pointed out", not "points to"
    return verb


def _is_verb(token: Token, word: str, lemma: str) -> bool:
    """Say whether a form of a verb is one here, whatever a tagger takes it for."""
    if token.tag_.startswith("V") or word in WORDS["plain_reports"]:
        return True
    if word == lemma or token.pos_ == "PROPN" or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).pos_ == "PROPN" and token.nbor().text in ",."  # "Leon Li interrupts,"


def is_label(parts: Iterable[object]) -> bool:
    """Say whether words are the label of a question or an answer: ``Q:``"""
    return "".join(map(str, parts)).rstrip(".:") in ("Q", "A")


def names(between: Sequence[Token]) -> bool:
    """Say whether a verb of naming has but what it names between it and the words quoted."""
    return len(between) <= LABEL_REACH and not any(t.tag_[0] in "VM" for t in between)


def _follows(token: Token, words: Sequence[str]) -> bool:
    """Say whether a word follows, an adverb aside: "spoke instead of"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return any(t.lower_ in words and (not n or after[0].pos_ == "ADV") for n, t in enumerate(after))
