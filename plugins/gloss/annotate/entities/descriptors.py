"""What the story says a thing is, in its own words, cut out of its text and never made up.

before       "Huobi's founder Leon Li", "the Russian President, Vladimir Putin"
explained    "the chief executive of Huobi, Leon Li,"
after        "Glazyev, advisor to the president,", "Huobi, established in 2013,"
copula       "Huobi is one of the largest exchanges"

What is doubtful is left out: a wrong description is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.entities.before import before
from gloss.annotate.entities.phrases import (
    Words,
    ends_well,
    head_noun,
    is_set_off,
    says_what,
    says_whose,
    trim,
    walk,
)
from gloss.naming.lexicon import DEEDS, PARTICIPLES, RELATIONS, VAGUE
from gloss.story import Kind, Span

MOST = 3  # descriptors of one thing
LONGEST = 120  # characters
MENTIONS = 6  # of each thing, to look at

_BE = frozenset({"is", "was", "are", "were", "remains", "became"})
_TORN = re.compile(r"[()\[\]{}<>“”\"!?;:|\n]")  # marks that no description has inside
# "Ida Berg is that leader", "the author of that boast": what, and whose, is said elsewhere.
_POINTING = frozenset({"my", "our", "your", "that", "those", "these"})


def describe(words: Words, kind: Kind, mentions: Sequence[Span]) -> tuple[str, ...]:
    """Return up to three phrases of the story that say what the thing is.

    mentions: the numbers of each one's first token and of the one after its last.
    """
    if kind == "group":
        return ()
    found: dict[str, str] = {}
    for tokens in mentions[:MENTIONS]:
        for phrase in _phrases(words, kind, tokens):
            found.setdefault(phrase.casefold(), phrase)
    phrases = [p for p in found.values() if not any(p != q and p in q for q in found.values())]
    telling = [p for p in phrases if " " in p]
    return tuple((telling or [p for p in phrases if p.lower() not in VAGUE])[:MOST])


def _phrases(words: Words, kind: Kind, name: Span) -> Iterator[str]:
    """Yield what is said of a name in the story's own voice; of one in a quotation, its title."""
    if name.start in words.displayed:
        return
    own = not {name.start, name.end - 1} <= words.quoted or _is_all(words.quoted, name)
    for first, last in _stretches(words, kind, name, own):
        if any(token.lower_ in _POINTING for token in words.doc[first:last]):
            continue
        first, last = trim(words, first, last)
        if last > first and (own or _is_title(words, first, last)) and _tells(words, first, last):
            yield words.text(first, last)


def _is_all(quoted: frozenset[int], name: Span) -> bool:
    """Tell whether nothing but a name is quoted, such as the title of a book."""
    return name.start - 1 not in quoted and name.end not in quoted


def _tells(words: Words, first: int, last: int) -> bool:
    """Tell whether a phrase is short and whole, and says whose friend or wife somebody is."""
    noun = head_noun(words, first, last)
    if noun and noun.lower_ in RELATIONS and not says_whose(words, first, last):
        return False
    owns = words.at(last)
    if owns is not None and owns.tag_ == "POS":  # "the candidate's first, and only, donor"
        return False
    phrase = words.text(first, last)
    return len(phrase) <= LONGEST and not _TORN.search(phrase)


def _is_title(words: Words, first: int, last: int) -> bool:
    return all(t.text[:1].isupper() for t in words.doc[first:last])


def _stretches(words: Words, kind: Kind, name: Span, own: bool) -> Iterator[tuple[int, int]]:
    root = words.root(name)
    named = kind in ("person", "org", "place")
    if named:
        yield from before(words, kind, name, root)
    if named and own:
        yield from _explained(words, kind, name, root)
    if own:
        yield from _after(words, kind, name)
        yield from _copula(words, kind, root)


def _explained(words: Words, kind: Kind, name: Span, root: Token) -> Iterator[tuple[int, int]]:
    head = root.head
    comma = words.at(name.start - 1)
    if root.dep_ != "appos" or head.i >= name.start or comma is None or comma.text != ",":
        return
    first = head.left_edge.i
    whole = walk(words, first) == name.start - 1 and is_set_off(words, first, name.end)
    if whole and says_what(words, first, name.start - 1, kind):
        yield first, name.start - 1


def _after(words: Words, kind: Kind, name: Span) -> Iterator[tuple[int, int]]:
    comma = words.at(name.end)
    if comma is None or comma.text not in (",", "(", "–", "—"):
        return
    first = name.end + 1
    first += 2 if _is_age(words, first) else 0
    token = words.at(first)
    if token is None or token.tag_ in ("VBG", "IN", "CC", "TO"):
        return
    if token.lower_ == ("who" if kind == "person" else "which"):
        yield from _clause(words, kind, first + 1)
        return
    if _is_participle(words, token):
        last = walk(words, first + 1, also=("RB",))
    elif kind not in ("person", "org", "place", "work", "product"):
        return
    else:
        last = walk(words, first)
        if not says_what(words, first, last, kind):
            return
    if ends_well(words, first, last):
        yield first, last


def _is_participle(words: Words, token: Token) -> bool:
    """Tell "founded in 2013" from "founded a bank" and from "opened up"."""
    following = words.at(token.i + 1)
    if token.lower_ not in PARTICIPLES or token.tag_ != "VBN":
        return False
    if following is None or following.lower_ == "for":
        return False
    return following.tag_ in ("IN", "RB")


def _clause(words: Words, kind: Kind, verb: int) -> Iterator[tuple[int, int]]:
    """Yield what follows "who" or "which": "is the head of the party", "owns two papers"."""
    token = words.at(verb)
    if token is None or token.lower_ not in (_BE if kind == "place" else _BE | DEEDS):
        return
    first = verb + 1 if token.lower_ in _BE else verb
    last = walk(words, verb + 1)
    noun = head_noun(words, verb + 1, last)
    fits = says_what(words, first, last, kind) if first > verb else noun
    if fits and ends_well(words, first, last):
        yield first, last


def _copula(words: Words, kind: Kind, root: Token) -> Iterator[tuple[int, int]]:
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
            last = walk(words, first)
            if says_what(words, first, last, kind) and ends_well(words, first, last):
                yield first, last


def _is_age(words: Words, first: int) -> bool:
    number, comma = words.at(first), words.at(first + 1)
    return bool(number and comma and number.tag_ == "CD" and comma.text == ",")
