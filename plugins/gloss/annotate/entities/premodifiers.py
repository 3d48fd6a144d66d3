"""What stands before a name: "Huobi's founder Leon Li", "the Russian President, Vladimir Putin"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gloss.annotate.entities.nouns import is_kind_of, is_role
from gloss.annotate.entities.phrases import (
    BEFORE_NAME,
    NamedTokens,
    Stretch,
    is_set_off,
    joins_names,
)
from gloss.naming.lexicon import STATES, TIME_NOUNS
from gloss.story import Kind, Span

_LOOSE = frozenset({"conj", "cc", "case", "punct"})  # what syntax hangs on to the left


def before(tokens: NamedTokens, kind: Kind, name: Span, root: Token) -> Iterator[Stretch]:
    """Yield the stretch before a name that says what it is, if one does."""
    last = name.start
    if (comma := tokens.at(last - 1)) and comma.text == "," and is_role(tokens.at(last - 2)):
        last -= 1
    noun = tokens.at(last - 1)
    if noun is None or noun.i in tokens.names or not _introduces(noun, kind, name, root):
        return
    first = _first(tokens, noun, name, root)
    if last < name.start and not is_set_off(tokens, first, name.end):
        return
    if not _is_half(tokens, first):
        yield first, last


def _introduces(noun: Token, kind: Kind, name: Span, root: Token) -> bool:
    """Tell whether a noun says what somebody is, and belongs to the name behind it."""
    if not is_kind_of(noun, kind) or not noun.tag_.startswith("N"):
        return False
    belongs = noun.head.i in range(name.start, name.end) or root.head.i == noun.i
    return belongs or is_role(noun)


def _first(tokens: NamedTokens, noun: Token, name: Span, root: Token) -> int:
    """Return the first token of the phrase whose last is a noun."""
    first = noun.i
    while (token := tokens.at(first - 1)) and not tokens.doc[first].is_sent_start:
        if _is_glued(tokens, token):
            first -= 1
            continue
        if token.tag_ not in BEFORE_NAME or joins_names(tokens, token):
            break
        if token.tag_ == "CC" and not is_role(tokens.at(first - 2)):
            break  # "eight per cent and former governor Jeb Bush"
        if not _is_of_phrase(tokens, token, name, root):
            break
        first -= 1
    return first


def _is_of_phrase(tokens: NamedTokens, token: Token, name: Span, root: Token) -> bool:
    """Tell "retired coach Abel Stone" from "They chided coach Abel Stone"."""
    if _is_hyphenated(tokens, token):
        return True
    if {token.text, token.lower_} & TIME_NOUNS or _may_be_verb(tokens, token):
        return False
    if token.i in tokens.names or token.dep_ in _LOOSE:
        return True
    if _is_participle(token) and not _is_inside(tokens, token):
        return False
    if token.tag_.startswith("N") and token.i == root.head.i:
        return True
    return token.text[:1].isupper() or token.i < token.head.i < name.end


def _may_be_verb(tokens: NamedTokens, token: Token) -> bool:
    """Tell "they support Mayor Ida Berg" and "she hugs Oslo Mayor Ida Berg", read as nouns."""
    following = tokens.at(token.i + 1)
    if following is None or not following.text.istitle() or not token.text.islower():
        return False
    is_name = following.i in tokens.names and following.tag_ != "JJ"
    return token.tag_ == "NNS" or (token.tag_ == "NN" and not is_name and not is_role(token))


def _is_glued(tokens: NamedTokens, token: Token) -> bool:
    """Tell whether a hyphen makes one word of a token and the next: "far-right", "co-host"."""
    pair = (token, tokens.at(token.i + 1))
    return not token.whitespace_ and any(t is not None and t.text == "-" for t in pair)


def _is_hyphenated(tokens: NamedTokens, token: Token) -> bool:
    ahead = tokens.at(token.i - 1)
    return ahead is not None and _is_glued(tokens, ahead)


def _is_participle(token: Token) -> bool:
    """Tell "chided" and "informed", whatever they are tagged, from "retired"."""
    looks_so = token.tag_ == "VBN" or (token.tag_ == "JJ" and token.text.endswith("ed"))
    return looks_so and token.lower_ not in STATES


def _is_inside(tokens: NamedTokens, participle: Token) -> bool:
    """Tell "a newly chosen mayor" from "chosen mayor": it may be the verb of what stands before."""
    ahead = tokens.at(participle.i - 1)
    return ahead is not None and ahead.tag_ in ("DT", "JJ", "PRP$", "POS", "RB")


def _is_half(tokens: NamedTokens, first: int) -> bool:
    """Tell whether a longer phrase or word is cut: "Hall of | Fame player", "far-| right host"."""
    start, of = tokens.doc[first], tokens.at(first - 1)
    if of is None or start.is_sent_start:
        return False
    if not of.whitespace_ and (of.text in "-/" or of.is_alpha):
        return True
    if of.lower_ == "of":
        return start.text[:1].isupper()
    if of.lower_ == "in" and is_role(tokens.at(first - 2)):  # "the editor in | chief"
        return True
    return of.lower_ in ("at", "for") and {first, first - 2} <= tokens.names
