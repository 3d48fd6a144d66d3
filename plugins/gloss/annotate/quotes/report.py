"""A report: who is said to say a quotation, and by which word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from gloss.annotate.quotes.verbs import Verb, reporting_verbs
from gloss.annotate.quotes.words import PLAIN_REPORTS

# Forms that report together with the next word only: "put it", "went on".
_WITH = {
    "put": ("it", "this"),
    "puts": ("it", "this"),
    **dict.fromkeys(("went", "goes", "go", "going", "gone"), ("on",)),
}
_FIRST_WORD = re.compile(r"(\w*)\W.*")


@dataclass(frozen=True)
class Report:
    """Who is said to say a quotation.

    head: the head of the speaker's phrase. cue: the reporting word; verb: it, where it is a verb.
    how: the construction. weight: how plainly the sentence says so, on a scale of its own, where
    9 is “…,” Li said; compared within one sentence only.
    """

    head: Token
    cue: Token | None
    verb: Verb | None
    how: str
    weight: float = 0.0


def verb_of(token: Token) -> Verb | None:
    """Return the reporting verb that a token is."""
    word = token.lower_
    if "“" in word or '"' in word:  # a blank is missing: said,“Look
        word = _FIRST_WORD.sub(r"\1", word)
    if not token.tag_.startswith("V") and word not in PLAIN_REPORTS:
        return None
    if word in _WITH and not _follows(token, _WITH[word]):
        return None
    return reporting_verbs().get(word)


def _follows(token: Token, words: tuple[str, ...]) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in words
