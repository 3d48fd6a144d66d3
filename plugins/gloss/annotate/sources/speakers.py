"""Whose a verb is: the phrase that does what a reporting verb says.

The place of the words decides first, then the parse, which quotation marks often confuse.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import islice, pairwise

from spacy.tokens import Token

from gloss.annotate.sources.phrases import (
    NOUNS,
    PAUSES,
    RELATIVES,
    antecedent,
    is_modifier,
    noun_phrase_at,
)
from gloss.annotate.sources.reporting import BE, FINITE, WORDS, can_speak, reporting_verbs, verb_of

_SUBJECTS = frozenset(("nsubj", "csubj", "nsubjpass"))
_PASSIVE = frozenset(("nsubjpass", "csubjpass", "auxpass"))
_OBJECTS = frozenset(("dobj", "oprd"))
_RELATING = frozenset(("WP", "WDT", "WRB"))
_BARE = frozenset(("acl", "advcl", "amod", "relcl"))
_HANGING = frozenset(
    ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis", "appos")
)
_REPORTING = frozenset(("ccomp", "conj", "advcl", "relcl", "xcomp"))
_SPEAKING_TAGS = frozenset(("WP", "WDT", "DT", "JJ", "JJS", "JJR"))
_DATES = WORDS["days"] | WORDS["months"]
_VERBS = frozenset(("VB", "VBP", "VBD", "VBN", "VBZ"))
# Words looked at before a verb, and verbs climbed to reach its subject.
_WORDS, _CLIMB = 60, 8


def speaker_of(verb: Token, outside: Container[int]) -> Token | None:
    """Return the head of the phrase that does what a reporting verb says.

    outside: the indices of the tokens that may be it, those that are not quoted. A participle or
    infinitive takes the subject of the verb that it hangs on, a verb after "and" that of the one
    before. None for a passive without an agent, and where nobody is named.
    """
    if is_passive(verb, outside):
        return _agent(verb, outside)
    known = _inverted(verb, outside) or _quoted_as_saying(verb, outside)
    if known is not None or verb.tag_ != "VBG":
        return known or _climbing(verb, outside)
    name = verb.nbor(-1) if verb.i else verb
    if name.pos_ == "PROPN" and name.i in outside and not _is_where(name):
        return name  # "footage of Li saying"
    return _climbing(_beside(verb, outside) or verb, outside)


def _climbing(verb: Token, outside: Container[int]) -> Token | None:
    """Return the subject of a verb, or of the nearest one above that has one."""
    for _ in range(_CLIMB):
        head = by_place(verb, outside) or by_syntax(verb, outside) or _by_commas(verb, outside)
        if head is not None:
            return _speaking(head, outside)
        above = _above(verb, outside)
        if above is None or above.pos_ in NOUNS:
            return above
        verb = above
    return None


def is_passive(verb: Token, outside: Container[int]) -> bool:
    """Say whether a verb is a passive, or a bare participle ("asked about it, he …")."""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return True
    if _is_active(verb, outside):
        return False
    return (verb.i > 0 and verb.nbor(-1).lower_ in BE) or verb.dep_ in _BARE


def _is_active(participle: Token, outside: Container[int]) -> bool:
    """Say whether a participle helps to make a tense: ``Li has called it``, ``Li said:``

    "whom one aide described as": a tagger makes a participle of what has a subject.
    """
    if participle.i + 1 < len(participle.doc) and participle.nbor().text == ":":
        return True
    above = participle.head
    if above.dep_ == "ROOT" and above.pos_ == "PROPN" and participle.nbor(-1).text == ",":
        return True  # "Jo Li, the mayor, compared it to", where a parse finds no verb
    helped = any(c.dep_ in ("aux", "nsubj") for c in participle.lefts)
    return helped or any(c.dep_ in _OBJECTS and c.i in outside for c in participle.rights)


def _agent(verb: Token, outside: Container[int]) -> Token | None:
    """Return who a passive is by, or who is quoted as saying."""
    for child in verb.children:
        nouns = [child] if child.dep_ == "nsubjpass" and verb.lower_ == "quoted" else []
        nouns = [c for c in child.children if c.dep_ == "pobj"] if child.dep_ == "agent" else nouns
        for noun in nouns:
            if noun.i in outside:
                return noun
    return None


def _quoted_as_saying(verb: Token, outside: Container[int]) -> Token | None:
    """Return whom a paper quotes: ``The paper quoted Li as saying``; verb: either of the two."""
    if verb.lower_ == "saying" and verb.head.lower_ == "as":
        verb = verb.head.head
    if verb.lower_ not in WORDS["quoting"]:
        return None
    if not any(
        c.lower_ == "as" and c.nbor().lower_ == "saying"
        for c in verb.rights
        if c.i + 1 < len(c.doc)
    ):
        return None
    return next((c for c in verb.rights if c.dep_ == "dobj" and c.i in outside), None)


def _inverted(verb: Token, outside: Container[int]) -> Token | None:
    """Return the name right behind "said": ``Any plan, said Jo Li, would``."""
    if verb.lower_ not in ("said", "says") or verb.i + 2 >= len(verb.doc):
        return None
    before = next(_backwards(verb, outside), None)
    if before is not None and before.text not in PAUSES:
        return None
    first = verb.nbor()
    named = first.pos_ in ("PROPN", "DET") or can_speak(first.lower_)
    if not named or first.lower_ in _DATES:
        return None
    head = noun_phrase_at(list(verb.doc[verb.i + 1 : verb.i + 13]))
    if head is None or head.i not in outside:
        return None
    return head if head.i + 1 == len(head.doc) or head.nbor().text in PAUSES | {"."} else None


def _is_where(name: Token) -> bool:
    """Say whether a name tells where or when: ``a column in the Post saying``"""
    placed = name.dep_ == "pobj" and name.head.lower_ in WORDS["where"]
    return placed or name.lower_ in _DATES


def by_place(verb: Token, outside: Container[int]) -> Token | None:
    """Return the head of the phrase right before a verb, where nothing but a pause precedes it.

    ``Li said``, and ``Li, an aide said, is ready``.
    """
    tokens = _backwards(verb, outside)
    head = next((t for t in tokens if not _helps(t)), None)
    if head is None or not _is_nominal(head) or _is_region(head):
        return None
    if _is_aside(head, verb) and head.head.i in outside:
        return head.head  # "Jo Li, mayor (Lima), said"
    before = next((t for t in tokens if not is_modifier(t)), None)
    return head if head.pos_ == "PRON" or _may_precede(before) else None


def _is_nominal(token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.tag_ == "PRP" and token.lower_ not in WORDS["objects"]
    return token.pos_ in ("PROPN", "NOUN") or _looks_like_name(token)


def _may_precede(token: Token | None) -> bool:
    """Say whether a clause may start behind a token, or where none stands."""
    if token is None:
        return True
    return token.text in PAUSES or token.pos_ in ("SCONJ", "CCONJ") or token.tag_ in _RELATING


def _is_aside(head: Token, verb: Token) -> bool:
    """Say whether a noun, not right before a verb, only tells what somebody is."""
    beside = head.dep_ == "appos" and head.pos_ == "NOUN" and head.head.pos_ == "PROPN"
    return beside and head.i + 1 < verb.i


def _is_region(name: Token) -> bool:
    """Say whether a name is the last part of a place's or a body's.

    ``Jo Li of Columbia, South Carolina said``, ``Jo Li of the Centers for Control and Prevention``
    """
    if name.dep_ == "conj":
        return name.head.dep_ == "pobj"
    appos = name.dep_ == "appos" and name.pos_ == "PROPN"
    return appos and any(c.dep_ == "prep" and c.i < name.i for c in name.head.rights)


def by_syntax(verb: Token, outside: Container[int]) -> Token | None:
    """Return the subject that the parser gives a verb."""
    for child in verb.children:
        bracketed = child.i > 0 and child.nbor(-1).text == "("
        known = child.i in outside and is_somebody(child)
        if child.dep_ in _SUBJECTS and known and not bracketed:
            return child
    return None


def _by_commas(verb: Token, outside: Container[int]) -> Token | None:
    """Return the name before an aside: ``Jo Li, the head of the club, said``."""
    tokens = list(_backwards(verb, outside))
    if not tokens or tokens[0].text != ",":
        return None
    for comma, name in pairwise(tokens[1:]):
        if comma.text == "," and name.pos_ == "PROPN":
            before = (t for t in tokens[tokens.index(name) :] if not is_modifier(t))
            if next((t.pos_ for t in before), "") != "ADP":
                return name
    return None


def main_subject(tokens: Iterable[Token]) -> Token | None:
    """Return the subject of a sentence's main verb, else its first subject."""
    subjects = [t for t in tokens if t.dep_ in _SUBJECTS and may_speak(t)]
    subjects = [t for t in subjects if t.tag_ not in RELATIVES] or [*map(antecedent, subjects)]
    main = [t for t in subjects if t.head.dep_ == "ROOT"] or subjects
    return main[0] if main else None


