"""One story's words, counted: what the index needs of an article, and no more.

Depends on the article alone, so it is kept with it: a story that did not change is not read again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gloss.digest.facts import facts_of
from gloss.digest.model import Event, StoryFacts
from gloss.edtf import Date, read
from gloss.search.tokenizer import words_of
from gloss.story import Article

_split = str.split
MONTHS = _split(
    "january february march april may june july august september october november december"
)


_BEYOND = re.compile("[\U00010000-\U0010ffff]")
Units = Callable[[int], int]


@dataclass(frozen=True)
class Counts:
    """The words of one field.

    length: how many words in all.
    lines: the words that stand there once, a blank between them; on the next line those that stand
        there twice; and so on. One text, since a collection holds millions of words.
    """

    length: int
    lines: str

    def by_times(self) -> Iterator[tuple[int, str]]:
        """Yield how often, and the words that stand there so often, a blank between them."""
        return ((times, line) for times, line in enumerate(self.lines.split("\n"), 1) if line)


_NOTHING = Counts(0, "")


@dataclass(frozen=True)
class StoryTerms:
    """All fields of one story, its quotations and its events, with what a result shows of them.

    quotes: of each quotation; reports: of each reported statement.
    quote_spans: for each quotation where its parts stand in ``passage``, start and end in turn;
    report_spans: the same of each reported statement.
    event_spans: for each event its sentence's start and end.
        Spans count UTF-16 units, as the browser does.
    passage: the story's text.
    """

    title: Counts
    text: Counts
    about: Counts
    published: Counts
    quotes: tuple[Counts, ...]
    reports: tuple[Counts, ...]
    events: tuple[Counts, ...]
    quote_spans: tuple[tuple[int, ...], ...]
    report_spans: tuple[tuple[int, int], ...]
    event_spans: tuple[tuple[int, int], ...]
    passage: str


def terms_of(article: Article, facts: StoryFacts | None = None) -> StoryTerms:
    """Return the counted words of one article.

    facts: ``facts_of(article)``, where the caller has them already.
    """
    facts = facts or facts_of(article)
    text = article.story.text
    spans = [
        tuple(at for part in quotation.parts for at in (part.start, part.end))
        for quotation in article.annotations.quotations
    ]
    placed, units = _placed(article, facts), _units_of(text)
    return StoryTerms(
        title=count(article.title),
        text=count(text),
        about=count(f"{facts.source or ''} {facts.author or ''}"),
        published=count(_dates_in_words(facts.published or "")),
        quotes=tuple(count(" ".join(said.words)) for said in facts.said),
        reports=tuple(count(told.words) for told in facts.statements),
        events=tuple(count(_event_words(event)) for event in facts.events),
        quote_spans=tuple(tuple(map(units, span)) for span in spans),
        report_spans=tuple(
            (units(report.start), units(report.end)) for report in article.annotations.reports
        ),
        event_spans=tuple((units(start), units(end)) for start, end in placed),
        passage=text,
    )


def count(text: str) -> Counts:
    """Return the words of a text, counted; the same text always gives the same counts."""
    return count_words(words_of(text))


def count_words(words: list[str]) -> Counts:
    """Return words, counted."""
    if not words:
        return _NOTHING
    counted = Counter(words)
    if len(counted) == len(words):
        return Counts(len(words), " ".join(words))
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, times in counted.items():
        groups[times].append(word)
    lines = [" ".join(groups[times]) for times in range(1, max(groups) + 1)]
    return Counts(len(words), "\n".join(lines))


def _event_words(event: Event) -> str:
    """The sentence of an event, and the date in words and figures, however the story puts it."""
    return f"{event.sentence} {_dates_in_words(event.edtf)}"


def _dates_in_words(edtf: str) -> str:
    value = read(edtf)
    dates = [date for date in value.dates if date and date.years] if value else []
    return " ".join(map(_date_words, dates))


def _date_words(date: Date) -> str:
    """A date as it may be asked for: of a decade its first year."""
    first, _ = date.years or (0, 0)
    year = f"{first:04}" if first > 0 else f"{1 - first} bc"
    figures = date.month if date.month.isdigit() and not date.part else ""
    name = MONTHS[int(figures) - 1] if figures else ""
    day = date.day if figures and date.day.isdigit() else ""
    return f"{day.lstrip('0')} {name} {year} {figures} {day if day < '10' else ''}"


def _placed(article: Article, facts: StoryFacts) -> list[tuple[int, int]]:
    """Where each event's sentence stands in the text, in code points."""
    dated = [
        moment
        for anchor, moment in zip(article.moment_ids, article.annotations.moments, strict=True)
        if anchor and moment.edtf
    ]
    starts = [m.start - event.at for m, event in zip(dated, facts.events, strict=True)]
    lengths = [len(event.sentence) for event in facts.events]
    return [(start, start + length) for start, length in zip(starts, lengths, strict=True)]


def _units_of(text: str) -> Units:
    """A function from offsets in code points to offsets in UTF-16 units."""
    if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return int
    beyond = [found.start() for found in _BEYOND.finditer(text)]
    return lambda at: at + bisect_left(beyond, at)
