"""The words of a noun phrase that names a speaker."""

from __future__ import annotations

from collections.abc import Container, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.words import can_speak
from gloss.story import Span

NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
PAUSES = frozenset((",", "—", "–", "―", "--", "-", "…", ":", ";", "(", ")"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
_INSIDE = frozenset(
    ("det", "compound", "amod", "poss", "nummod", "case", "nmod", "quantmod", "predet", "punct")
)
_MODIFIERS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM"))
_BEFORE_WORD = frozenset(("DET", "NUM"))
# How many words before a thing to look for the person that "who" stands for.
_WHO = 6
_JOINTS = frozenset(("POS", "PRP$", "HYPH"))


def phrase_around(head: Token, inside: Container[int]) -> Span:
    """Return the span of a noun phrase, without what follows its head.

    inside: the indices of quoted tokens, which are no part of it.
    """
    first = head
    while first.dep_ == "conj" and first.i not in inside and is_several(first):
        first = first.head
    last, head = head, first
    for token in reversed(list(head.lefts)):
        joined = _joins(token) or token.dep_ == "npadvmod"
        if token.i in inside or not (joined or token.dep_ in _INSIDE):
            break
        if (token.text in PAUSES and not joined) or (
            token.tag_[0] == "V" and token.i - 1 in inside
        ):
            break  # “…,” tweeted Jo Li
        first = token if token.left_edge.i in inside else token.left_edge
    while first.i < head.i and (first.is_punct or first.is_space):
        first = first.nbor()
    return Span(_word_start(first, inside), _word_end(last, inside))


def _joins(token: Token) -> bool:
    """Say whether a mark joins two words to one: "front-runner"."""
    near = 0 < token.i < len(token.doc) - 1
    return near and token.text in "-–" and not (token.whitespace_ or token.nbor(-1).whitespace_)


def _word_start(first: Token, inside: Container[int]) -> int:
    """Return where the word starts that a token may be only the last part of: "co-host"."""
    while first.i > 1 and _joins(first.nbor(-1)) and first.i - 2 not in inside:
        first = first.nbor(-2)
    while first.i > 0 and first.nbor(-1).pos_ in _BEFORE_WORD and first.i - 1 not in inside:
        first = first.nbor(-1)
    return first.idx


def _word_end(last: Token, inside: Container[int]) -> int:
    """Return where the word ends that a token may be only the first part of: "year-old"."""
    while last.i + 2 < len(last.doc) and _joins(last.nbor()) and last.i + 2 not in inside:
        last = last.nbor(2)
    return last.idx + len(last)


def antecedent(head: Token) -> Token:
    """Return the noun that "who" or "which" stands for, and any other word as it is."""
    if head.tag_ not in ("WP", "WDT"):
        return head
    noun = head.head.head if head.head.dep_ == "relcl" else head
    if noun == head and head.i:  # a parse gone wrong: what stands right before it
        noun = head.nbor(-2) if head.nbor(-1).text == "," and head.i > 1 else head.nbor(-1)
    if head.lower_ == "who" and noun.pos_ == "NOUN" and not can_speak(noun.lower_):
        # "Jo Li on the quay, who": a quay is no who
        before = reversed(list(head.doc[max(0, noun.i - _WHO) : noun.i]))
        noun = next((t for t in before if t.pos_ == "PROPN" or can_speak(t.lower_)), noun)
    return noun if noun.pos_ in NOUNS and noun.i < head.i else head


def noun_phrase_at(tokens: Sequence[Token]) -> Token | None:
    """Return the head of a noun phrase that starts with the first of some tokens."""
    head: Token | None = None
    part: Token | None = None  # of a word like "Lima-based", which goes before a head
    for n, token in enumerate(tokens):
        if n and _joins(tokens[n - 1]) and token.pos_ not in NOUNS:
            part, head = head or part, None
            continue
        if token.tag_ in ("WP", "WDT"):
            return head or token
        if token.tag_ == "PRP$":
            if head is not None:
                break
            continue
        if token.pos_ in NOUNS:
            head = token
            if token.pos_ == "PRON":
                break
        elif token.pos_ in ("DET", "ADJ", "ADV", "VERB") and head is None and n < 4:
            if token.tag_ in FINITE:
                break
        elif not (token.tag_ in ("POS", "HYPH") or _is_initial(tokens, n)):
            break
    return head or part


def is_several(head: Token) -> bool:
    """Say whether a phrase names several together: ``Li and Doe said``."""
    if head.dep_ == "conj" and head.head.pos_ in ("PROPN", "NOUN"):
        return head.head.dep_ in ("nsubj", "nsubjpass", "conj")
    together = any(child.lower_ in ("and", "or") for child in head.rights if child.dep_ == "cc")
    return together and any(
        child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN") for child in head.rights
    )


def is_modifier(token: Token) -> bool:
    """Say whether a token may stand in a noun phrase before its head."""
    return token.pos_ in _MODIFIERS or token.tag_ in _JOINTS or token.dep_ == "case"


def _is_initial(tokens: Sequence[Token], n: int) -> bool:
    """Say whether a full stop belongs to an initial: ``John F . Doe``."""
    return tokens[n].text == "." and 0 < n < len(tokens) - 1 and tokens[n - 1].pos_ == "PROPN"
