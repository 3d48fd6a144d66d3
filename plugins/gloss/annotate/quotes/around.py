"""Candidates in the text around a quotation that no word of its sentence reports.

A newspaper names a speaker once and lets the following quotations float; or says what somebody
does, and then lets them speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from gloss.annotate.quotes.candidate import Candidate, best, features
from gloss.annotate.quotes.layout import REACH, Layout, Scene
from gloss.annotate.quotes.phrases import noun_phrase_at
from gloss.annotate.quotes.sentences import Part
from gloss.annotate.quotes.speakers import is_passive, is_reported, main_subject, speaker_of
from gloss.annotate.quotes.words import WORDS, is_label, verb_of

_TOLD_BELOW = re.compile(
    rf"[ \t]*\n\s*(?:{'|'.join(sorted(WORDS['told_below']))}) ([^\n]+)", re.IGNORECASE
)
_JOINING = frozenset(("CCONJ", "ADP", "DET", "PART"))
# Constructions that no reporting word shows.
FAR = frozenset(("subject", "sentence before", "paragraph before", "carried over"))
# Constructions of words that float behind others.
FLOATING = FAR | {"carried on", "goes on"}


def around(
    layout: Layout, scene: Scene, earlier: Sequence[Candidate | None]
) -> Iterator[Candidate]:
    """Yield whom the text around a quotation shows as its source.

    earlier: the sources of the quotations before it.
    """
    last = earlier[-1] if earlier else None
    if scene.quoted.goes_on and last:
        yield _carried(last, "goes on")
    if _is_asked(scene) or is_label(scene.before):
        return
    if last and _is_interrupted(layout.scenes[scene.number - 1], scene):
        yield _carried(last, "interrupted")
    if last and _is_in_series(layout.scenes[scene.number - 1], scene):
        yield replace(last, features=last.features | features("series", {}))
    yield from _told_below(layout, scene)
    subject = main_subject(scene.before)
    if subject is not None:
        colon = scene.before[-1].text == ":"
        yield _around(subject, "colon before" if colon else "subject")
    yield from _sentence_before(layout, scene, earlier)


def _sentence_before(
    layout: Layout, scene: Scene, earlier: Sequence[Candidate | None]
) -> Iterator[Candidate]:
    """Who acts in the sentence before, or whoever was quoted in the one before that."""
    previous = scene.sentence - 1
    if previous < 0 or layout.paragraphs[previous] < scene.quoted.paragraph - 1:
        return
    near = layout.paragraphs[previous] == scene.quoted.paragraph
    found = _of_sentence(layout.sentences[previous], earlier, near)
    last = earlier[-1] if earlier else None
    if found is not None:
        yield found
    elif last and layout.scenes[scene.number - 1].sentence == previous - 1 and near:
        yield _carried(last, "carried over")


def _told_below(layout: Layout, scene: Scene) -> Iterator[Candidate]:
    """``“…” ¶ That was how Leon Li described it``: the next paragraph tells who spoke."""
    match = _TOLD_BELOW.match(layout.text, scene.quoted.outer.end)
    if match and not scene.before:
        span = layout.doc.char_span(*match.span(1), alignment_mode="expand")
        head = noun_phrase_at(list(span)) if span is not None else None
        if head is not None:
            yield _around(head, "told below")


def _is_interrupted(before: Scene, scene: Scene) -> bool:
    """Say whether a clause only interrupts: ``“Nobody,” Li cuts in, “ever is.”``"""
    together = before.sentence == scene.sentence and before.quoted.last in ",—–"
    return together and not before.before


def _is_in_series(before: Scene, scene: Scene) -> bool:
    """Say whether quoted words only join the ones before: ``of “…” and of “…”``"""
    between = before.behind if before.sentence == scene.sentence else ()
    return bool(between) and all(t.pos_ in _JOINING or t.text == "," for t in between)


def _is_asked(scene: Scene) -> bool:
    """Say whether words are put to somebody by nobody known: ``Li was asked, “…”``"""
    words = [t for t in scene.before if not t.is_punct]
    if not words or words[-1].lower_ not in WORDS["asked"] or words[-1].tag_ != "VBN":
        return False
    return is_passive(words[-1], scene.outside)


def _of_sentence(
    parts: Sequence[Part], earlier: Sequence[Candidate | None], near: bool
) -> Candidate | None:
    """Return whom a sentence leaves speaking: who spoke in it, or whom it speaks of.

    near: whether it stands in the paragraph of the quotation behind it.
    """
    tokens = [part for part in parts[-REACH:] if not isinstance(part, int)]
    colon = bool(tokens) and tokens[-1] is parts[-1] and tokens[-1].text == ":"
    spoken = [earlier[part] for part in parts if isinstance(part, int) and part < len(earlier)]
    if spoken and not colon:
        source = best(c for c in spoken if c is not None)
        # On “Radio Lima,” Jo Li praised the plan: the title was nobody's, and Li is who goes on.
        floats = source is not None and source.how in FLOATING and main_subject(tokens)
        if not floats:
            return _carried(source, "carried on") if source else None
    return _colon(tokens) if colon else _left(tokens, near)


def _colon(tokens: Sequence[Token]) -> Candidate | None:
    """Return who is to speak behind a sentence that ends with a colon."""
    said = _last_said(tokens)
    if said is not None:
        return _around(said.source, "colon", said)
    title = next((t for t in tokens if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")), None)
    head = main_subject(tokens) or title
    return _around(head, "colon before") if head is not None else None


def _left(tokens: Sequence[Token], near: bool) -> Candidate | None:
    """Return whom a sentence without quotations leaves to speak."""
    said = _last_said(tokens)
    head = said.source if said else main_subject(tokens)
    how = "sentence before" if near else "paragraph before"
    somebody = head is not None and head.lower_ not in WORDS["vague"]
    return _around(head, how, said) if head is not None and somebody else None


def _last_said(tokens: Sequence[Token]) -> Candidate | None:
    """The subject of a sentence's last verb of saying."""
    here = {t.i for t in tokens}
    for token in reversed(tokens):
        verb = verb_of(token)
        says = verb is not None and verb.kind == "say" and not is_reported(token)
        head = speaker_of(token, here) if says else None
        if head is not None:
            return Candidate(head, "", frozenset(), token, verb)
    return None


def _around(head: Token, how: str, said: Candidate | None = None) -> Candidate:
    cue, verb = (said.cue, said.verb) if said else (None, None)
    return Candidate(head, how, features("around", {how: True}), cue, verb)


def _carried(source: Candidate, how: str) -> Candidate:
    """The source of an earlier quotation, for one that floats behind it; a guess stays one."""
    shown = "carried on" if how == "interrupted" else how
    shown = source.how if source.how in FAR else shown
    return replace(source, how=shown, cue=None, verb=None, features=features("around", {how: True}))
