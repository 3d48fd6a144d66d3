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
from gloss.lexicon import words
from gloss.naming.lexicon import DEEDS, PARTICIPLES
from gloss.story import Kind, Span

_BE = words("entities")["being"]
_DESCRIBED = frozenset({"person", "org", "place", "work", "product"})


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
    first = _first(tokens, name.end + 1)
    token = tokens.at(first)
    if token is None or token.tag_ in ("VBG", "IN", "CC", "TO"):
        return
    if token.lower_ == ("who" if kind == "person" else "which"):
        yield from _clause(tokens, kind, first + 1)
    elif _is_participle(tokens, token):
        yield from _whole(tokens, first, walk(tokens, first + 1, also=("RB",)))
    elif kind in _DESCRIBED and says_what(tokens, first, last := walk(tokens, first), kind):
        yield from _whole(tokens, first, last)


def _first(tokens: NamedTokens, first: int) -> int:
    """Return where what follows a comma begins, behind an age and "as"."""
    first += 2 if _is_age(tokens, first) else 0
    token = tokens.at(first)
    return first + 1 if token and token.lower_ == "as" else first  # "the Veltro, as a currency"


def _whole(tokens: NamedTokens, first: int, last: int) -> Iterator[Stretch]:
    """Yield a stretch that stops where a reader would stop."""
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
    if root.dep_ != "nsubj" or root.i > verb.i or not _is_plain(verb):
        return
    if any(child.dep_ == "conj" for child in root.children):  # "Per and Ida are rivals"
        return
    for child in verb.children:
        if child.dep_ == "attr" and child.i > verb.i:
            first = child.left_edge.i
            last = walk(tokens, first)
            if says_what(tokens, first, last, kind):
                yield from _whole(tokens, first, last)


def _is_plain(verb: Token) -> bool:
    """Tell "is" from "is not", "would be", and "Nes said Berg was a liar"."""
    if verb.lower_ not in _BE or verb.dep_ == "ccomp":
        return False
    return not any(child.dep_ in ("neg", "aux", "mark") for child in verb.children)


def _is_age(tokens: NamedTokens, first: int) -> bool:
    number, comma = tokens.at(first), tokens.at(first + 1)
    return bool(number and comma and number.tag_ == "CD" and comma.text == ",")
