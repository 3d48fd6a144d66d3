"""What the story says a thing is, in its own tokens, cut out of its text and never made up.

before       "Huobi's founder Leon Li", "the Russian President, Vladimir Putin"
explained    "the chief executive of Huobi, Leon Li,"
after        "Glazyev, advisor to the president,", "Huobi, established in 2013,"
copula       "Huobi is one of the largest exchanges"

What is doubtful is left out: a wrong description is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from gloss.annotate.entities.phrases import NamedTokens, Stretch, head_noun, says_whose, trim
from gloss.annotate.entities.postmodifiers import after, copula, explained
from gloss.annotate.entities.premodifiers import before
from gloss.lexicon import words
from gloss.naming.lexicon import RELATIONS, VAGUE
from gloss.story import Kind, Span

MOST = 3  # descriptors of one thing
LONGEST = 120  # characters
MENTIONS = 6  # of each thing, to look at

_TORN = re.compile(r"[()\[\]{}<>“”\"!?;:|\n]")  # marks that no description has inside
_POINTING = words("entities")["pointing"]


def describe(tokens: NamedTokens, kind: Kind, mentions: Sequence[Span]) -> tuple[str, ...]:
    """Return up to three phrases of the story that say what the thing is.

    mentions: the numbers of each one's first token and of the one after its last.
    """
    if kind == "group":
        return ()
    found: dict[str, str] = {}
    for name in mentions[:MENTIONS]:
        for phrase in _phrases(tokens, kind, name):
            found.setdefault(phrase.casefold(), phrase)
    phrases = _not_in_longer(found.values())
    telling = [p for p in phrases if " " in p]
    return tuple((telling or [p for p in phrases if p.lower() not in VAGUE])[:MOST])


def _not_in_longer(phrases: Collection[str]) -> list[str]:
    return [p for p in phrases if not any(p != other and p in other for other in phrases)]


def _phrases(tokens: NamedTokens, kind: Kind, name: Span) -> Iterator[str]:
    """Yield what is said of a name in the story's own voice; of one in a quotation, its title."""
    if name.start in tokens.displayed:
        return
    own = not {name.start, name.end - 1} <= tokens.quoted or _is_all(tokens.quoted, name)
    for first, last in _stretches(tokens, kind, name, own):
        if any(token.lower_ in _POINTING for token in tokens.doc[first:last]):
            continue
        first, last = trim(tokens, first, last)
        if last > first and (own or _is_title(tokens, first, last)) and _tells(tokens, first, last):
            yield tokens.text(first, last)


def _is_all(quoted: frozenset[int], name: Span) -> bool:
    """Tell whether nothing but a name is quoted, such as the title of a book."""
    return name.start - 1 not in quoted and name.end not in quoted


def _tells(tokens: NamedTokens, first: int, last: int) -> bool:
    """Tell whether a phrase is short and whole, and says whose friend or wife somebody is."""
    noun = head_noun(tokens, first, last)
    if noun and noun.lower_ in RELATIONS and not says_whose(tokens, first, last):
        return False
    owns = tokens.at(last)
    if owns is not None and owns.tag_ == "POS":  # "the candidate's first, and only, donor"
        return False
    phrase = tokens.text(first, last)
    return len(phrase) <= LONGEST and not _TORN.search(phrase)


def _is_title(tokens: NamedTokens, first: int, last: int) -> bool:
    return all(t.text[:1].isupper() for t in tokens.doc[first:last])


def _stretches(tokens: NamedTokens, kind: Kind, name: Span, own: bool) -> Iterator[Stretch]:
    root = tokens.root(name)
    named = kind in ("person", "org", "place")
    if named:
        yield from before(tokens, kind, name, root)
    if named and own:
        yield from explained(tokens, kind, name, root)
    if own:
        yield from after(tokens, kind, name)
        yield from copula(tokens, kind, root)
