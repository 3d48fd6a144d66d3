"""Ask a clause which way in time it looks."""

from __future__ import annotations

from typing import cast

import numpy as np
from spacy.attrs import IDX  # type: ignore[attr-defined]
from spacy.tokens import Doc, Token

_PAST, _OPEN, _FUTURE = -1, 0, 1
_FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might",
                                 "could", "can", "should", "must"})  # fmt: skip
_LOOK_AHEAD = frozenset(
    """due scheduled expected set slated planned expects plans hopes intends aims begin begins
    starts opens meets upcoming will""".split()
)
_VERBS = frozenset({"VERB", "AUX"})
_REACH = 12  # heads to climb: a clause deeper than this is a broken parse


class Clauses:
    """The tenses of a text's clauses, looked up by position."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts: np.ndarray[tuple[int], np.dtype[np.uint64]] | None = None

    def token_at(self, start: int) -> Token | None:
        """Return the token that a position lies in."""
        if not len(self._doc):
            return None
        if self._starts is None:
            self._starts = self._doc.to_array([IDX])
        place = int(np.searchsorted(self._starts, start, side="right")) - 1
        return self._doc[max(place, 0)]

    def direction(self, start: int) -> int:
        """Return -1 where the clause at a position tells of the past, 1 of the future, else 0."""
        token = self.token_at(start)
        verb = _governing_verb(token) if token is not None else None
        return _tense(verb) if verb is not None else _OPEN


def _governing_verb(token: Token) -> Token | None:
    for _ in range(_REACH):
        if token.pos_ in _VERBS and token.dep_ != "amod":
            return token
        if token.head.i == token.i:
            return None
        token = cast(Token, token.head)
    return None


def _tense(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    if verb.dep_ in ("aux", "auxpass"):
        return _tense(verb.head)
    if words & _FUTURE_AUXILIARIES and not words & {"have"}:
        return _FUTURE
    if "to" in words and "have" not in words:
        return _FUTURE
    if verb.lower_ in _LOOK_AHEAD:
        return _FUTURE
    if "have" in words and words & _FUTURE_AUXILIARIES:
        return _PAST
    tags = {verb.tag_} | {helper.tag_ for helper in helpers}
    if tags & {"VBD"} or (verb.tag_ == "VBN"):
        return _PAST
    if verb.tag_ == "VBG" and not helpers and verb.head.i != verb.i:
        return _OPEN
    return _OPEN