def may_speak(noun: Token) -> bool:
    """Say whether a subject can be somebody's: not "there", not "what"."""
    if not noun.text[0].isalpha():
        return False
    if noun.lower_ in WORDS["nobody"]:
        return noun.lower_ == "those" and any(c.dep_ in ("acl", "relcl") for c in noun.rights)
    if noun.pos_ in NOUNS or noun.tag_ in _SPEAKING_TAGS or _looks_like_name(noun):
        return True
    # A tagger takes some names for verbs: "Mark", "Trump".
    named = noun.dep_ == "nsubj" and noun.tag_ in _VERBS and noun.text[0].isupper()
    return named and noun.lower_ not in reporting_verbs()


def is_somebody(noun: Token) -> bool:
    """Say whether a word may be a speaker at all: it has a letter, and is no day or week."""
    if noun.pos_ == "NOUN" and noun.lower_ in WORDS["spans"]:
        return not noun.whitespace_ and noun.i + 1 < len(noun.doc) and noun.nbor().text == "-"
    return noun.text[0].isalnum() and noun.lower_ not in WORDS["days"]


def _speaking(head: Token, outside: Container[int]) -> Token | None:
    """Drop what cannot speak, and put the name in the place of a thing that goes with it."""
    if head.tag_ == "WDT":
        noun = antecedent(head)
        return head if noun != head and can_speak(noun.lower_) and noun.i in outside else None
    if head.pos_ == "NOUN" and not can_speak(head.lower_):
        head = _apposed(head, outside)
    return head if may_speak(head) else None


