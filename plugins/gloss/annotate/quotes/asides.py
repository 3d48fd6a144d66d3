"""Reports in an aside: ``as Li put it``, ``according to Li``, ``dubbed “…” by Li``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.layout import Scene
from gloss.annotate.quotes.passive import is_passive
from gloss.annotate.quotes.phrases import FINITE, PAUSES, noun_phrase_at
from gloss.annotate.quotes.report import Report, names, verb_of
from gloss.annotate.quotes.speakers import speaker_of
from gloss.annotate.quotes.verbs import Verb

# A clause with "as" that reports begins, and has its verb, within so many words.
AS_REACH = 9
_ACCORDING = Verb("according to", "say")


def as_said(scene: Scene) -> Iterator[Report]:
    """``“…,” as Leon Li put it``, ``a “…” day, as Leon Li called it``"""
    tokens = scene.behind
    for k, token in enumerate(tokens[:AS_REACH]):
        opens = k == 0 or tokens[k - 1].text in PAUSES or tokens[k - 1].i not in scene.outside
        if token.lower_ != "as" or not opens:
            continue
        for verb_at in tokens[k + 2 : k + 2 + AS_REACH]:
            verb = verb_of(verb_at)
            if verb is None or verb.kind not in ("say", "label") or verb_at.tag_ not in FINITE:
                continue
            head = speaker_of(verb_at, {t.i for t in tokens[k + 1 :]})
            head = head or noun_phrase_at(tokens[k + 1 :])
            if head is not None and head.i < verb_at.i and _ends(verb_at):
                yield Report(head, verb_at, verb, "after", 9.2 - k / 4)
            return


def _ends(verb: Token) -> bool:
    """Say whether nothing more is said in a clause than whose words they are: ``put it``"""
    rest = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if not t.is_space]
    if rest and rest[0].lower_ in ("it", "them", "him", "her", "this"):
        rest = rest[1:]
    return not rest or rest[0].is_punct or rest[0].pos_ in ("ADP", "SCONJ", "ADV")


def given_by(scene: Scene) -> Iterator[Report]:
    """``The plan was dubbed “…” by Leon Li``"""
    tokens = scene.behind
    if len(tokens) < 2 or tokens[0].lower_ != "by" or not scene.before:
        return
    for token in scene.before[-AS_REACH:]:
        verb = verb_of(token)
        if verb is None or verb.kind not in ("label", "as") or not is_passive(token, scene.outside):
            continue
        head = noun_phrase_at(tokens[1:])
        if head is not None and names(scene.before[scene.before.index(token) + 1 :]):
            yield Report(head, token, verb, "after", 8.0)
            return


def according(tokens: Sequence[Token], scene: Scene) -> Iterator[Report]:
    """``according to the ministry``, ``in the words of one aide``"""
    for k, token in enumerate(tokens[:-1]):
        per = token.lower_ == "per" and (not k or tokens[k - 1].text in PAUSES)
        pair = (token.lower_, tokens[k + 1].lower_)
        if per or pair in (("according", "to"), ("words", "of")):
            head = noun_phrase_at(tokens[k + 1 if per else k + 2 :])
            if head is not None and head.i in scene.outside:
                yield Report(head, token, _ACCORDING, "according to", 6.5)
