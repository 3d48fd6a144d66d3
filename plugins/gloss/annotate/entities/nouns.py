"""What a noun says: a person, an organisation, a place, or a thing of another kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeGuard

from spacy.tokens import Token

from gloss.lexicon import words
from gloss.naming.lexicon import (
    ORG_NOUNS,
    PLACE_NOUNS,
    PRODUCT_CUES,
    RELATIVES,
    ROLE_NOUNS,
    TIME_NOUNS,
    WORK_CUES,
)
from gloss.story import Kind

_WORDS = words("entities")
_PERSON_ENDINGS = tuple(_WORDS["person_endings"])
_NO_PERSON_ENDINGS = tuple(_WORDS["no_person_endings"])
_PLURAL = ("NNS", "NNPS")  # Penn Treebank
_NOUNS: Mapping[Kind, frozenset[str]] = {"org": ORG_NOUNS, "place": PLACE_NOUNS}
_MADE: Collection[Kind] = ("work", "product")
_THINGS = WORK_CUES | PRODUCT_CUES


def is_kind_of(noun: Token | None, kind: Kind, many: bool = False) -> TypeGuard[Token]:
    """Tell whether a noun can say what a thing of a kind is, or ``many`` of them."""
    if noun is None or noun.lower_ in TIME_NOUNS or (noun.tag_ in _PLURAL and not many):
        return False
    if kind == "person":
        return is_role(noun) or _is_doer(noun)
    if kind in _NOUNS:
        return noun.lower_ in _NOUNS[kind]
    return noun.tag_ in ("NN", "NNS") and (kind not in _MADE or noun.lower_ in _THINGS)


def _is_doer(noun: Token) -> bool:
    """Tell "strategist", "lawmaker", "congresswoman": what a person is, by the word's form."""
    if noun.tag_ != "NN" or noun.lower_.endswith(_NO_PERSON_ENDINGS):
        return False
    return noun.lower_.endswith(_PERSON_ENDINGS)


def is_role(token: Token | None) -> TypeGuard[Token]:
    """Tell whether a word is a person's role: "advisor", "President"."""
    return token is not None and token.lower_ in ROLE_NOUNS | RELATIVES
