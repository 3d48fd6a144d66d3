"""What a noun says: a person, an organisation, a place, or a thing of another kind."""

from __future__ import annotations

import re
from typing import TypeGuard

from spacy.tokens import Token

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

# "strategist", "lawmaker", "congresswoman": what a person is, by the word's form.
_PERSON = re.compile(r"(?:er|or|ist|ian|man|woman|ant|eon|ess|person|ee|arch|crat)$")
_NO_PERSON = re.compile(
    r"(?:number|member-state|paper|center|theater|order|matter|power|letter|offer|tower|computer"
    r"|factor|error|mirror|labor|harbor|color|favor|honor|humor|restaurant|plant|grant|want|fee"
    r"|committee|degree|coffee|process|business|success|access|press|stress|actor's|quarter|winter"
    r"|nee|née|summer|weather|disaster|ouster|manner|water|chapter|danger|register|sector|border|corner|plan)$"
)
_OTHERS = WORK_CUES | PRODUCT_CUES


def is_kind_of(noun: Token | None, kind: Kind, many: bool = False) -> TypeGuard[Token]:
    """Tell whether a noun can say what a thing of a kind is, or ``many`` of them."""
    if noun is None or noun.lower_ in TIME_NOUNS:
        return False
    if noun.tag_ in ("NNS", "NNPS") and not many:
        return False
    word = noun.lower_
    if kind == "person":
        return is_role(noun) or (
            noun.tag_ == "NN" and bool(_PERSON.search(word)) and not _NO_PERSON.search(word)
        )
    if kind == "org":
        return word in ORG_NOUNS
    if kind == "place":
        return word in PLACE_NOUNS
    return noun.tag_ in ("NN", "NNS") and (kind not in ("work", "product") or word in _OTHERS)


def is_role(token: Token | None) -> TypeGuard[Token]:
    """Tell whether a word is a person's role: "advisor", "President"."""
    return token is not None and token.lower_ in ROLE_NOUNS | RELATIVES
