"""Put the stretches of one utterance together, and say who made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gloss.annotate.quotes.around import FAR, FLOATING
from gloss.annotate.quotes.confidence import confidence
from gloss.annotate.quotes.filter import SHORT
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.sources.candidate import SourceCandidate
from gloss.annotate.sources.coreference import Identities, Identity
from gloss.annotate.sources.phrases import antecedent, named_beside, phrase_around
from gloss.annotate.sources.reporting import FINITE, can_speak
from gloss.speakers import SHOWN
from gloss.story import Doubt, Quotation, Span

# What is left of how sure it is who speaks, where words that float name them.
_NAMES_ITSELF = 0.7


def join(
    layout: Layout,
    sources: Sequence[SourceCandidate | None],
    kept: Sequence[int],
    identities: Identities,
) -> tuple[list[Quotation], list[Doubt]]:
    """Return the quotations, each with all its parts, and the attributions that are in doubt."""
    found: list[Quotation] = []
    doubts: list[Doubt] = []
    known: dict[int, Identity | None] = {}
    for group in _groups(layout, sources, kept):
        first = layout.scenes[group[0]]
        if first.quoted.goes_on:
            doubts.append(without_partner(layout.scenes[group[0] - 1].quoted.outer))
        parts = tuple(Span(q.start, q.end) for q in (layout.scenes[n].quoted for n in group))
        source = sources[group[0]]
        identity = None
        if source is not None:
            if source.source.i not in known:
                known[source.source.i] = identities.of(source.source, parts[0])
            identity = _named_in(
                known[source.source.i], source, identities.named.named_in(parts[0])
            )
        quotation = _quotation(layout, first, parts, source, identity)
        found.append(quotation)
        if identity is not None and quotation.by is None:
            doubts.append(_doubt(quotation, identity))
    return found, doubts


def _named_in(
    identity: Identity | None, source: SourceCandidate, named: set[str]
) -> Identity | None:
    """Words that float, and name whom they were given to: others say them."""
    if identity is None or source.how not in FLOATING or identity.entity not in named:
        return identity
    return replace(identity, sure=identity.sure * _NAMES_ITSELF)


def _groups(
    layout: Layout, sources: Sequence[SourceCandidate | None], kept: Sequence[int]
) -> list[list[int]]:
    """Return the numbers of the stretches of each utterance."""
    groups: list[list[int]] = []
    for n in kept:
        if groups and groups[-1][-1] == n - 1 and _continues(layout, sources, n):
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _continues(layout: Layout, sources: Sequence[SourceCandidate | None], n: int) -> bool:
    """Say whether quoted words go on with the utterance of the ones before.

    They do in a paragraph that is opened again, and behind a clause that interrupts a sentence:
    ``“It is,” she said, “a start.”``
    """
    before, here = sources[n - 1], sources[n]
    last, scene = layout.scenes[n - 1], layout.scenes[n]
    if before is not None and here is not None and before.source.i != here.source.i:
        return False
    if scene.quoted.goes_on:
        return True
    together = last.sentence == scene.sentence and last.quoted.last in ",—–-…"
    return together and before is not None and _only_clause(last, before)


def _only_clause(scene: Scene, source: SourceCandidate) -> bool:
    """Say whether nothing but the reporting clause stands between two stretches."""
    verbs = [t for t in scene.behind if t.tag_ in FINITE | {"VBG"} and t.pos_ == "VERB"]
    plain = source.how in ("after", "inverted")
    return plain and all(source.cue is not None and t.i == source.cue.i for t in verbs)


def _quotation(
    layout: Layout,
    scene: Scene,
    parts: tuple[Span, ...],
    source: SourceCandidate | None,
    identity: Identity | None,
) -> Quotation:
    if source is None or _is_guess(layout, parts[0], scene, source):
        return Quotation(parts, how="", sure=0.3)
    sure = confidence(source, identity.sure if identity else 1.0)
    by = identity.entity if identity and sure >= SHOWN else None
    cue = source.cue
    told = identity.how if identity and identity.how != "name" else ""
    return Quotation(
        parts,
        by=by,
        who=None if by else _words(layout, source),
        cue=cue.text if cue else None,
        lemma=_lemma(source),
        how=", ".join(filter(None, (source.how, told))),
        sure=sure,
        speaker=phrase_around(named_beside(source.source, layout.people), layout.inside),
        cue_span=Span(cue.idx, cue.idx + len(cue)) if cue else None,
    )


def _lemma(source: SourceCandidate) -> str | None:
    if source.verb is not None:
        return source.verb.lemma
    return source.cue.lower_ if source.cue else None


def _words(layout: Layout, source: SourceCandidate) -> str | None:
    """Return the words that say who speaks, where they may be shown.

    Words that name somebody are no more shown than the name would be, nor is a mere guess.
    """
    noun = antecedent(source.source)
    named = noun.pos_ == "PROPN" or source.how == "paragraph before"
    if named and confidence(source) < SHOWN:
        return None
    span = phrase_around(noun, layout.inside)
    return " ".join(layout.text[span.start : span.end].split())


def _is_guess(layout: Layout, part: Span, scene: Scene, source: SourceCandidate) -> bool:
    """Say whether a source is a guess, so that the words stand without a speaker.

    So it is across paragraphs, but where a quotation fills its own; where no reporting word governs
    but a few words; and where what stands as a subject is nothing that speaks.
    """
    if source.how == "paragraph before" and (scene.before or scene.behind):
        return True
    noun = antecedent(source.source)
    mute = noun.pos_ == "NOUN" and not can_speak(noun.lower_)
    few = len(layout.text[part.start : part.end].split()) <= SHORT
    return source.how in FAR and (few or mute)


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
