"""Candidates in an aside: ``as Li put it``, ``according to Li``, ``dubbed “…” by Li``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.layout import Scene
from gloss.annotate.sources.candidate import SourceCandidate, features
from gloss.annotate.sources.phrases import PAUSES, noun_phrase_at
from gloss.annotate.sources.reporting import FINITE, WORDS, Verb, names, verb_of
from gloss.annotate.sources.speakers import is_passive, speaker_of

# A clause with "as" that reports begins, and has its verb, within so many words; behind a whole
# utterance, within so many more.
AS_REACH, AS_WHOLE = 9, 20
_ACCORDING = Verb("according to", "say")


def as_said(scene: Scene) -> Iterator[SourceCandidate]:
    """``“…,” as Leon Li put it``, ``a “…” day, as Leon Li called it``"""
    tokens = scene.behind
    for k, token in enumerate(tokens[:AS_REACH]):
        opens = k == 0 or tokens[k - 1].text in PAUSES or tokens[k - 1].i not in scene.outside
        if token.lower_ == "as" and opens:
            reach = AS_WHOLE if scene.stands_alone else AS_REACH
            yield from _as_clause(tokens[k + 1 :], reach)


def _as_clause(tokens: Sequence[Token], reach: int) -> Iterator[SourceCandidate]:
    for verb_at in tokens[1 : 1 + reach]:
        verb = verb_of(verb_at)
        if verb is None or verb.kind not in ("say", "label") or verb_at.tag_ not in FINITE:
            continue
        head = speaker_of(verb_at, {t.i for t in tokens}) or noun_phrase_at(tokens)
        if head is not None and head.i < verb_at.i and _ends(verb_at):
            yield SourceCandidate(head, "after", features("as", {}), verb_at, verb)
        return


def _ends(verb: Token) -> bool:
    """Say whether nothing more is said in a clause than whose words they are: ``put it``"""
    rest = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if not t.is_space]
    if rest and rest[0].lower_ in WORDS["it"]:
        rest = rest[1:]
    return not rest or rest[0].is_punct or rest[0].pos_ in ("ADP", "SCONJ", "ADV")


def given_by(scene: Scene) -> Iterator[SourceCandidate]:
    """``The plan was dubbed “…” by Leon Li``"""
    tokens = scene.behind
    head = noun_phrase_at(tokens[1:]) if tokens and tokens[0].lower_ == "by" else None
    for k, token in enumerate(scene.before[-AS_REACH:] if head is not None else ()):
        verb = verb_of(token)
        if verb is not None and verb.kind in ("label", "as") and is_passive(token, scene.outside):
            if head is not None and names(scene.before[-AS_REACH:][k + 1 :]):
                yield SourceCandidate(head, "after", features("given", {}), token, verb)
            return


def according(tokens: Sequence[Token], scene: Scene) -> Iterator[SourceCandidate]:
    """``according to the ministry``, ``in the words of one aide``, ``, per the ministry``"""
    for k, token in enumerate(tokens[:-1]):
        per = token.lower_ == "per" and (not k or tokens[k - 1].text in PAUSES)
        pair = f"{token.lower_} {tokens[k + 1].lower_}"
        if per or pair in WORDS["according"]:
            head = noun_phrase_at(tokens[k + 1 if per else k + 2 :])
            if head is not None and head.i in scene.outside:
                how = "according to"
                yield SourceCandidate(head, how, features("according", {}), token, _ACCORDING)
