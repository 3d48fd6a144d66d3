"""What a story reports that somebody said, and how much of it has a source."""

from __future__ import annotations

from collections.abc import Iterable

from gloss.digest.model import Statement
from gloss.digest.places import Stretches, names_in
from gloss.digest.wordings import sketch_of
from gloss.speakers import ShownSpeaker, source_of, speaker_of
from gloss.story import Article, Report, Span


def statements_of(article: Article, pieces: Stretches) -> tuple[Statement, ...]:
    """Return what a story reports, in the order of its text; pieces: the text's sentences."""
    reports = zip(article.report_ids, article.annotations.reports, strict=True)
    return tuple(_statement(article, anchor, report, pieces) for anchor, report in reports)


def _statement(article: Article, anchor: str, report: Report, pieces: Stretches) -> Statement:
    text, source = article.story.text, source_of(report)
    sentence = pieces.holding(report.start, report.end)
    return Statement(
        story=article.slug,
        anchor=anchor,
        words=text[report.start : report.end],
        by=source.by,
        who=source.phrase,
        cue=report.cue,
        lemma=report.lemma,
        sentence=text[sentence.start : sentence.end],
        at=report.start - sentence.start,
        names=names_in(article.annotations.mentions, [Span(report.start, report.end)]),
        sketch=sketch_of(text[report.start : report.end]),
    )


def sourced_share(article: Article) -> int:
    """Return how many of a hundred letters of a text somebody says, by name or not."""
    found, text = article.annotations, article.story.text
    spans = [part for q in found.quotations if _is_shown(speaker_of(q)) for part in q.parts]
    spans += [Span(r.start, r.end) for r in found.reports if _is_shown(source_of(r))]
    return round(100 * _covered(spans) / len(text)) if text else 0


def _is_shown(speaker: ShownSpeaker) -> bool:
    return speaker != ShownSpeaker()


def _covered(spans: Iterable[Span]) -> int:
    at = covered = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(at, span.start))
        at = max(at, span.end)
    return covered
