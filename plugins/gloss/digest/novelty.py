"""What is new in each story of a thread against those before: names, figures, statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from gloss.digest.plain import plain
from gloss.digest.sentences import sentences
from gloss.lexicon import either, words
from gloss.story import Annotations, Quotation, Span

# So many sentences of a story are shown, those with most that is new.
SENTENCES = 4
# A statement says more than a figure or a name.
STATEMENT = 2
# A quotation of fewer words is a word set off by its marks, and no statement.
FEW_WORDS = 3

_UNITS, _CURRENCIES = (either(words("figures")[part]) for part in ("units", "currencies"))
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?:(?:{_CURRENCIES})\s?{_NUMBER}|\b{_NUMBER})(?:[\s-]?(?:{_UNITS})(?!\w)){{0,2}}"
)
_BARE = re.compile(r"\d")  # one figure alone counts or numbers something


class Marked(Protocol):
    """A story's text, and what is said of it."""

    @property
    def text(self) -> str: ...
    @property
    def annotations(self) -> Annotations: ...


@dataclass(frozen=True)
class Novelty:
    """What a story has that no story before it in the thread had.

    names: ids, in the order of the text. passages: sentences, each cut where what is new stands in
    it: text that is not new and text that is, by turns, beginning with the former.
    """

    names: tuple[str, ...] = ()
    passages: tuple[tuple[str, ...], ...] = ()


def novelties(stories: Iterable[Marked], ids: Mapping[str, str]) -> Iterator[Novelty]:
    """Yield what is new in each of a thread's stories, the oldest first; of the first nothing.

    ids: the id of each name that is listed, by the id that articles mark it with.
    """
    before = _Before(ids)
    for number, story in enumerate(stories):
        yield before.told(story) if number else Novelty()
        before.add(story)


@dataclass
class _Before:
    """What the stories before had."""

    ids: Mapping[str, str]
    names: set[str] = field(default_factory=set)
    figures: set[str] = field(default_factory=set)
    text: str = ""

    def add(self, story: Marked) -> None:
        self.names |= {one.entity for one in story.annotations.mentions}
        self.figures |= {figure for _, figure in _figures(story)}
        self.text += f" {plain(story.text)} "

    def told(self, story: Marked) -> Novelty:
        """What is new in a story."""
        names = self._new_names(story)
        weighed = [(span, 1) for span in (*names.values(), *self._new_figures(story))]
        weighed += [(span, STATEMENT) for span in self._new_statements(story)]
        weighed.sort()
        listed = dict.fromkeys(self.ids[id_] for id_ in names if id_ in self.ids)
        return Novelty(tuple(listed), tuple(_passages(story.text, weighed)))

    def _new_names(self, story: Marked) -> dict[str, Span]:
        """The names that are new, each where it stands first."""
        found: dict[str, Span] = {}
        for one in story.annotations.mentions:
            if one.entity not in self.names:
                found.setdefault(one.entity, Span(one.start, one.end))
        return found

    def _new_figures(self, story: Marked) -> Iterator[Span]:
        return (span for span, figure in _figures(story) if figure not in self.figures)

    def _new_statements(self, story: Marked) -> Iterator[Span]:
        for quotation in story.annotations.quotations:
            said = plain(" ".join(_words(story.text, quotation)))
            if len(said.split()) >= FEW_WORDS and f" {said} " not in self.text:
                yield from quotation.parts


def _words(text: str, quotation: Quotation) -> Iterator[str]:
    return (text[part.start : part.end] for part in quotation.parts)


def _figures(story: Marked) -> Iterator[tuple[Span, str]]:
    """The figures of a story that are no part of a date or a name, each as it can be compared."""
    found = story.annotations
    marked = sorted(
        [(moment.start, moment.end) for moment in found.moments]
        + [(mention.start, mention.end) for mention in found.mentions]
    )
    starts = [start for start, _ in marked]
    for figure in _FIGURE.finditer(story.text):
        at = bisect_left(starts, figure.end()) - 1
        inside = at >= 0 and marked[at][1] > figure.start()
        if not inside and not _BARE.fullmatch(figure[0]):
            yield Span(*figure.span()), re.sub(r"[\s,-]", "", figure[0].casefold())


def _passages(text: str, weighed: Sequence[tuple[Span, int]]) -> Iterator[tuple[str, ...]]:
    """The sentences with most that is new, in the order of the text, cut where it stands."""
    held = [(one, _inside(one, weighed)) for one in sentences(text)]
    by_weight = sorted((-sum(weight for _, weight in some), one) for one, some in held if some)
    chosen = {one for _, one in by_weight[:SENTENCES]}
    for one, some in held:
        if one in chosen:
            yield tuple(_by_turns(text, one, [span for span, _ in some]))


def _inside(sentence: Span, weighed: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """What of the spans stands in a sentence, cut at its ends."""
    return [
        (Span(max(span.start, sentence.start), min(span.end, sentence.end)), weight)
        for span, weight in weighed
        if span.start < sentence.end and span.end > sentence.start
    ]


def _by_turns(text: str, sentence: Span, new: Sequence[Span]) -> Iterator[str]:
    done = sentence.start
    for span in _joined(new):
        yield text[done : span.start]
        yield text[span.start : span.end]
        done = span.end
    yield text[done : sentence.end]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
