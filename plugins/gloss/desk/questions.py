"""What is asked of one article: what the annotator was not sure of, and did not find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gloss.corrections import Correction, find_all
from gloss.edtf import read
from gloss.speakers import ShownSpeaker, speaker_of
from gloss.story import Article, Mention, Span

About = Literal["kind", "name", "speaker", "year"]

_SAID = re.compile(r"“(?P<words>[^”]+)” (?P<says>.*)")
_GUESS = {
    "kind": re.compile(r"is shown as (\w+)"),
    "name": re.compile(r"may be a name \((\w+)"),
}
# What a correction must be about to answer a question.
_ANSWERS = {
    "kind": ("name", "settled"),
    "name": ("name", "settled"),
    "speaker": ("speaker", "quotation", "settled"),
    "year": ("date", "settled"),
}


@dataclass(frozen=True)
class Question:
    """One doubt about one article.

    words: what it is about, as the story has it. guess: what stands now: a kind, an EDTF value, or
    who may have said it; empty where nothing does. entity: the id that the words are marked with,
    if any. says: why it is asked, in plain words.
    spans: where the words stand in ``article.story.text``. marked: where the same words are a name
    beyond doubt, with the id of each.
    """

    about: About
    words: str
    guess: str
    says: str
    spans: tuple[Span, ...]
    entity: str = ""
    marked: tuple[tuple[Span, str], ...] = ()


def questions_of(article: Article, said: Sequence[Correction]) -> Iterator[Question]:
    """Yield what is asked of an article, less what its corrections answer already."""
    for question in (*_of_names(article), *_of_speakers(article), *_of_years(article)):
        if not _is_answered(question, article.story.text, said):
            yield question


def _is_answered(question: Question, text: str, said: Sequence[Correction]) -> bool:
    """Tell whether a correction speaks of the same words, or of what holds them."""
    answers = [c for c in said if c.about in _ANSWERS[question.about] and c.at]
    places = [p for correction in answers for at in correction.at for p in find_all(text, at)]
    first = question.spans[0]
    return any(p.start <= first.start and first.end <= p.end for p in places)


def _of_names(article: Article) -> Iterator[Question]:
    """Names whose kind is not sure, and words that may be a name: the article's head lists them."""
    finders: dict[str, Callable[[Article, str], tuple[Span, ...]]] = {
        "kind": _marked,
        "name": _unmarked,
    }
    for line in article.review:
        about, _, says = line.partition(": ")
        found = _SAID.match(says)
        if not found or about not in finders:
            continue
        guess = _GUESS[about].search(says)
        if spans := finders[about](article, found["words"]):
            reason = found["says"].partition(" With its right type")[0]
            reason = reason.partition(" If it is one")[0]
            kind: About = "kind" if about == "kind" else "name"
            entity = next((m.entity for m in article.annotations.mentions if _is(m, spans)), "")
            told = guess[1] if guess else ""
            marked = _names(article, found["words"]) if kind == "name" else ()
            yield Question(kind, found["words"], told, reason.rstrip("."), spans, entity, marked)


def _is(mention: Mention, spans: Sequence[Span]) -> bool:
    return Span(mention.start, mention.end) in spans


def _names(article: Article, words: str) -> tuple[tuple[Span, str], ...]:
    text = article.story.text
    mentions = article.annotations.mentions
    same = (m for m in mentions if text[m.start : m.end] == words)
    return tuple((Span(m.start, m.end), m.entity) for m in same)


def _marked(article: Article, words: str) -> tuple[Span, ...]:
    return tuple(span for span, _ in _names(article, words))


def _unmarked(article: Article, words: str) -> tuple[Span, ...]:
    """Where words stand as words of their own, outside any mark."""
    annotated = article.annotations
    marks = [Span(m.start, m.end) for m in annotated.mentions]
    marks += [Span(m.start, m.end) for m in annotated.moments]
    places = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", article.story.text)
    return tuple(
        Span(*place.span())
        for place in places
        if not any(m.start < place.end() and place.start() < m.end for m in marks)
    )


def _of_speakers(article: Article) -> Iterator[Question]:
    for quotation in article.annotations.quotations:
        if quotation.parts and speaker_of(quotation) == ShownSpeaker():
            part = quotation.parts[0]
            guess = quotation.by or quotation.who or ""
            says = "is not shown: it may be nobody who speaks" if guess else "has no speaker"
            words = article.story.text[part.start : part.end]
            yield Question("speaker", words, guess, says, (part,))


def _of_years(article: Article) -> Iterator[Question]:
    for moment in article.annotations.moments:
        value = read(moment.edtf or "")
        if value and value.year is None:
            words = article.story.text[moment.start : moment.end]
            says = "has no year, and the story none that it could be counted from"
            yield Question(
                "year", words, moment.edtf or "", says, (Span(moment.start, moment.end),)
            )
