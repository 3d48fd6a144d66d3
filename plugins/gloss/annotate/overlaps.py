"""What wins where two marks meet: small pure functions over spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from gloss.annotate.reading import Around
from gloss.annotate.tagger import Tagged
from gloss.lexicon import alternatives, words
from gloss.story import Mention, Moment

PlacedT = TypeVar("PlacedT", bound=Mention | Moment)

TITLE = 0.8  # how sure a title is, to be no day of its name

_YEAR = re.compile(r"[12]\d{3}")
_WORDS = words("entities")
_HELD_AGAIN = _WORDS["held_again"]
_LEFT_OVER = re.compile(rf"(?:\s+{alternatives(_WORDS['left_over'])})+\s*$")


def untimed(text: str, tagged: Sequence[Tagged], moments: Sequence[Moment]) -> list[Tagged]:
    """Cut off a name what is certainly a time: "2016 Republican", "Atlantic on Thanksgiving Day".

    Certain is a time that goes on where the name ends, a year that a name begins with, and one that
    is written as in a sentence: with a small letter, or behind "on". A title keeps its own: "This
    Week", "Saturday Night Live", "Expo 2010".
    """
    times = _Places(moments)
    return [cut for name in tagged if (cut := _cut(text, name, times.meeting(name))) is not None]


def _cut(text: str, name: Tagged, moments: Sequence[Moment]) -> Tagged | None:
    start, end = name.start, name.end
    for moment in moments:
        if moment.start <= name.start and moment.end >= name.end:
            continue
        if moment.start <= start and _begins(text, start, moment):
            start = moment.end
        elif moment.start > start and (
            _ends(text, start, end, moment) or _follows(text, name, moment)
        ):
            end = moment.start
    if (start, end) == (name.start, name.end):
        return name
    return _trimmed(text, replace(name, start=start, end=end))


def _begins(text: str, start: int, moment: Moment) -> bool:
    """Whether the beginning of a name is a time, not a part of it: "21st Century Fox"."""
    written = text[start : moment.end]
    if _YEAR.fullmatch(written):
        return text[moment.end : moment.end + 1] == " "
    if moment.start == start and Around(text, start, start).preceded_by({"a", "an"}):
        return True  # "a June Berg rally"
    return any(word[0].islower() for word in written.split())


def _ends(text: str, start: int, end: int, moment: Moment) -> bool:
    """Whether the end of a name is a time: one that goes on, or "... on Friday"."""
    if moment.end > end:
        return any(word[0].islower() for word in text[moment.start : moment.end].split())
    before = text[start : moment.start].split()
    if _YEAR.fullmatch(text[moment.start : moment.end]):
        return bool(before) and before[-1].lower() in _HELD_AGAIN
    return len(before) > 1 and before[-1] in _WORDS["before_a_day"]


def _follows(text: str, name: Tagged, moment: Moment) -> bool:
    """Whether a day stands right behind a name: "the World Court Friday ruled", "a Paris Easter".

    Not in a title: "Fox News Sunday".
    """
    if moment.end != name.end or text[name.end : name.end + 2].strip(",.")[:1] in tuple("\"”’'"):
        return False
    written = text[moment.start : moment.end]
    return name.kind == "place" or (name.kind in ("person", "org") and written.endswith("day"))


def _trimmed(text: str, name: Tagged) -> Tagged | None:
    """Leave off the spaces and small words at the edges of what is left, if it is a name still."""
    written = text[name.start : name.end]
    left = _LEFT_OVER.search(written)
    end = name.start + (left.start() if left else len(written.rstrip()))
    start = name.start + len(written) - len(written.lstrip())
    is_name = any(letter.isupper() for letter in text[start:end])
    return replace(name, start=start, end=end) if is_name else None


def settle(
    mentions: Sequence[Mention], moments: Sequence[Moment]
) -> tuple[list[Mention], list[Moment]]:
    """Drop the weaker of a name and a time that overlap: the longer, and of equal ones the time.

    But the film Black Friday is no day.
    """
    times = _Places(moments)
    kept = [m for m in mentions if not any(_is_as_long(t, m) for t in times.meeting(m))]
    names = _Places(kept)
    return kept, [t for t in moments if not names.meeting(t)]


def _is_as_long(moment: Moment, mention: Mention) -> bool:
    longer = (moment.end - moment.start) - (mention.end - mention.start)
    is_title = mention.kind == "work" and mention.sure >= TITLE
    return longer > 0 or (longer == 0 and not is_title)


class _Places(Generic[PlacedT]):
    """Marks in the order of the text: those that meet another are found without asking all."""

    def __init__(self, marks: Iterable[PlacedT]) -> None:
        self._marks: list[PlacedT] = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def meeting(self, other: Mention | Moment | Tagged) -> list[PlacedT]:
        """Return the marks that share a character with another one."""
        first = bisect_right(self._starts, other.start - self._longest)
        last = bisect_left(self._starts, other.end)
        return [mark for mark in self._marks[first:last] if mark.end > other.start]
