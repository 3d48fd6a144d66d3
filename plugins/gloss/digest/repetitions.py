"""What happens again and again in a story, and from and until when, where its sentence says so.

A time bounds a repetition of its sentence where a word before it says so ("until 5 May", "from 1
April to 30 September") and no other clause begins between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain, pairwise

from gloss.digest.model import Event, Repeated
from gloss.lexicon import alternatives, load, words
from gloss.story import Moment, Span

_LISTS = words("repetitions")
_NUMBERS = {word: number for number, word in enumerate(load("repetitions")["numbers"], 1)}
_TIMES = re.compile(rf"\b(\w+) {alternatives(_LISTS['times'])}\b")
_JOINED = re.compile(rf"(?:,|\b{alternatives(_LISTS['joins'])}\b|\s)+$")
_APART = re.compile(r"[,;:()“”\"—–]")
_OFTEN = re.compile(r"XXXX-WXX-.*|XXXX-XX-XX.*|P\d+[DW]")
FAR = 8  # words between a repetition and what bounds it


@dataclass(frozen=True)
class _Bound:
    """What bounds repetitions, and where it stands in the sentence, with the word before it.

    near: only what stands right before it.
    """

    start: int
    end: int
    since: str = ""
    until: str = ""
    lasts: str = ""
    times: int = 0
    near: bool = False


def bounded(again: Event, day: str, moments: Sequence[Moment]) -> Repeated:
    """Return a repetition with its bounds.

    day: of the story. moments: those of its sentence, counted from its start.
    """
    bounds = list(_bounds(again.sentence, moments))
    others = [Span(one.start, one.end) for one in moments]
    others += [Span(one.start, one.end) for one in bounds]
    own = [bound for bound in bounds if _bounds_it(again, bound, others)]
    return Repeated(
        **{part.name: getattr(again, part.name) for part in fields(Event)},
        day=day,
        since=next((bound.since for bound in own if bound.since), ""),
        until=next((bound.until for bound in own if bound.until), ""),
        lasts=next((bound.lasts for bound in own if bound.lasts), ""),
        times=next((bound.times for bound in own if bound.times), 0),
    )


def _bounds(text: str, moments: Sequence[Moment]) -> Iterator[_Bound]:
    dates = [m for m in moments if m.type == "DATE" and m.edtf]
    yield from _spans(text, dates)
    yield from _one_sided(text, dates)
    begun = any(_before(text, date.start, "since") for date in dates)
    ahead = begun or not _LISTS["ahead"].isdisjoint(text.lower().split())
    for moment in moments:
        start = _before(text, moment.start, "lasts")
        if moment.type == "DURATION" and ahead and start is not None:
            yield _Bound(start, moment.end, lasts=moment.value)
    for found in _TIMES.finditer(text):
        number = found[1] if found[1].isdecimal() else _NUMBERS.get(found[1].lower(), 0)
        yield _Bound(*found.span(), times=int(number))


def _spans(text: str, dates: Sequence[Moment]) -> Iterator[_Bound]:
    """From one date to the next."""
    for first, last in pairwise(dates):
        start = _before(text, first.start, "since")
        if start is not None and text[first.end : last.start].strip().lower() in _LISTS["to"]:
            yield _Bound(start, last.end, since=first.edtf or "", until=last.edtf or "")


def _one_sided(text: str, dates: Sequence[Moment]) -> Iterator[_Bound]:
    for date in dates:
        value = date.edtf or ""
        for kind, since, until in (
            ("since", value, ""),
            ("until", "", value),
            ("within", value, value),
        ):
            start = _before(text, date.start, kind)
            if start is not None:
                yield _Bound(start, date.end, since, until, near=kind == "within")


def _before(text: str, at: int, kind: str) -> int | None:
    """Where the word before a place begins that bounds what happens again, if there is one."""
    found = _ending(kind).search(text, 0, at)
    return found.start(1) if found else None


@cache
def _ending(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)({alternatives(_LISTS[kind])}\s+)$", re.IGNORECASE)


def _bounds_it(again: Event, bound: _Bound, others: Iterable[Span]) -> bool:
    """Tell whether a bound is a repetition's: it follows, or begins the sentence."""
    text, start, end = again.sentence, again.at, again.at + len(again.written)
    if bound.start >= end:
        between = _left(text, Span(end, bound.start), others).rstrip(" ,")
        return _is_one_clause(between) and (not bound.near or _is_often(again, between))
    if bound.near or bound.end > start or text[: bound.start].strip(' “"'):
        return False
    return _is_one_clause(_left(text, Span(bound.end, start), others).lstrip(" ,"))


def _is_often(again: Event, between: str) -> bool:
    return not between.strip() and _OFTEN.fullmatch(again.edtf) is not None


def _is_one_clause(between: str) -> bool:
    said = between.lower().split()
    return len(said) <= FAR and not _APART.search(between) and _LISTS["clauses"].isdisjoint(said)


def _left(text: str, stretch: Span, others: Iterable[Span]) -> str:
    """What a stretch says beside its other times, and the words that join these."""
    inside = [o for o in others if stretch.start <= o.start and o.end <= stretch.end]
    pieces, at = [], stretch.start
    for other in sorted(inside, key=lambda span: span.start):
        if other.start >= at:
            pieces.append(_JOINED.sub("", text[at : other.start]))
        at = max(at, other.end)
    return "".join(chain(pieces, [text[at : stretch.end]]))
