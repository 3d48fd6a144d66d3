"""A report: who is said to say a quotation, and by which word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from gloss.annotate.quotes.verbs import Verb, reporting_verbs
from gloss.annotate.quotes.words import PLAIN_REPORTS

# Forms that report together with the next word only: "put it", "went on".
_WITH = {
    "put": ("it", "this"),
    "puts": ("it", "this"),
    **dict.fromkeys(("went", "goes", "go", "going", "gone"), ("on",)),
    **dict.fromkeys(("spoke", "speaks", "speak", "speaking", "spoken"), ("of", "about")),
    **dict.fromkeys(("fired", "fires", "firing"), ("back",)),
    **dict.fromkeys(("shot", "shoots", "shooting"), ("back",)),
    **dict.fromkeys(("hit", "hits", "hitting"), ("back",)),
    **dict.fromkeys(("struck", "strikes", "striking"), ("back",)),
    **dict.fromkeys(("clapped", "claps", "clapping"), ("back",)),
    **dict.fromkeys(("punched", "punches", "punching"), ("back",)),
    **dict.fromkeys(("pushed", "pushes", "pushing"), ("back",)),
}
# What somebody gives a name stands within so many words between the verb and the name.
LABEL_REACH = 8
_FIRST_WORD = re.compile(r"(\w*)\W.*")


@dataclass(frozen=True)
class Report:
    """Who is said to say a quotation.

    head: the head of the speaker's phrase. cue: the reporting word; verb: it, where it is a verb.
    how: the construction. weight: how plainly the sentence says so, on a scale of its own, where
    9 is “…,” Li said; compared within one sentence only. leads_up: whether nothing but when, where
    or to whom stands between a verb and a whole sentence that is quoted behind it.
    """

    head: Token
    cue: Token | None
    verb: Verb | None
    how: str
    weight: float = 0.0
    leads_up: bool = False


def verb_of(token: Token) -> Verb | None:
    """Return the reporting verb that a token is."""
    word = token.lower_
    if "“" in word or '"' in word:  # a blank is missing: said,“Look
        word = _FIRST_WORD.sub(r"\1", word)
    if not token.tag_.startswith("V") and word not in PLAIN_REPORTS:
        return None
    if word in _WITH and not _follows(token, _WITH[word]):
        return None
    verb = reporting_verbs().get(word)
    if verb is not None and verb.lemma == "point" and _follows(token, ("out",)):
        return replace(verb, kind="say")  # "pointed out", not "points to"
    return verb


def names(between: Sequence[Token]) -> bool:
    """Say whether a verb of naming has but what it names between it and the words quoted."""
    return len(between) <= LABEL_REACH and not any(t.tag_[0] in "VM" for t in between)


def _follows(token: Token, words: tuple[str, ...]) -> bool:
    """Say whether a word follows, an adverb aside: "spoke instead of"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return any(t.lower_ in words and (not n or after[0].pos_ == "ADV") for n, t in enumerate(after))
