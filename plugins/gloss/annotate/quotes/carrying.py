"""Who says what: the sentence's own report, or what the text around carries on.

A newspaper names a speaker once and lets the following quotations float; or says what somebody
does, and then lets them speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from gloss.annotate.quotes.before import ADJACENT, KINDS, before
from gloss.annotate.quotes.behind import behind
from gloss.annotate.quotes.filter import FAR
from gloss.annotate.quotes.layout import REACH, Layout, Scene
from gloss.annotate.quotes.passive import is_passive
from gloss.annotate.quotes.report import Report, verb_of
from gloss.annotate.quotes.speakers import main_subject, speaker_of
from gloss.annotate.quotes.words import ASKED

# Constructions of words that float behind others.
FLOATING = FAR | {"carried on", "goes on"}


def attribute(layout: Layout) -> list[Report | None]:
    """Return the report of each quotation, in order."""
    found: list[Report | None] = []
    sentences: dict[int, Report | None] = {}
    for scene in layout.scenes:
        own = max([*before(layout, scene), *behind(layout, scene)], key=_weight, default=None)
        found.append(own or _from_around(layout, scene, found, sentences))
    return found


def _from_around(
    layout: Layout,
    scene: Scene,
    earlier: Sequence[Report | None],
    sentences: dict[int, Report | None],
) -> Report | None:
    """Try what stands around a quotation, the nearest first.

    sentences: what was found of each sentence for the quotations behind it, filled here.
    """
    if scene.quoted.goes_on and earlier and earlier[-1]:
        return _carried(earlier[-1], "goes on")
    if _is_asked(scene):
        return None
    if earlier and earlier[-1] and _is_interrupted(layout.scenes[scene.number - 1], scene):
        return _carried(earlier[-1], "carried on")
    subject = main_subject(scene.before)
    if subject is not None:
        return Report(subject, None, None, "subject")
    previous = scene.sentence - 1
    if previous < 0 or layout.paragraphs[previous] < scene.quoted.paragraph - 1:
        return None
    if previous not in sentences:
        sentences[previous] = _of_sentence(layout, previous, earlier)
    report = sentences[previous]
    if report is not None and not report.how:
        near = layout.paragraphs[previous] == scene.quoted.paragraph
        return replace(report, how="sentence before" if near else "paragraph before")
    return report


def _is_interrupted(before: Scene, scene: Scene) -> bool:
    """Say whether a clause only interrupts: ``“Nobody,” Li cuts in, “ever is.”``"""
    together = before.sentence == scene.sentence and before.quoted.last in ",—–"
    return together and not before.before


def _is_asked(scene: Scene) -> bool:
    """Say whether words are put to somebody by nobody known: ``Li was asked, “…”``"""
    words = [t for t in scene.before if not t.is_punct]
    if not words or words[-1].lower_ not in ASKED or words[-1].tag_ != "VBN":
        return False
    return is_passive(words[-1], scene.outside)


def _of_sentence(layout: Layout, number: int, earlier: Sequence[Report | None]) -> Report | None:
    """Return whom a sentence leaves speaking: who spoke in it, or whom it speaks of.

    ``how`` is empty for the latter, where it depends on how far off the quotation is.
    """
    parts = layout.sentences[number]
    tokens = [part for part in parts[-REACH:] if not isinstance(part, int)]
    colon = bool(tokens) and tokens[-1] is parts[-1] and tokens[-1].text == ":"
    quoted = [part for part in parts if isinstance(part, int) and part < len(earlier)]
    if quoted and not colon:
        best = max((earlier[n] for n in quoted), key=_weight)
        # On “Radio Lima,” Jo Li praised the plan: the title was nobody's, and Li is who goes on.
        floats = best is not None and best.how in FLOATING and _subject(tokens)
        if not floats:
            return best and _carried(best, "carried on")
    report = _last_said(tokens) or _subject(tokens)
    if report is not None and colon and report.verb:
        return replace(report, how="colon", weight=KINDS["say"] + ADJACENT)
    if report is not None:
        return replace(report, how="colon before" if colon else "")
    title = next((t for t in tokens if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")), None)
    return Report(title, None, None, "colon before") if title is not None and colon else None


def _last_said(tokens: Sequence[Token]) -> Report | None:
    """The subject of a sentence's last verb of saying."""
    here = {t.i for t in tokens}
    for token in reversed(tokens):
        verb = verb_of(token)
        head = speaker_of(token, here) if verb and verb.kind == "say" else None
        if head is not None:
            return Report(head, token, verb, "")
    return None


def _subject(tokens: Sequence[Token]) -> Report | None:
    head = main_subject(tokens)
    return Report(head, None, None, "") if head is not None else None


def _carried(report: Report, how: str) -> Report:
    """The report of an earlier quotation, for one that floats behind it; a guess stays one."""
    how = report.how if report.how in FAR else how
    return Report(report.head, None, None, how, report.weight)


def _weight(report: Report | None) -> float:
    return report.weight if report else -9.0
