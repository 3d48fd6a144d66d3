"""Candidates that a label or a signature shows: ``LI: “…”``, ``“…” — Leon Li``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.sources.candidate import SourceCandidate, features
from gloss.annotate.sources.phrases import noun_phrase_at
from gloss.annotate.sources.reporting import FINITE, WORDS, can_speak, is_label

_SPEAKING = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s")
_SIGNATURE = re.compile(r"\s{0,4}[-–—―]{1,2}\s?(?:from )?([^\W\d_][^\n“”\"!?;:]{2,120})(?=\n|$)")
_SIGNED_WORDS = 18
_DASHES = frozenset(("—", "–", "―", "--", "-"))
_STOPS = _DASHES | {".", "!", "?", ";", ":"}
_FINITE = FINITE | {"MD"}
_ALONE = features("label", {"alone": True})


def labels_before(layout: Layout, scene: Scene) -> Iterator[SourceCandidate]:
    """``LEON LI: “…”``, ``“LI: …”``, and ``A:`` for whoever answers"""
    match = _SPEAKING.match(layout.text, scene.quoted.start, scene.quoted.end)
    inside = layout.tokens(*match.span(1)) if match else []
    if inside:
        yield SourceCandidate(inside[-1], "transcript", features("transcript", {}))
    tokens = _without_brackets(scene.before)
    if not is_label(tokens):
        yield from _labelled(tokens)
    elif str(tokens[0]).startswith("A") and layout.answers is not None:
        yield SourceCandidate(layout.answers, "label", _ALONE)


def labels_behind(layout: Layout, scene: Scene) -> Iterator[SourceCandidate]:
    """``“…” — Leon Li``, on the line or on the next; ``“…”: Mayor gives way``, in a headline"""
    head = noun_phrase_at(scene.behind[1:])
    if head is not None and scene.behind[0].text == ":" and not scene.before:
        yield SourceCandidate(head, "label", _ALONE)
    if head is not None and _may_sign(head, scene.behind[0], layout):
        yield from _signed(scene.behind[1:])
    match = _SIGNATURE.match(layout.text, scene.quoted.outer.end)
    tokens = layout.tokens(*match.span(1)) if match else []
    if 0 < len(tokens) <= _SIGNED_WORDS and not (scene.before and tokens[0].text.islower()):
        yield from _signed(tokens)


def _may_sign(name: Token, mark: Token, layout: Layout) -> bool:
    """Say whether a name behind a mark may sign: ``“…” — Leon Li``, ``“…” (Leon Li, baker)``"""
    person = name.i in layout.people.values()
    return name.pos_ == "PROPN" and (mark.text in _DASHES or (mark.text == "(" and person))


def _signed(tokens: Sequence[Token]) -> Iterator[SourceCandidate]:
    head = noun_phrase_at(tokens)
    if head is not None and not any(t.tag_ in _FINITE for t in tokens):
        yield SourceCandidate(head, "signed", features("signed", {}))


def _labelled(tokens: Sequence[Token]) -> Iterator[SourceCandidate]:
    """``LEON LI: “…”``, ``Leon Li, of Lima University: “…”``"""
    if len(tokens) < 2 or tokens[-1].text != ":" or _is_place(tokens[:-1]):
        return
    stops = [k for k, t in enumerate(tokens[:-1]) if t.text in _STOPS and t.whitespace_]
    clause = tokens[stops[-1] + 1 if stops else 0 : -1]
    alone = _names_only(clause)
    first = noun_phrase_at(clause) if alone else None
    for head, fits in ((first, _may_label), (tokens[-2], _is_named)):
        if head is not None and fits(head):
            yield SourceCandidate(head, "label", features("label", {"alone": alone}))
            return


def _names_only(clause: Sequence[Token]) -> bool:
    """Say whether a clause has no verb, but for one of somebody: ``Li, who runs it:``"""
    finite = [k for k, t in enumerate(clause) if t.tag_ in _FINITE]
    return not finite or (len(finite) == 1 and "who" in map(str, clause[: finite[0]]))


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept


def _may_label(noun: Token) -> bool:
    """Say whether a noun may be all that stands before a colon: ``LI:``, ``A man with a dog:``"""
    return _is_named(noun) or can_speak(noun.lower_)


def _is_named(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.text.isupper()


def _is_place(tokens: Sequence[Token]) -> bool:
    """Say whether a name only tells where or to whom: ``Later, on Radio Lima: “…”``"""
    k = len(tokens) - 1
    while k >= 0 and (tokens[k].pos_ in ("PROPN", "DET", "ADJ") or tokens[k].tag_ == "POS"):
        k -= 1
    return k >= 0 and tokens[k].lower_ in WORDS["placing"]
