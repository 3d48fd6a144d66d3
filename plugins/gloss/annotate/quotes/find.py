"""The steps from a text that was read to its quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gloss.annotate.quotes.around import FLOATING, around, in_series
from gloss.annotate.quotes.before import before
from gloss.annotate.quotes.behind import behind
from gloss.annotate.quotes.filter import is_quotation
from gloss.annotate.quotes.layout import Layout, lay_out
from gloss.annotate.quotes.style import candidates
from gloss.annotate.quotes.transcript import transcript_of
from gloss.annotate.quotes.utterances import join, without_partner
from gloss.annotate.reading import Quoted, Reading
from gloss.annotate.sources.candidate import SourceCandidate, best
from gloss.annotate.sources.coreference import Identities, Profiles
from gloss.annotate.sources.named import NamesInText, tell_names
from gloss.annotate.sources.speakers import is_somebody
from gloss.story import Doubt, Mention, Quotation, Span


def find_quotations(
    reading: Reading, mentions: Sequence[Mention], profiles: Profiles
) -> tuple[list[Quotation], list[Doubt]]:
    """Return the direct quotations of a text in order; offsets are into ``reading.text``.

    Doubts are marks without a partner, and attributions too unsure to show a name.
    """
    headline = reading.headline.end if reading.headline else 0
    odd = [
        without_partner(Span(mark.start, mark.end))
        for mark in reading.marks.odd
        if mark.start >= headline
    ]
    pairs = [
        q for q in reading.marks.quoted if q.start >= reading.body and not _meets_name(q, mentions)
    ]
    transcript = transcript_of(reading, mentions)
    quoted = candidates(reading.text, [*pairs, *transcript.lines], headline)
    if not quoted:
        return [], odd
    layout = _laid_out(reading, mentions, quoted, transcript.answers)
    sources = sources_of(layout)
    kept = [
        scene.number
        for scene in layout.scenes
        if is_quotation(layout, scene, sources[scene.number])
    ]
    named = NamesInText(reading.doc, mentions, [quoted[n].outer for n in kept])

    identities = Identities(named, profiles, pronouns=not transcript.in_turns)
    found, doubts = join(layout, sources, kept, identities)
    return found, sorted([*odd, *doubts], key=lambda doubt: (doubt.start, doubt.end))


def _laid_out(
    reading: Reading, mentions: Sequence[Mention], quoted: Sequence[Quoted], answers: Mention | None
) -> Layout:
    """Lay out a text, with who is named in it, and who answers."""
    people = tell_names(reading.doc, mentions)
    layout = lay_out(reading.text, reading.doc, reading.paragraphs, quoted)
    last = layout.tokens(answers.start, answers.end)[-1] if answers else None
    return replace(layout, people=people, answers=last)


def sources_of(layout: Layout) -> list[SourceCandidate | None]:
    """Return the source of each stretch of a layout, in order."""
    found: list[SourceCandidate | None] = []
    for scene in layout.scenes:
        own = [*before(layout, scene), *behind(layout, scene), *in_series(layout, scene, found)]
        own = [c for c in own if is_somebody(c.source)]
        # what the text around leaves speaking weighs less than what the sentence itself reports
        found.append(
            best(own or (c for c in around(layout, scene, found) if is_somebody(c.source)))
        )
    for last, scene in reversed([*pairwise(layout.scenes)]):
        source = found[scene.number]
        again = scene.quoted.goes_on and scene.quoted.paragraph == last.quoted.paragraph
        if again and source is not None and source.how in ("after", "inverted"):
            found[last.number] = _first(found[last.number], source)
    return found


def _first(source: SourceCandidate | None, behind: SourceCandidate) -> SourceCandidate:
    """Return who says the first piece of a speech: ``“It is. “It was,” Li said.``"""
    return behind if source is None or source.how in FLOATING else source


def _meets_name(quoted: Quoted, mentions: Sequence[Mention]) -> bool:
    """Say whether words stand inside a name, or cross one: a nickname, or a stray mark."""
    for at in (quoted.start, quoted.end):
        n = bisect_left(mentions, at, key=lambda mention: mention.end)
        if n < len(mentions) and mentions[n].start < at < mentions[n].end:
            return True
    n = bisect_left(mentions, quoted.end, key=lambda mention: mention.end)
    return n < len(mentions) and mentions[n].start <= quoted.start and mentions[n].end > quoted.end
