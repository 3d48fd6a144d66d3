"""Say where words stand so that they are found again when the text around them changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gloss.corrections.nouns import ALL, Anchor
from gloss.story import Span

CONTEXT = 32  # characters on each side
# Words longer than this are told by their beginning and their end, of so many characters each.
LONGEST, END = 90, 40
# What surroundings must share with those remembered, in characters, unless the words are there
# once and are many enough to be the same. An edge of a paragraph counts as so many.
NEEDED, EDGE, TELLING = 8, 4, 8


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return an anchor of a stretch of text, which ``find`` finds in the same text."""
    words, place = text[start:end], Span(start, end)
    whole = Anchor(words, "", _before(text, start), _after(text, end))
    short = replace(whole, words=_beginning(words), to=_ending(words))
    made = short if len(words) > LONGEST and place in _places(text, short) else whole
    alike = [span for span in _places(text, made) if _score(text, span, made) == (_whole(made), 2)]
    return replace(made, nth=alike.index(place) + 1) if len(alike) > 1 else made


def find(text: str, wanted: Anchor) -> Span | None:
    """Return where the words of an anchor stand; None where they are gone.

    Of several places the one whose surroundings are most like those remembered; a single place
    needs none where its words are many. Of words that are meant wherever they stand, the first.
    """
    if wanted.nth == ALL:
        return next(iter(find_all(text, wanted)), None)
    scored = [(_score(text, span, wanted), span) for span in _places(text, wanted)]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    places = [span for score, span in scored if score == best]
    telling = len(wanted.words) >= TELLING and len(scored) == 1
    if best[0] < min(NEEDED, _whole(wanted)) and not telling:
        return None
    return places[min(max(wanted.nth, 1), len(places)) - 1]


def find_all(text: str, wanted: Anchor) -> list[Span]:
    """Return all places that an anchor means: one, unless it means its words wherever they are."""
    if wanted.nth == ALL:
        words = rf"(?<!\w){re.escape(wanted.words)}(?!\w)" if wanted.words else r"(?!)"
        return [Span(*place.span()) for place in re.finditer(words, text)]
    place = find(text, wanted)
    return [place] if place else []


def _beginning(words: str) -> str:
    return words[:END].rpartition(" ")[0] or words[:END]


def _ending(words: str) -> str:
    return words[-END:].partition(" ")[2] or words[-END:]


def _before(text: str, start: int) -> str:
    paragraph = text[:start].rpartition("\n\n")[2]
    if len(paragraph) <= CONTEXT:
        return paragraph
    return paragraph[-CONTEXT:].partition(" ")[2] or paragraph[-CONTEXT:]


def _after(text: str, end: int) -> str:
    paragraph = text[end : end + CONTEXT + 1].partition("\n\n")[0]
    if len(paragraph) <= CONTEXT:
        return paragraph
    return paragraph[:CONTEXT].rpartition(" ")[0] or paragraph[:CONTEXT]


def _places(text: str, wanted: Anchor) -> Iterator[Span]:
    at = text.find(wanted.words) if wanted.words else -1
    while at >= 0:
        end = at + len(wanted.words)
        if not wanted.to:
            yield Span(at, end)
        elif (last := _last(text, end, wanted)) is not None:
            yield Span(at, last)
        at = text.find(wanted.words, at + 1)


def _last(text: str, start: int, wanted: Anchor) -> int | None:
    """Return where words end whose end is told: best before what stood behind them."""
    exact = text.find(wanted.to + wanted.after, start)
    at = exact if exact >= 0 else text.find(wanted.to, start)
    return at + len(wanted.to) if at >= 0 else None


def _score(text: str, span: Span, wanted: Anchor) -> tuple[int, int]:
    """Return how many characters of the surroundings are those remembered, then on how many sides.

    An edge of a paragraph counts where it was one. A side counts that is the same to its end: so
    words before the end of a paragraph are not taken for others that go on.
    """
    before, after = _before(text, span.start), _after(text, span.end)
    alike = _alike(before[::-1], wanted.before[::-1]) + _alike(after, wanted.after)
    return alike, (before == wanted.before) + (after == wanted.after)


def _whole(wanted: Anchor) -> int:
    return (len(wanted.before) or EDGE) + (len(wanted.after) or EDGE)


def _alike(here: str, wanted: str) -> int:
    if not wanted:
        return 0 if here else EDGE
    count = 0
    for a, b in zip(here, wanted, strict=False):
        if a != b:
            break
        count += 1
    return count
