"""What the digest keeps of one article: its names, its dates, what is said in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gloss.digest.counts import by_count
from gloss.digest.doubts import names_in_doubt
from gloss.digest.gist import gist_of
from gloss.digest.model import Event, Named, Repeated, Said, StoryFacts
from gloss.digest.places import Stretches, names_in
from gloss.digest.repetitions import bounded
from gloss.digest.sentences import paragraphs, sentences
from gloss.digest.statements import sourced_share, statements_of
from gloss.digest.wordings import sketch_of
from gloss.speakers import speaker_of
from gloss.story import Article, Entity, Mention, Moment, Quotation, Span

# A paragraph longer than this is shown by its sentences around the quotation only.
LONG_CONTEXT = 500

_OPENING_AGAIN = re.compile(r"\n\s*[“\"‘']?(?=\S)")


def facts_of(article: Article) -> StoryFacts:
    """Return one story's share in the digest; it depends on the article alone."""
    story, found = article.story, article.annotations
    pieces = Stretches(sentences(story.text))
    return StoryFacts(
        slug=article.slug,
        title=article.title,
        published=story.published,
        date=article.date,
        status=article.status,
        summary=article.summary,
        source=story.source,
        url=story.url,
        author=story.author,
        lang=story.lang,
        section=story.section,
        words=len(story.text.split()),
        named=_with_doubts(
            _named(story.text, found.mentions, found.entities), names_in_doubt(article.review)
        ),
        events=_events(article, pieces),
        said=_said(article),
        digest=article.digest,
        corrected=article.corrected,
        declared=article.declared,
        retraction=article.retraction,
        emended=article.emended,
        notes=article.notes,
        apart=article.apart,
        picture=article.picture,
        repeated=_repeated(article, pieces),
        gist=gist_of(article),
        statements=statements_of(article, pieces),
        sourced=sourced_share(article),
    )


def _named(text: str, mentions: Sequence[Mention], entities: Iterable[Entity]) -> tuple[Named, ...]:
    """Names in the order of the text, each with its spellings, the most frequent first."""
    forms: dict[str, Counter[str]] = {}
    for mention in mentions:
        form = " ".join(text[mention.start : mention.end].split())
        forms.setdefault(mention.entity, Counter())[form] += 1
    known = {entity.id: entity for entity in entities}
    return tuple(
        _one_named(id_, counted, known.get(id_) or Entity(id_, max(counted, key=len)))
        for id_, counted in forms.items()
    )


def _with_doubts(named: Iterable[Named], doubtful: frozenset[str]) -> tuple[Named, ...]:
    return tuple(replace(one, unsure=not doubtful.isdisjoint(one.forms)) for one in named)


def _one_named(id_: str, counted: Counter[str], entity: Entity) -> Named:
    return Named(
        entity=id_,
        name=entity.name,
        count=counted.total(),
        forms=by_count(counted),
        descriptors=entity.descriptors,
        same_as=entity.same_as,
    )


def _events(article: Article, pieces: Stretches) -> tuple[Event, ...]:
    moments = zip(article.moment_ids, article.annotations.moments, strict=True)
    return tuple(
        _event(article, anchor, moment, pieces)
        for anchor, moment in moments
        if anchor and moment.edtf
    )


def _repeated(article: Article, pieces: Stretches) -> tuple[Repeated, ...]:
    moments = article.annotations.moments
    return tuple(_again(article, moment, pieces) for moment in moments if moment.type == "SET")


def _again(article: Article, moment: Moment, pieces: Stretches) -> Repeated:
    event = _event(article, "", moment, pieces)
    start = moment.start - event.at
    end = start + len(event.sentence)
    inside = [
        replace(one, start=one.start - start, end=one.end - start)
        for one in article.annotations.moments
        if start <= one.start and one.end <= end
    ]
    return bounded(event, article.story.published or article.date, inside)


def _event(article: Article, anchor: str, moment: Moment, pieces: Stretches) -> Event:
    text = article.story.text
    sentence = pieces.holding(moment.start, moment.end)
    return Event(
        story=article.slug,
        anchor=anchor,
        edtf=moment.edtf or moment.value,
        written=text[moment.start : moment.end],
        how=moment.how,
        sentence=text[sentence.start : sentence.end],
        at=moment.start - sentence.start,
        names=names_in(article.annotations.mentions, [sentence]) if anchor else (),
    )


def _said(article: Article) -> tuple[Said, ...]:
    quotations = zip(article.quote_ids, article.annotations.quotations, strict=True)
    lines = Stretches(paragraphs(article.story.text))
    return tuple(_one_said(article, anchor, one, lines) for anchor, one in quotations)


def _one_said(article: Article, anchor: str, quotation: Quotation, lines: Stretches) -> Said:
    text, speaker = article.story.text, speaker_of(quotation)
    words = tuple(_words(text[part.start : part.end]) for part in quotation.parts)
    return Said(
        story=article.slug,
        anchor=anchor,
        words=words,
        by=speaker.by,
        who=speaker.phrase,
        cue=quotation.cue,
        lemma=quotation.lemma,
        how=quotation.how,
        sure=quotation.sure,
        context=_context(text, quotation, lines),
        names=names_in(article.annotations.mentions, quotation.parts),
        sketch=sketch_of(" ".join(words)),
    )


def _words(part: str) -> str:
    """The words of a part; a mark that opens again at each paragraph is left out."""
    return _OPENING_AGAIN.sub("\n\n", part.strip())


def _context(text: str, quotation: Quotation, lines: Stretches) -> str:
    """The paragraph that introduces a quotation: its own, or the one before where it fills it."""
    start, end = quotation.parts[0].start, quotation.parts[-1].end
    number = lines.at(start)
    own = lines.spans[number]
    outside = text[own.start : start] + text[min(end, own.end) : own.end]
    if any(letter.isalnum() for letter in outside):
        return _shortened(text, own, start, min(end, own.end))
    if not number:
        return ""
    before = lines.spans[number - 1]
    return _shortened(text, before, before.end - 1, before.end)


def _shortened(text: str, paragraph: Span, start: int, end: int) -> str:
    """A paragraph, or where it is long the sentences of it that hold start to end."""
    whole = text[paragraph.start : paragraph.end]
    if len(whole) <= LONG_CONTEXT:
        return whole
    near = Stretches(sentences(whole)).holding(start - paragraph.start, end - paragraph.start)
    return whole[near.start : near.end]
