"""What is said of a name around it: in an apposition, a relative clause or a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gloss.annotate.entities.phrases import (
    NamedTokens,
    Stretch,
    ends_well,
    head_noun,
    is_set_off,
    says_what,
    walk,
)
from gloss.naming.lexicon import DEEDS, PARTICIPLES
from gloss.story import Kind, Span

_BE = frozenset({"is", "was", "are", "were", "remains", "became"})


def explained(tokens: NamedTokens, kind: Kind, name: Span, root: Token) -> Iterator[Stretch]:
    """Yield what a name explains: "the chief executive of Huobi, Leon Li,"."""
    head = root.head
    comma = tokens.at(name.start - 1)
    if root.dep_ != "appos" or head.i >= name.start or comma is None or comma.text != ",":
        return
    first = head.left_edge.i
    whole = walk(tokens, first) == name.start - 1 and is_set_off(tokens, first, name.end)
    if whole and says_what(tokens, first, name.start - 1, kind):
        yield first, name.start - 1


def after(tokens: NamedTokens, kind: Kind, name: Span) -> Iterator[Stretch]:
    """Yield what follows a name and a comma: "Glazyev, advisor to the president,"."""
    comma = tokens.at(name.end)
    if comma is None or comma.text not in (",", "(", "–", "—"):
        return
    first = name.end + 1
    first += 2 if _is_age(tokens, first) else 0
    if (token := tokens.at(first)) and token.lower_ == "as":
        first += 1  # "the Veltro, as a national currency"
    token = tokens.at(first)
    if token is None or token.tag_ in ("VBG", "IN", "CC", "TO"):
        return
    if token.lower_ == ("who" if kind == "person" else "which"):
        yield from _clause(tokens, kind, first + 1)
        return
    if _is_participle(tokens, token):
        last = walk(tokens, first + 1, also=("RB",))
    elif kind not in ("person", "org", "place", "work", "product"):
        return
    else:
        last = walk(tokens, first)
        if not says_what(tokens, first, last, kind):
            return
    if ends_well(tokens, first, last):
        yield first, last


def _is_participle(tokens: NamedTokens, token: Token) -> bool:
    """Tell "founded in 2013" from "founded a bank" and from "opened up"."""
    following = tokens.at(token.i + 1)
    if token.lower_ not in PARTICIPLES or token.tag_ != "VBN":
        return False
    if following is None or following.lower_ == "for":
        return False
    return following.tag_ in ("IN", "RB")


def _clause(tokens: NamedTokens, kind: Kind, verb: int) -> Iterator[Stretch]:
    """Yield what follows "who" or "which": "is the head of the party", "owns two papers"."""
    token = tokens.at(verb)
    if token is None or token.lower_ not in (_BE if kind == "place" else _BE | DEEDS):
        return
    first = verb + 1 if token.lower_ in _BE else verb
    last = walk(tokens, verb + 1)
    noun = head_noun(tokens, verb + 1, last)
    fits = says_what(tokens, first, last, kind) if first > verb else noun
    if fits and ends_well(tokens, first, last):
        yield first, last


def copula(tokens: NamedTokens, kind: Kind, root: Token) -> Iterator[Stretch]:
    """Yield what a sentence says a name is: "Huobi is one of the largest exchanges"."""
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in _BE or root.i > verb.i:
        return
    if verb.dep_ == "ccomp":  # "Nes said Berg was a liar"
        return
    if any(child.dep_ == "conj" for child in root.children):  # "Per and Ida are rivals"
        return
    children = list(verb.children)
    if any(c.dep_ in ("neg", "aux", "mark") for c in children):
        return
    for child in children:
        if child.dep_ == "attr" and child.i > verb.i:
            first = child.left_edge.i
            last = walk(tokens, first)
            if says_what(tokens, first, last, kind) and ends_well(tokens, first, last):
                yield first, last


def _is_age(tokens: NamedTokens, first: int) -> bool:
    number, comma = tokens.at(first), tokens.at(first + 1)
    return bool(number and comma and number.tag_ == "CD" and comma.text == ",")
