"""Reports by a noun: ``Li's claim that “…”``, ``the claim of Li that “…”``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.layout import Scene
from gloss.annotate.quotes.phrases import FINITE
from gloss.annotate.quotes.report import Report, verb_of
from gloss.annotate.quotes.speakers import by_syntax, speaker_of
from gloss.annotate.quotes.words import SAYINGS

# A noun that tells in a clause what was said weighs more than any verb before it, since that verb
# has the noun for its object; one that only stands near weighs little.
CLAUSE, TELLS, NEAR = 10.2, 7.2, 3.0
# The clause starts within so many words: "Li's claim on Monday in Oslo that".
_REACH = 14

_OPENS = frozenset(("that", ":", "was", "is"))
_WAS = [[verb, pause] for verb in ("was", "is") for pause in ":,"]
_OWNING = frozenset(("of", "from", "by"))


def sayings(scene: Scene) -> Iterator[Report]:
    """Yield who owns the nouns of saying before a quotation."""
    tokens = scene.before
    for k, token in enumerate(tokens):
        if token.lower_ not in SAYINGS or token.pos_ != "NOUN":
            continue
        behind = tokens[k + 1 :]
        user = _user(token, behind, scene)
        if user is not None:
            yield Report(user, token, None, "said in", TELLS)
        for owner in (_owner_before(tokens[:k]), _owner_behind(token)):
            if owner is not None and owner.i in scene.outside:
                if token.lower_ == "words" and any(t.lower_ == "in" for t in tokens[:k][-6:]):
                    yield Report(owner, token, None, "according to", TELLS)
                    continue
                speaker = _doer(owner, token, scene) or owner
                yield Report(speaker, token, None, "said in", _weight(behind, owner))


def _user(noun: Token, behind: Sequence[Token], scene: Scene) -> Token | None:
    """Return the subject of ``The crowd took up the chant “…”``, where the noun has no owner."""
    if any(not t.is_punct for t in behind) or any(
        c.dep_ == "poss" or c.tag_ == "POS" for c in noun.lefts
    ):
        return None
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else noun
    subject = speaker_of(verb, scene.outside) if verb.tag_.startswith("V") else None
    return subject if subject is not None and subject.i < noun.i else None


def _doer(owner: Token, noun: Token, scene: Scene) -> Token | None:
    """Return the subject that an owner's pronoun stands for: ``Li repeated her claim``.

    Not so where the verb is about somebody else's words: ``Li mocked her claim``.
    """
    if owner.tag_ != "PRP$" or noun.dep_ not in ("dobj", "ccomp") or owner.lower_ == "my":
        return None
    verb = verb_of(noun.head)
    if verb is not None and verb.kind in ("label", "as"):
        return None
    subject = by_syntax(noun.head, scene.outside)
    return subject if subject is not None and subject.pos_ in ("PROPN", "PRON") else None


def _weight(behind: Sequence[Token], owner: Token) -> float:
    if any(verb_of(t) for t in behind):
        return NEAR
    opens = next((t for t in behind[:_REACH] if t.lower_ in _OPENS or t.tag_[0] in "VM"), None)
    if opens is not None and opens.lower_ == "that" and opens.tag_ == "IN":
        # One verb is the clause's own; another says something of the claim: "is simply untrue".
        verbs = sum(t.tag_ in FINITE for t in behind)
        return CLAUSE if owner.tag_ != "PRP$" and verbs <= 1 else TELLS
    if owner.tag_ != "PRP$" and [t.lower_ for t in behind] in _WAS:
        return CLAUSE  # "Li's response was: “…”", not "Li's statement was “true”"
    return TELLS if not behind or behind[0].lower_ in _OPENS else NEAR


def _owner_before(tokens: Sequence[Token]) -> Token | None:
    """``Li's recent claim``, ``her claim``"""
    k = len(tokens) - 1
    while k > 0 and tokens[k].pos_ in ("ADJ", "NOUN"):
        k -= 1
    if k > 0 and tokens[k].tag_ == "POS":
        return tokens[k - 1]
    return tokens[k] if k >= 0 and tokens[k].tag_ == "PRP$" else None


def _owner_behind(noun: Token) -> Token | None:
    """``the claim of Li``"""
    for child in noun.rights:
        if child.lower_ in _OWNING:
            for owner in child.children:
                if owner.dep_ == "pobj" and owner.pos_ == "PROPN":
                    return owner
    return None
