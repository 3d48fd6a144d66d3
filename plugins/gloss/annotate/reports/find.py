"""From a text that was read, and its quotations, to the statements that it reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.attrs import IDX  # type: ignore[import-not-found]
from spacy.tokens import Doc

from gloss.annotate.reading import Reading
from gloss.annotate.reports.confidence import confidence
from gloss.annotate.reports.constructions import constructions_of
from gloss.annotate.reports.extent import Extents
from gloss.annotate.reports.reported import WORDS, Reported
from gloss.annotate.sources.coreference import Identities, Profiles
from gloss.annotate.sources.named import NamesInText
from gloss.annotate.sources.phrases import antecedent, phrase_around
from gloss.annotate.sources.speakers import is_somebody, may_speak
from gloss.speakers import SHOWN
from gloss.story import Mention, Moment, Quotation, Report, Span


def find_reports(
    reading: Reading,
    mentions: Sequence[Mention],
    moments: Sequence[Moment],
    quotations: Sequence[Quotation],
    profiles: Profiles,
) -> list[Report]:
    """Return the statements that a text reports, in order; offsets are into ``reading.text``.

    None lies in a quotation or crosses a paragraph, a name, a time or a quotation, and none lies in
    another: of two that meet the longer one stays.
    """
    extents = Extents(reading, quotations, [*mentions, *moments])
    inside = _within(reading.doc, extents.quoted)
    outside = set(range(len(reading.doc))) - inside
    identities = Identities(NamesInText(reading.doc, mentions, extents.quoted), profiles)
    found = [
        (content, reported)
        for reported in _reported(reading.doc, outside)
        if (content := extents.of(reported)) is not None
    ]
    return [_report(reading.text, *one, identities, inside) for one in _apart(found)]


def _reported(doc: Doc, outside: set[int]) -> Iterator[Reported]:
    for token in doc:
        if token.i in outside:
            for construction in constructions_of(token):
                yield from filter(_is_of_somebody, construction(token, outside))


def _is_of_somebody(reported: Reported) -> bool:
    """Tell whether a statement may be somebody's: "it means" and "if you want" are nobody's."""
    source = reported.source
    if source is None:  # "it was said that"; in a command nobody says anything
        return reported.how == "clause" and reported.cue.tag_ == "VBN"
    if not is_somebody(source) or source.lower_ in WORDS["nobody"]:
        return False
    return reported.how not in ("thing", "infinitive") or may_speak(source)


def _apart(found: Sequence[tuple[Span, Reported]]) -> list[tuple[Span, Reported]]:
    """Those that lie in no other, in the order of the text."""
    kept: list[tuple[Span, Reported]] = []
    for span, reported in sorted(found, key=lambda f: (f[0].start - f[0].end, f[0].start)):
        if not any(span.start < k.end and k.start < span.end for k, _ in kept):
            kept.append((span, reported))
    return sorted(kept, key=lambda one: one[0].start)


def _report(
    text: str, span: Span, reported: Reported, identities: Identities, inside: Collection[int]
) -> Report:
    cue, source = reported.cue, reported.source
    identity = identities.of(source, span) if source is not None else None
    shown = identity if identity and identity.sure >= SHOWN else None
    # The words nearest, as of a speaker; but "who" says nothing where nobody is named by it.
    whose = source if source is None or shown else antecedent(source)
    phrase = phrase_around(whose, inside) if whose is not None else None
    return Report(
        start=span.start,
        end=span.end,
        by=shown.entity if shown else None,
        who=text[phrase.start : phrase.end] if phrase and not shown else None,
        cue=cue.text,
        lemma=reported.lemma,
        how=reported.how,
        sure=confidence(reported, shown.sure if shown else 1),
        source=phrase,
        cue_span=Span(cue.idx, cue.idx + len(cue)),
    )


def _within(doc: Doc, spans: Iterable[Span]) -> set[int]:
    """Return the numbers of the tokens that begin in spans."""
    starts = doc.to_array(IDX).tolist()
    stretches = ((bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in spans)
    return {n for first, last in stretches for n in range(first, last)}
