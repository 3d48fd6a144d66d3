"""Candidates in the text around a quotation that no word of its sentence reports.

A newspaper names a speaker once and lets the following quotations float; or says what somebody
does, and then lets them speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from gloss.annotate.quotes.layout import REACH, Layout, Scene
from gloss.annotate.quotes.sentences import Part
from gloss.annotate.sources.candidate import SourceCandidate, best, features
from gloss.annotate.sources.phrases import noun_phrase_at
from gloss.annotate.sources.reporting import WORDS, is_label, verb_of
from gloss.annotate.sources.speakers import is_passive, is_reported, main_subject, speaker_of

_TOLD_BELOW = re.compile(
    rf"[ \t]*\n\s*(?:{'|'.join(sorted(WORDS['told_below']))}) ([^\n]+)", re.IGNORECASE
)
_JOINING = frozenset(("CCONJ", "ADP", "DET", "PART"))
# Constructions that no reporting word shows.
FAR = frozenset(("subject", "sentence before", "paragraph before", "carried over"))
# Constructions of words that float behind others.
FLOATING = FAR | {"carried on", "goes on"}


def around(
    layout: Layout, scene: Scene, earlier: Sequence[SourceCandidate | None]
) -> Iterator[SourceCandidate]:
    """Yield whom the text around a quotation shows as its source.

    earlier: the sources of the quotations before it.
    """
    last = earlier[-1] if earlier else None
    before = layout.scenes[scene.number - 1]
    if last and scene.quoted.goes_on:
        yield _carried(last, "goes on")
    if _is_asked(scene) or is_label(scene.before):
        return
    if last and before.sentence == scene.sentence and _is_interrupted(before):
        yield _carried(last, "interrupted")
    yield from _told_below(layout, scene)
    subject = main_subject(scene.before)
    if subject is not None:
        colon = scene.before[-1].text == ":"
        yield _around(subject, "colon before" if colon else "subject")
    yield from _sentence_before(layout, scene, earlier, before)


def _sentence_before(
    layout: Layout, scene: Scene, earlier: Sequence[SourceCandidate | None], before: Scene
) -> Iterator[SourceCandidate]:
    """Yield whom the sentence before leaves speaking, else who spoke before that."""
    previous = scene.sentence - 1
    if previous < 0 or layout.paragraphs[previous] < scene.quoted.paragraph - 1:
        return
    near = layout.paragraphs[previous] == scene.quoted.paragraph
    found = _of_sentence(layout.sentences[previous], earlier, near)
    if found is not None:
        yield found
    elif near and before.sentence == previous - 1 and earlier[-1:] and earlier[-1]:
        yield _carried(earlier[-1], "carried over")


def _told_below(layout: Layout, scene: Scene) -> Iterator[SourceCandidate]:
    """``“…” ¶ That was how Leon Li described it``: the next paragraph tells who spoke."""
    match = _TOLD_BELOW.match(layout.text, scene.quoted.outer.end)
    head = noun_phrase_at(layout.tokens(*match.span(1))) if match else None
    if head is not None and not scene.before:
        yield _around(head, "told below")


def in_series(
    layout: Layout, scene: Scene, earlier: Sequence[SourceCandidate | None]
) -> Iterator[SourceCandidate]:
    """Yield the source of the quotation before, where words only join the two: ``“…” and “…”``"""
    last = earlier[-1] if earlier else None
    before = layout.scenes[scene.number - 1]
    if last is None or before.sentence != scene.sentence or not before.behind:
        return
    if all(t.pos_ in _JOINING or t.text == "," for t in before.behind):
        yield replace(last, features=last.features | features("series", {}))


def _is_interrupted(before: Scene) -> bool:
    """Say whether a clause only interrupts: ``“Nobody,” Li cuts in, “ever is.”``"""
    return before.quoted.last in ",—–" and not before.before


def _is_asked(scene: Scene) -> bool:
    """Say whether words are put to somebody by nobody known: ``Li was asked, “…”``"""
    words = [t for t in scene.before if not t.is_punct]
    if not words or words[-1].lower_ not in WORDS["asked"] or words[-1].tag_ != "VBN":
        return False
    return is_passive(words[-1], scene.outside)


def _of_sentence(
    parts: Sequence[Part], earlier: Sequence[SourceCandidate | None], near: bool
) -> SourceCandidate | None:
    """Return whom a sentence leaves speaking: who spoke in it, or whom it speaks of.

    near: whether it stands in the paragraph of the quotation behind it.
    """
    tokens = [part for part in parts[-REACH:] if not isinstance(part, int)]
    if str(parts[-1]) == ":":
        return _colon(tokens)
    spoken = [earlier[part] for part in parts if isinstance(part, int) and part < len(earlier)]
    source = best(filter(None, spoken))
    if source is None and spoken:
        return None
    # On “Radio Lima,” Jo Li praised the plan: the title was nobody's, and Li is who goes on.
    if source and not (source.how in FLOATING and main_subject(tokens)):
        return _carried(source, "carried on")
    return _left(tokens, near)


def _colon(tokens: Sequence[Token]) -> SourceCandidate | None:
    """Return who is to speak behind a sentence that ends with a colon."""
    said = _last_said(tokens)
    if said is not None:
        return _around(said.source, "colon", said)
    title = next((t for t in tokens if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")), None)
    head = main_subject(tokens) or title
    return _around(head, "colon before") if head is not None else None


def _left(tokens: Sequence[Token], near: bool) -> SourceCandidate | None:
    """Return whom a sentence without quotations leaves to speak."""
    said = _last_said(tokens)
    head = said.source if said else main_subject(tokens)
    how = "sentence before" if near else "paragraph before"
    somebody = head is not None and head.lower_ not in WORDS["vague"]
    return _around(head, how, said) if head is not None and somebody else None


def _last_said(tokens: Sequence[Token]) -> SourceCandidate | None:
    """The subject of a sentence's last verb of saying."""
    here = {t.i for t in tokens}
    for token in reversed(tokens):
        verb = verb_of(token)
        says = verb is not None and verb.kind == "say" and not is_reported(token)
        head = speaker_of(token, here) if says else None
        if head is not None:
            return SourceCandidate(head, "", frozenset(), token, verb)
    return None


def _around(head: Token, how: str, said: SourceCandidate | None = None) -> SourceCandidate:
    cue, verb = (said.cue, said.verb) if said else (None, None)
    return SourceCandidate(head, how, features("around", {how: True}), cue, verb)


def _carried(source: SourceCandidate, how: str) -> SourceCandidate:
    """The source of an earlier quotation, for one that floats behind it; a guess stays one."""
    shown = "carried on" if how == "interrupted" else how
    shown = source.how if source.how in FAR else shown
    return replace(source, how=shown, cue=None, verb=None, features=features("around", {how: True}))
