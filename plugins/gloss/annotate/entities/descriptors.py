"""What the story says a thing is, in its own words, cut out of its text and never made up.

before       "Huobi's founder Leon Li", "the Russian President, Vladimir Putin"
explained    "the chief executive of Huobi, Leon Li,"
after        "Glazyev, advisor to the president,", "Huobi, established in 2013,"
copula       "Huobi is one of the largest exchanges"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.entities.phrases import (
    BEFORE_NAME,
    Words,
    ends_well,
    head_noun,
    is_kind_of,
    is_role,
    joins_names,
    trim,
    walk,
)
from gloss.naming.lexicon import DEEDS, PARTICIPLES, RELATIVES
from gloss.story import Kind, Span

MOST = 3  # descriptors of one thing
LONGEST = 120  # characters
MENTIONS = 6  # of each thing, to look at

_BE = frozenset({"is", "was", "are", "were", "remains", "became"})


def describe(words: Words, kind: Kind, mentions: Sequence[Span]) -> tuple[str, ...]:
    """Return up to three phrases of the story that say what the thing is.

    mentions: the numbers of each one's first token and of the one after its last.
    """
    if kind == "group":
        return ()
    found: dict[str, str] = {}
    for tokens in mentions[:MENTIONS]:
        for first, last in _phrases(words, kind, tokens):
            first, last = trim(words, first, last)
            if last > first and (phrase := words.text(first, last)) and len(phrase) <= LONGEST:
                found.setdefault(phrase.casefold(), phrase)
    phrases = [p for p in found.values() if not any(p != q and p in q for q in found.values())]
    telling = [p for p in phrases if " " in p]
    return tuple((telling or [p for p in phrases if p.lower() not in RELATIVES])[:MOST])


def _phrases(words: Words, kind: Kind, name: Span) -> Iterator[tuple[int, int]]:
    root = words.root(name)
    if kind in ("person", "org", "place"):
        yield from _before(words, kind, name, root)
        yield from _explained(words, kind, name, root)
    yield from _after(words, kind, name)
    yield from _copula(words, kind, root)


def _before(words: Words, kind: Kind, name: Span, root: Token) -> Iterator[tuple[int, int]]:
    last = name.start
    if (comma := words.at(last - 1)) and comma.text == "," and is_role(words.at(last - 2)):
        last -= 1
    noun = words.at(last - 1)
    if noun is None or noun.i in words.names or not is_kind_of(noun, kind):
        return
    belongs = noun.head.i in range(name.start, name.end) or root.head.i == noun.i
    if not (belongs or is_role(noun)) or noun.tag_ in ("NNS", "NNPS"):
        return
    first = last - 1
    while (token := words.at(first - 1)) and token.tag_ in BEFORE_NAME:
        if words.doc[first].is_sent_start or joins_names(words, token):
            break
        if token.tag_ == "CC" and not is_role(words.at(first - 2)):
            break  # "eight per cent and former governor Jeb Bush"
        first -= 1
    of = words.at(first - 1)
    if of is None or of.lower_ != "of" or not words.doc[first].text[:1].isupper():
        yield first, last  # not "Fame player" of "Hall of Fame player"


def _explained(words: Words, kind: Kind, name: Span, root: Token) -> Iterator[tuple[int, int]]:
    head = root.head
    comma = words.at(name.start - 1)
    if root.dep_ != "appos" or head.i >= name.start or comma is None or comma.text != ",":
        return
    first = head.left_edge.i
    if is_kind_of(head, kind) and walk(words, first) == name.start - 1:
        yield first, name.start - 1


def _after(words: Words, kind: Kind, name: Span) -> Iterator[tuple[int, int]]:
    comma = words.at(name.end)
    if comma is None or comma.text not in (",", "(", "–", "—"):
        return
    first = name.end + 1
    first += 2 if _is_age(words, first) else 0
    token = words.at(first)
    if token is None or token.tag_ == "VBG":
        return
    if token.lower_ in ("who", "which"):
        yield from _clause(words, kind, first + 1)
        return
    if _is_participle(words, token):
        last = walk(words, first + 1, also=("RB", "RP"))
    elif kind not in ("person", "org", "place", "work", "product"):
        return
    else:
        last = walk(words, first)
        if not is_kind_of(head_noun(words, first, last), kind):
            return
    if ends_well(words, last):
        yield first, last


def _is_participle(words: Words, token: Token) -> bool:
    """Tell "founded in 2013" from "founded a bank"."""
    following = words.at(token.i + 1)
    if token.lower_ not in PARTICIPLES or following is None or following.lower_ == "for":
        return False
    return following.tag_ in ("IN", "RB", "RP")


def _clause(words: Words, kind: Kind, verb: int) -> Iterator[tuple[int, int]]:
    """Yield what follows "who" or "which": "is the head of the party", "owns two papers"."""
    token = words.at(verb)
    if token is None or token.lower_ not in (_BE if kind == "place" else _BE | DEEDS):
        return
    first = verb + 1 if token.lower_ in _BE else verb
    last = walk(words, verb + 1)
    noun = head_noun(words, verb + 1, last)
    if (is_kind_of(noun, kind) if first > verb else noun) and ends_well(words, last):
        yield first, last


def _copula(words: Words, kind: Kind, root: Token) -> Iterator[tuple[int, int]]:
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in _BE or root.i > verb.i:
        return
    if any(child.dep_ == "conj" for child in root.children):  # "Per and Ida are rivals"
        return
    children = list(verb.children)
    if any(c.dep_ in ("neg", "aux", "mark") for c in children):
        return
    for child in children:
        if child.dep_ == "attr" and child.i > verb.i:
            first = child.left_edge.i
            last = walk(words, first)
            if is_kind_of(head_noun(words, first, last), kind) and ends_well(words, last):
                yield first, last


def _is_age(words: Words, first: int) -> bool:
    number, comma = words.at(first), words.at(first + 1)
    return bool(number and comma and number.tag_ == "CD" and comma.text == ",")
