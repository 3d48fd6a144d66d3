"""Candidates by a noun: ``Li's claim that “…”``, ``the claim of Li that “…”``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.layout import Scene
from gloss.annotate.sources.candidate import SourceCandidate, features
from gloss.annotate.sources.reporting import BE, FINITE, SAYINGS, WORDS, verb_of
from gloss.annotate.sources.speakers import by_syntax, speaker_of

# The clause starts within so many words: "Li's claim on Monday in Oslo that".
_REACH = 14
# "was the verdict of" names its noun within so many words.
_VERDICT = 8
_WAS = [[verb, pause] for verb in ("was", "is") for pause in ":,"]


def sayings(scene: Scene) -> Iterator[SourceCandidate]:
    """Yield who owns the nouns of saying before a quotation."""
    tokens = scene.before
    for k, token in enumerate(tokens):
        if token.lower_ not in SAYINGS or token.pos_ != "NOUN":
            continue
        user = _user(token, tokens[k + 1 :], scene)
        if user is not None:
            yield SourceCandidate(
                user, "said in", features("saying", {"tells": True}), token, None, k
            )
        for owner in (_owner_before(tokens[:k]), _owner_behind(token)):
            if owner is not None and owner.i in scene.outside:
                yield _owned(owner, token, tokens, k, scene)


def summed_up(scene: Scene) -> Iterator[SourceCandidate]:
    """``“…” was the verdict of Leon Li``, ``“…” was Leon Li’s verdict``"""
    tokens = scene.behind
    if scene.before or not tokens or tokens[0].lower_ not in BE:
        return
    for k, token in enumerate(tokens[1 : 1 + _VERDICT], 1):
        if token.lower_ in SAYINGS and token.pos_ == "NOUN":
            owner = _owner_before(tokens[:k]) or _owner_behind(token)
            if owner is not None:
                yield SourceCandidate(owner, "after", features("summed up", {}), token)
            return


def _owned(
    owner: Token, noun: Token, tokens: Sequence[Token], k: int, scene: Scene
) -> SourceCandidate:
    """Make a candidate of who owns a noun, the k-th of the words before a quotation."""
    if noun.lower_ == "words" and any(t.lower_ == "in" for t in tokens[:k][-6:]):
        return SourceCandidate(owner, "according to", features("saying", {"tells": True}), noun)
    clause = owner.tag_ != "PRP$" and _is_clause(tokens[k + 1 :])
    facts = {"tells": clause or _tells(tokens[k + 1 :]), "clause": clause}
    source = _doer(owner, noun, scene) or owner
    return SourceCandidate(source, "said in", features("saying", facts), noun, None, k)


def _user(noun: Token, behind: Sequence[Token], scene: Scene) -> Token | None:
    """Return the subject of ``The crowd took up the chant “…”``, where the noun has no owner."""
    owned = any(c.dep_ == "poss" or c.tag_ == "POS" for c in noun.lefts)
    if owned or any(not t.is_punct for t in behind):
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


def _is_clause(behind: Sequence[Token]) -> bool:
    """Say whether a noun of saying has what was said behind it: ``that “…”``, ``was: “…”``

    It has the verbs before it for its own, so it weighs more than they.
    """
    if [t.lower_ for t in behind] in _WAS:
        return True  # "Li's response was: “…”", not "Li's statement was “true”"
    opens = _opener(behind)
    # One verb is the clause's own; another says something of the claim: "is simply untrue".
    that = opens is not None and opens.lower_ == "that" and opens.tag_ == "IN"
    return that and sum(t.tag_ in FINITE for t in behind) <= 1 and not _reports(behind)


def _tells(behind: Sequence[Token]) -> bool:
    """Say whether a noun of saying stands right at what was said."""
    if _reports(behind):
        return False
    opens = _opener(behind)
    that = opens is not None and opens.lower_ == "that" and opens.tag_ == "IN"
    return that or not behind or behind[0].lower_ in WORDS["opening"]


def _reports(behind: Sequence[Token]) -> bool:
    return any(verb_of(t) for t in behind)


def _opener(behind: Sequence[Token]) -> Token | None:
    found = (t for t in behind[:_REACH] if t.lower_ in WORDS["opening"] or t.tag_[0] in "VM")
    return next(found, None)


def _owner_before(tokens: Sequence[Token]) -> Token | None:
    """Return the owner before a noun: ``Li's recent claim``, ``her claim``."""
    k = len(tokens) - 1
    while k > 0 and tokens[k].pos_ in ("ADJ", "NOUN"):
        k -= 1
    if k > 0 and tokens[k].tag_ == "POS":
        return tokens[k - 1]
    return tokens[k] if k >= 0 and tokens[k].tag_ == "PRP$" else None


def _owner_behind(noun: Token) -> Token | None:
    """Return the owner behind a noun: ``the claim of Li``."""
    for child in noun.rights:
        if child.lower_ in WORDS["owning"]:
            for owner in child.children:
                if owner.dep_ == "pobj" and owner.pos_ == "PROPN":
                    return owner
    return None