def _apposed(noun: Token, outside: Container[int]) -> Token:
    """Return the name that a parse puts beside a thing: ``In a year, Jo Li, the mayor, said``"""
    names = (c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((name for name in names if name.i in outside), noun)


def _beside(participle: Token, outside: Container[int]) -> Token | None:
    """Return the verb that a participle behind a comma goes along with: ``Li left, saying``."""
    before = next(_backwards(participle, outside), None)
    if before is None or (before.text not in PAUSES and before.dep_ != "cc"):
        return None
    above = [t for t in islice(participle.ancestors, _CLIMB) if t.tag_.startswith("VB")]
    along = (*_where(participle, outside), *above)
    return next((t for t in along if t.i < participle.i and by_syntax(t, outside)), None)


def _where(participle: Token, outside: Container[int]) -> list[Token]:
    """``outside the mill, where workers stood, chanting``"""
    near = next((t for t in _backwards(participle, outside) if t.tag_ in FINITE), participle)
    near = near.head if near.dep_ == "aux" else near
    return [near] if "where" in {c.lower_ for c in near.lefts} else []


def _above(verb: Token, outside: Container[int]) -> Token | None:
    """Return the verb whose subject is that of a participle, infinitive or second verb too."""
    head = verb.head
    if verb.dep_ not in ("relcl", "acl"):
        return head if verb.dep_ in _HANGING and head.i in outside and head != verb else None
    if head.i not in outside or head.pos_ not in NOUNS:
        return None
    if head.lower_ in WORDS["media"] and head.dep_ in ("dobj", "pobj", "attr"):
        above = head.head if head.dep_ != "pobj" else head.head.head
        return above if above.pos_ == "VERB" and above != verb else head
    return head


def _backwards(verb: Token, outside: Container[int]) -> Iterator[Token]:
    """Yield the tokens before a verb, the nearest first, within its sentence, without brackets."""
    depth = 0
    for i in range(verb.i - 1, max(-1, verb.i - _WORDS), -1):
        token = verb.doc[i]
        if token.is_space:
            continue
        if i not in outside:
            return
        after_bracket = token.text == "," and i > 0 and token.nbor(-1).text == ")"
        depth += token.text == ")"
        if depth == 0 and not after_bracket:
            yield token
        depth -= token.text == "(" and depth > 0


def _helps(token: Token) -> bool:
    noun = token.nbor() if token.lower_ in WORDS["which_day"] else token
    if noun.lower_ in WORDS["days"] or noun.lower_ in WORDS["spans"]:
        return True  # "Li on Monday said", "who this week said"
    return (token.pos_ in ("AUX", "ADV") or token.dep_ == "neg") and not _looks_like_name(token)


def _looks_like_name(token: Token) -> bool:
    """Say whether a word has a capital that no sentence gives it: "Early" for Mr. Early."""
    return token.text[0].isupper() and token.i > 0 and token.nbor(-1).text in PAUSES


def is_reported(token: Token) -> bool:
    """Say whether a reporting verb stands in what another reports: "Li says he told them".

    "Li suggested …, while Doe said …" are two reports.
    """
    own = token.dep_ == "conj" and any(c.dep_ == "nsubj" for c in token.lefts)
    if own or (token.dep_ == "advcl" and token.tag_ in FINITE):
        return False
    for _ in range(8):
        above = token.head
        verb = verb_of(above) if token.dep_ == "ccomp" else None
        if above == token or (verb is not None and verb.kind == "say"):
            return above.i < token.i
        if token.dep_ not in _REPORTING:
            return False
        token = above
    return False
