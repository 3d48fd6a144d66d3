"""Put the stretches of one utterance together, and say who made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gloss.annotate.quotes.carrying import FLOATING
from gloss.annotate.quotes.confidence import SHOWN, confidence
from gloss.annotate.quotes.coreference import Identities, Identity
from gloss.annotate.quotes.filter import FAR, SHORT
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.phrases import FINITE, antecedent, phrase_around
from gloss.annotate.quotes.report import Report
from gloss.annotate.quotes.words import can_speak
from gloss.story import Doubt, Quotation, Span


def join(
    layout: Layout,
    reports: Sequence[Report | None],
    kept: Sequence[int],
    identities: Identities,
) -> tuple[list[Quotation], list[Doubt]]:
    """Return the quotations, each with all its parts, and the attributions that are in doubt."""
    groups: list[list[int]] = []
    doubts: list[Doubt] = []
    for n in kept:
        if groups and groups[-1][-1] == n - 1 and _continues(layout, reports, n):
            groups[-1].append(n)
        else:
            groups.append([n])
            if layout.scenes[n].quoted.goes_on:
                doubts.append(without_partner(layout.scenes[n - 1].quoted.outer))
    found: list[Quotation] = []
    known: dict[int, Identity | None] = {}
    for group in groups:
        report = reports[group[0]]
        parts = tuple(
            Span(quoted.start, quoted.end) for quoted in (layout.scenes[n].quoted for n in group)
        )
        identity = None
        if report is not None:
            if report.head.i not in known:
                known[report.head.i] = identities.of(report.head, parts[0])
            identity = known[report.head.i]
            if (
                identity
                and report.how in FLOATING
                and identity.entity in identities.named_in(parts[0])
            ):
                # Words that float, and name whom they were given to: others say them.
                identity = replace(identity, sure=identity.sure * 0.7)
        quotation = _quotation(layout, layout.scenes[group[0]], parts, report, identity)
        found.append(quotation)
        if identity is not None and quotation.by is None:
            doubts.append(_doubt(quotation, identity))
    return found, doubts


def _continues(layout: Layout, reports: Sequence[Report | None], n: int) -> bool:
    """Say whether quoted words go on with the utterance of the ones before.

    They do in a paragraph that is opened again, and behind a clause that interrupts a sentence:
    ``“It is,” she said, “a start.”``
    """
    before, here = reports[n - 1], reports[n]
    last, scene = layout.scenes[n - 1], layout.scenes[n]
    same = before is None or here is None or before.head.i == here.head.i
    if scene.quoted.goes_on:
        return same
    interrupted = (
        last.sentence == scene.sentence
        and last.quoted.last in ",—–-…"
        and before is not None
        and before.how in ("after", "inverted")
    )
    return same and interrupted and before is not None and _only_clause(last, before)


def _only_clause(scene: Scene, report: Report) -> bool:
    """Say whether nothing but the reporting clause stands between two stretches."""
    verbs = [t for t in scene.behind if t.tag_ in FINITE | {"VBG"} and t.pos_ == "VERB"]
    return all(report.cue is not None and t.i == report.cue.i for t in verbs)


def _quotation(
    layout: Layout,
    scene: Scene,
    parts: tuple[Span, ...],
    report: Report | None,
    identity: Identity | None,
) -> Quotation:
    if report is None or _too_far(layout, parts[0], scene, report):
        return Quotation(parts, how="", sure=0.3)
    noun = antecedent(report.head)
    phrase = phrase_around(report.head, layout.inside)
    whom = phrase if noun == report.head else phrase_around(noun, layout.inside)
    sure = confidence(report, identity.sure if identity else 1.0)
    shown = identity.entity if identity and sure >= SHOWN else None
    # Words that name somebody are no more shown than the name would be, nor is a mere guess.
    named = noun.pos_ == "PROPN" or report.how == "paragraph before"
    named = named and confidence(report) < SHOWN
    cue = report.cue
    return Quotation(
        parts,
        by=shown,
        who=None if shown or named else " ".join(layout.text[whom.start : whom.end].split()),
        cue=cue.text if cue else None,
        lemma=report.verb.lemma if report.verb else cue.lower_ if cue else None,
        how=report.how
        if identity is None or identity.how == "name"
        else f"{report.how}, {identity.how}",
        sure=sure,
        speaker=phrase,
        cue_span=Span(cue.idx, cue.idx + len(cue)) if cue else None,
    )


def _too_far(layout: Layout, part: Span, scene: Scene, report: Report) -> bool:
    """Say whether a report is a guess, so that the words stand without a speaker.

    So it is across paragraphs, but where a quotation fills its own; where no reporting word governs
    but a few words; and where what stands as a subject is nothing that speaks.
    """
    words = len(layout.text[part.start : part.end].split())
    noun = antecedent(report.head)
    mute = noun.pos_ == "NOUN" and not can_speak(noun.lower_)
    if report.how == "paragraph before" and (scene.before or scene.behind):
        return True
    return report.how in FAR and (words <= SHORT or mute)


def without_partner(mark: Span) -> Doubt:
    """Tell the editor of a quotation mark that opens and does not close, or the other way round.

    mark: the mark, or what it opens.
    """
    says = "a quotation mark without its partner: put in the other one, or take this one out"
    return Doubt("quotation", mark.start, min(mark.end, mark.start + 1), says)


def _doubt(quotation: Quotation, identity: Identity) -> Doubt:
    reason = ", ".join(filter(None, (quotation.how, f"{quotation.sure:.2f}")))
    says = f"who says this is not certain enough to show ({reason}); write by= to settle it"
    span = Span(quotation.parts[0].start, quotation.parts[-1].end)
    return Doubt("quotation", span.start, span.end, says, identity.entity)
