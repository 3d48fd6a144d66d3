"""Noun phrases around a name: where they begin and end, and what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from gloss.annotate.entities.nouns import is_kind_of, is_role
from gloss.lexicon import words
from gloss.naming.lexicon import LEADING, NARROWING
from gloss.story import Kind, Span

# fmt: off
# Penn Treebank tags.
BEFORE_NAME = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "POS", "CC", "VBN", "HYPH", "CD"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_LAST = _NOUNS | {"CD"}
_NOT_FIRST = {"DT", "CC", "POS", "HYPH", "PRP$", "PDT", "IN"}
_PHRASE = BEFORE_NAME | {"DT", "PDT", "IN", "PRP$", "VBG", "TO", "$", "#", "RBS", "RBR"}
_STOPS = {",", ".", ";", ":", ")", "(", "''", "``", "”", "“", "—", "–", "!", "]"}
_AFTER_NAME = {"'s", "’s", "of", "from", "-", "--"}
# fmt: on
_PREPOSITIONS = words("entities")["prepositions"]
_LEADING_IN = words("entities")["leading_in"]


Stretch = tuple[int, int]  # the number of the first token, and of the one after the last


@dataclass(frozen=True)
class NamedTokens:
    """The tokens of a text, and which of them belong to a name.

    quoted, displayed: which of them are somebody else's words, and of a post or a headline.
    """

    source: str
    doc: Sequence[Token]
    names: frozenset[int]
    quoted: frozenset[int] = frozenset()
    displayed: frozenset[int] = frozenset()

    def at(self, number: int) -> Token | None:
        """Return a token, or None beyond the ends."""
        return self.doc[number] if 0 <= number < len(self.doc) else None

    def text(self, first: int, last: int) -> str:
        """Return the text from one token up to another."""
        end = self.doc[last - 1]
        return self.source[self.doc[first].idx : end.idx + len(end)]

    def root(self, name: Span) -> Token:
        """Return the token of a name that hangs on to the rest of the sentence."""
        tokens = [self.doc[n] for n in range(name.start, name.end)]
        return next((t for t in tokens if not name.start <= t.head.i < name.end), tokens[-1])


def walk(tokens: NamedTokens, first: int, also: tuple[str, ...] = ()) -> int:
    """Return the number of the token after the noun phrase that begins at a token."""
    at = first
    while (token := tokens.at(at)) and (at == first or not token.is_sent_start):
        if not _goes_on(tokens, token, at == first, also):
            break
        at += 1
    return at


def _goes_on(tokens: NamedTokens, token: Token, first: bool, also: tuple[str, ...]) -> bool:
    """Tell whether a token belongs to the noun phrase before it."""
    if token.text == ",":  # "the Russian President, Vladimir Putin"
        return is_role(tokens.at(token.i - 1)) and token.i + 1 in tokens.names
    if token.tag_ == "IN" and token.lower_ not in _PREPOSITIONS and not first:
        return False
    return (token.tag_ in _PHRASE or token.tag_ in also) and not joins_names(tokens, token)


def trim(tokens: NamedTokens, first: int, last: int) -> tuple[int, int]:
    """Leave articles and "fellow" out at the front, and all but a noun at the end."""
    while first < last and _is_no_beginning(tokens, tokens.doc[first]):
        first += 1
    while last > first and tokens.doc[last - 1].tag_ not in _LAST:
        last -= 1
    return first, last


def _is_no_beginning(tokens: NamedTokens, token: Token) -> bool:
    """Tell whether a word only leads to a description: "a", "another", not "one of", "one-time"."""
    following = tokens.at(token.i + 1)
    goes_on = following is not None and following.lower_ in ("of", "-")
    return token.tag_ in _NOT_FIRST or (token.lower_ in LEADING and not goes_on)


def ends_well(tokens: NamedTokens, first: int, last: int) -> bool:
    """Tell whether a phrase stops where a reader would stop, not in the middle of a sentence.

    "The only candidate who" goes on: without the rest it says too much.
    """
    token = tokens.at(last)
    if token is None or token.is_sent_start or token.text in _STOPS:
        return True
    if token.tag_ in ("WDT", "WP", "WRB") and _is_narrowed(tokens, first, last):
        return False
    return token.tag_ in ("CC", "WDT", "WP", "WRB") or "\n" in token.text


def says_what(tokens: NamedTokens, first: int, last: int, kind: Kind) -> bool:
    """Tell whether a phrase says what one thing of a kind is, and is not the next name of a list.

    "One of the largest retailers" does; "Rust Belt states" says what several are.
    """
    noun = head_noun(tokens, first, last)
    if noun is None or (kind != "person" and noun.i in tokens.names and noun.text[:1].isupper()):
        return False  # a topic with a small letter is a noun still
    if any(_ends_name(tokens, n) for n in range(first, noun.i)):  # "Marten and the owner of Velora"
        return False
    return is_kind_of(noun, kind, many=tokens.doc[first].lower_ == "one")


def _ends_name(tokens: NamedTokens, number: int) -> bool:
    """Tell whether "and" follows a name."""
    is_and = tokens.doc[number].tag_ == "CC" and number not in tokens.names
    return is_and and number - 1 in tokens.names


def _is_narrowed(tokens: NamedTokens, first: int, last: int) -> bool:
    """Tell whether a phrase needs the clause behind it: "one of 45 states", "the first mayor"."""
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in NARROWING for t in tokens.doc[first:last])


def head_noun(tokens: NamedTokens, first: int, last: int) -> Token | None:
    """Return the noun that a phrase is about: the last before a preposition, "one of" aside."""
    noun = None
    for number in range(first, last):
        token = tokens.doc[number]
        if noun is not None and (token.tag_ == "IN" or token.dep_ == "acl"):
            break  # "group of owners", "group representing owners"
        if token.tag_ in _NOUNS:
            noun = token
    return noun


def joins_names(tokens: NamedTokens, token: Token) -> bool:
    """Tell whether "and" joins two names: "advisor to Putin and Huobi's founder" are two people."""
    between = token.i - 1 in tokens.names and token.i + 1 in tokens.names
    return token.tag_ == "CC" and between and token.i not in tokens.names


def is_set_off(tokens: NamedTokens, first: int, end: int) -> bool:
    """Tell whether commas set off a phrase and the name that it explains.

    "The mayor, Ida Berg, left" and "A lawyer, Berg won"; not "Through a lawyer, Berg declined".
    """
    article = tokens.at(first - 1)
    start = first - 1 if article and article.tag_ in ("DT", "PRP$") else first
    ahead, behind = tokens.at(start - 1), tokens.at(end)
    if ahead is None or tokens.doc[start].is_sent_start:
        return True
    if ahead.lower_ in _LEADING_IN:
        return False
    if behind is None or behind.text in _STOPS or behind.lower_ in _AFTER_NAME:
        return True
    return behind.tag_ == "CC" and ahead.tag_ == "IN"  # "met with the mayor, Ida Berg and a lawyer"


def says_whose(tokens: NamedTokens, first: int, last: int) -> bool:
    """Tell whether a phrase says whose friend or wife it speaks of; "Israeli-born" does not."""
    phrase = tokens.doc[first:last]
    names = (t for t in phrase if t.i in tokens.names)
    return any(t.tag_ in ("POS", "IN", "TO") for t in phrase) or any(
        tokens.doc[name.i + 1].text != "-" for name in names
    )
