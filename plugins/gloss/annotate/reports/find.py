"""From a text that was read, and its quotations, to the statements that it reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from gloss.annotate.reading import Reading
from gloss.annotate.reports.constructions import CONSTRUCTIONS, WORDS, Reported
from gloss.annotate.sources.coreference import Identities
from gloss.annotate.sources.named import NamesInText
from gloss.annotate.sources.phrases import antecedent, phrase_around
from gloss.annotate.sources.reporting import reporting_verbs
from gloss.annotate.sources.speakers import is_somebody, may_speak
from gloss.identity.profile import profiles_of
from gloss.speakers import SHOWN
from gloss.story import Entity, Mention, Quotation, Report, Span

# A statement has as many words at least: "denied it" says nothing by itself.
LEAST = 2
# One that is quoted for the larger part is somebody's words, not a report of them.
MOSTLY = 0.6
_EDGES = frozenset(" \t\n,;:.—–-“”\"'‘’")


def find_reports(
    reading: Reading,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    quotations: Sequence[Quotation],
) -> list[Report]:
    """Return the statements that a text reports, in order; offsets are into ``reading.text``.

    None lies wholly in a quotation or crosses a paragraph, and none lies in another: of two that
    meet the longer one stays.
    """
    quoted = [part for quotation in quotations for part in quotation.parts]
    inside = {t.i for t in reading.doc if _is_in(t.idx, quoted)}
    outside = set(range(len(reading.doc))) - inside
    named = NamesInText(reading.doc, mentions, quoted)
    identities = Identities(
        named, lambda: profiles_of(reading.text, mentions, entities, reporting_verbs())
    )
    found = [
        (content, reported)
        for reported in _reported(reading.doc, outside)
        if (content := _content(reading, reported, quoted)) is not None
    ]
    return [_report(*one, identities, inside) for one in _apart(found)]


def _reported(doc: Doc, outside: set[int]) -> Iterator[Reported]:
    for token in doc:
        if token.i in outside:
            for construction in CONSTRUCTIONS:
                yield from filter(_is_of_somebody, construction(token, outside))


def _is_of_somebody(reported: Reported) -> bool:
    """Tell whether a statement may be somebody's: "it means" and "if you want" are nobody's."""
    source = reported.source
    if source is None:
        return reported.how in ("clause", "aside") and reported.lemma not in WORDS["to_know"]
    if not is_somebody(source) or source.lower_ in WORDS["nobody"]:
        return False
    return reported.how not in ("thing", "infinitive") or may_speak(source)


def _content(reading: Reading, reported: Reported, quoted: Sequence[Span]) -> Span | None:
    """The stretch that is reported: a clause's words, without the words that report it."""
    start, end = _edges(reported)
    if reported.source is not None and start <= reported.source.idx < end:
        return None
    text = reading.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    span = Span(start, end)
    shared = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quoted)
    if shared > MOSTLY * (end - start) or any(q.start <= start < q.end for q in quoted):
        return None
    if "\n" in text[start:end] or len(text[start:end].split()) < LEAST:
        return None
    return span if start >= reading.body else None


def _edges(reported: Reported) -> tuple[int, int]:
    """Where the words of a content begin and end, cut where the reporting clause is inside."""
    tokens = [*reported.content.subtree]
    if reported.without is not None:
        cut = {t.i for t in reported.without.subtree} if reported.how != "clause" else set()
        cut |= {reported.cue.i}
        tokens = _longest([t for t in tokens if t.i not in cut])
    if not tokens:
        return 0, 0
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _longest(tokens: Sequence[Token]) -> list[Token]:
    """The longest run of tokens that stand side by side."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return max(runs, key=len, default=[])


def _apart(found: Sequence[tuple[Span, Reported]]) -> list[tuple[Span, Reported]]:
    """Those that lie in no other, in the order of the text."""
    kept: list[tuple[Span, Reported]] = []
    for span, reported in sorted(found, key=lambda f: (f[0].start - f[0].end, f[0].start)):
        if not any(span.start < k.end and k.start < span.end for k, _ in kept):
            kept.append((span, reported))
    return sorted(kept, key=lambda one: one[0].start)


def _report(span: Span, reported: Reported, identities: Identities, inside: set[int]) -> Report:
    cue, source = reported.cue, reported.source
    identity = identities.of(source, span) if source is not None else None
    phrase = phrase_around(antecedent(source), inside) if source is not None else None
    return Report(
        start=span.start,
        end=span.end,
        by=identity.entity if identity and identity.sure >= SHOWN else None,
        lemma=reported.lemma,
        how=reported.how,
        source=phrase,
        cue=Span(cue.idx, cue.idx + len(cue)),
    )


def _is_in(offset: int, spans: Sequence[Span]) -> bool:
    n = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return n >= 0 and offset < spans[n].end
