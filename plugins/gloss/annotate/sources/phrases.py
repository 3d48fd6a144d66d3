"""The words of a noun phrase that names a speaker."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Literal

from spacy.tokens import Doc, Token

from gloss.annotate.sources.reporting import FINITE, can_speak
from gloss.story import Span

NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
PAUSES = frozenset((",", "—", "–", "―", "--", "-", "…", ":", ";", "(", ")"))
RELATIVES = frozenset(("WP", "WDT"))
_INSIDE = frozenset(
    ("det", "compound", "amod", "poss", "nummod", "case", "nmod", "quantmod", "predet", "punct")
)
_LEADING = frozenset(("DET", "ADJ", "ADV", "VERB"))
_MODIFIERS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM"))
_BEFORE_WORD = frozenset(("DET", "NUM"))
# How many words before a thing to look for the person that "who" stands for.
_WHO = 6
# A name stands beside a role within so many words.
_BESIDE = 12
_ENDS = frozenset((".", "!", "?", ":", ";", "“", "”", '"', "''", "``", "‘", "’"))
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
        if token.i in inside or not _belongs(token, inside):
            break
        first = token if token.left_edge.i in inside else token.left_edge
    while first.i < head.i and (first.is_punct or first.is_space):
        first = first.nbor()
    return Span(_word_start(first, inside), _word_end(last, inside))


def _belongs(token: Token, inside: Container[int]) -> bool:
    """Say whether a word before a noun is part of its phrase."""
    if _joins(token) or token.dep_ == "npadvmod":
        return True
    if token.dep_ not in _INSIDE or token.text in PAUSES:
        return False
    return not (token.tag_[0] == "V" and token.i - 1 in inside)  # “…,” tweeted Jo Li


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


def named_beside(head: Token, people: Mapping[int, int]) -> Token:
    """Return the name that stands beside a noun: ``their head, Leon Li``; else the noun itself.

    people: where the name of a person starts, and its last token.
    """
    if head.pos_ == "PROPN":
        return head
    for child in head.rights:
        if child.dep_ == "appos" and any(t.i in people for t in child.subtree):
            return child if child.pos_ == "PROPN" else head
    return _named_behind(head, people) or head


def _named_behind(head: Token, people: Mapping[int, int]) -> Token | None:
    """``the member for Lima, Leon Li, said``"""
    for token in head.doc[head.i + 1 : head.i + _BESIDE]:
        last = people.get(token.i)
        if last is not None and token.nbor(-1).text == "," and _ends_aside(token.doc, last + 1):
            return token.doc[last]
        if token.tag_ in FINITE or token.tag_ in RELATIVES or token.text in _ENDS:
            break
    return None


def _ends_aside(doc: Doc, i: int) -> bool:
    return i >= len(doc) or doc[i].text in _ENDS or doc[i].text == "," or doc[i].is_space


def antecedent(head: Token) -> Token:
    """Return the noun that "who" or "which" stands for, and any other word as it is."""
    if head.tag_ not in RELATIVES:
        return head
    noun = head.head.head if head.head.dep_ == "relcl" else head
    if noun == head and head.i:  # a parse gone wrong: what stands right before it
        noun = head.nbor(-2) if head.nbor(-1).text == "," and head.i > 1 else head.nbor(-1)
    if head.lower_ == "who" and noun.pos_ == "NOUN":
        noun = _somebody_before(noun)
    return noun if noun.pos_ in NOUNS and noun.i < head.i else head


def _somebody_before(noun: Token) -> Token:
    """Return who is "who" behind a noun: ``Jo Li on the quay, who``; a quay is no who."""
    near = reversed(list(noun.doc[max(0, noun.i - _WHO) : noun.i]))
    speaking = (t for t in near if t.pos_ == "PROPN" or can_speak(t.lower_))
    return noun if can_speak(noun.lower_) else next(speaking, noun)


def noun_phrase_at(tokens: Sequence[Token]) -> Token | None:
    """Return the head of a noun phrase that starts with the first of some tokens."""
    head: Token | None = None
    part: Token | None = None  # of a word like "Lima-based", which goes before a head
    tokens = _without_bracket(tokens)
    for n, token in enumerate(tokens):
        place = _place_in_phrase(tokens, n, head is not None)
        if place == "part":
            part, head = head or part, None
        elif place == "relative":
            return head or token
        elif place == "noun":
            head = token
        if place == "ends" or (place == "noun" and token.pos_ == "PRON"):
            break
    return head or part


def _without_bracket(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out the bracket of ``said Acme Securities (Japan) analyst Jo Li``."""
    opens = next((n for n, t in enumerate(tokens) if t.text == "("), len(tokens))
    closes = next((n for n, t in enumerate(tokens) if t.text == ")"), len(tokens))
    behind = tokens[closes + 1 : closes + 2]
    if not 0 < opens < closes or not behind or not can_speak(behind[0].lower_):
        return tokens
    return [*tokens[:opens], *tokens[closes + 1 :]]


def _place_in_phrase(
    tokens: Sequence[Token], n: int, has_noun: bool
) -> Literal["part", "relative", "noun", "leads", "ends"]:
    token = tokens[n]
    if n and _joins(tokens[n - 1]) and token.pos_ not in NOUNS:
        return "part"
    if token.tag_ in RELATIVES:
        return "relative"
    if token.tag_ == "PRP$":
        return "ends" if has_noun else "leads"
    if token.pos_ in NOUNS and token.text[0].isalnum():
        return "noun"
    leads = _leads_within(tokens, n) if has_noun else _leads(token, n)
    return "leads" if leads or token.tag_ in ("POS", "HYPH") else "ends"


def _leads(token: Token, n: int) -> bool:
    return token.pos_ in _LEADING and n < 4 and token.tag_ not in FINITE


def _leads_within(tokens: Sequence[Token], n: int) -> bool:
    """``said Acme chief economist Jo Li``"""
    return tokens[n].pos_ == "ADJ" and any(can_speak(t.lower_) for t in tokens[n + 1 : n + 2])


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
