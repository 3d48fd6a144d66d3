"""Postings of many documents, kept from one build to the next.

A portion is the postings of some documents that stand together. It is kept in three places: what
there is to know of all portions; of each portion what its documents hold, which is read only where
one of them changed; and of each range of words (``ranges``) the runs of all portions, which are
read only where one of these changed. So an edit reads and writes what is of its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import Any

from gloss.digest.marks import mark_of
from gloss.search.facets import is_value
from gloss.search.fields import FIELDS
from gloss.search.postings import Documents, Posting, by_section, changed, runs_of
from gloss.search.ranges import by_range
from gloss.store.codec import decode, encode

# Packed pieces by their names.
Kept = MutableMapping[str, bytes]
# By word its postings.
Runs = dict[str, str]
# A name made of the words and their runs; then these, with blanks between.
Packed = tuple[str, str, str]
# The range of the words of a portion that is not cut into ranges.
WHOLE = "whole"


@dataclass(frozen=True)
class PostingsPortion:
    """What there is to know of a portion.

    key: stands for all that its words are made from. documents: how many. lengths: the words of
    each field in all of them, in the order of ``FIELDS``. texts: by number (as text) how many words
    a story's text has, packed. ranges: by range what its words and their runs are named.
    """

    key: str
    documents: int
    lengths: tuple[int, ...]
    texts: Mapping[str, str]
    ranges: Mapping[str, str]


@dataclass(frozen=True)
class PostingsPart:
    """What a portion keeps of one number.

    key: stands for all that its words are made from. lines: in each an entry alone, and the words
        that it is of, a blank between. For the others see ``Documents``.
    """

    key: str
    lines: str
    documents: int
    lengths: tuple[int, ...]
    text: str


Parts = dict[int, PostingsPart]


@dataclass(frozen=True)
class Wanted:
    """What a portion is to hold: by number a key for all that its words are made from.

    make: makes the documents of a number. whole: its words are not cut into ranges.
    """

    name: str
    keys: Mapping[int, str]
    make: Callable[[int], Documents]
    whole: bool = False

    @property
    def key(self) -> str:
        """What stands for all of it."""
        return mark_of(f"{n} {key}" for n, key in self.keys.items())

    def dealt(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """Return words by ranges."""
        return {WHOLE: list(words)} if self.whole else by_range(words)

    def anew(self) -> tuple[Parts, Mapping[str, Packed]]:
        """Return what each number holds, and the words by ranges, all of it made."""
        new = [self.make(number) for number in sorted(self.keys)]
        runs = _made(new)
        parts = {one.number: _part(one, self.keys[one.number]) for one in new}
        dealt = self.dealt(runs).items()
        return parts, {name: _packed({word: runs[word] for word in some}) for name, some in dealt}


class Portions:
    """All portions: as they are kept, with what changed put in.

    now: by name, in the order in which they were asked for.
    """

    def __init__(self, kept: Kept, wanted: Iterable[Wanted]) -> None:
        self._kept = kept
        self._wanted = {one.name: one for one in wanted}
        self._before: Mapping[str, PostingsPortion] = _held(
            kept, "portions", Mapping[str, PostingsPortion], {}
        )
        self._loaded: dict[str, dict[str, Packed]] = {}
        self._changed: set[str] = set()
        self.now = {name: self._portion(one) for name, one in self._wanted.items()}
        self._keep()

    def ranges(self) -> Iterator[str]:
        """Yield the names of all ranges of words, in order."""
        names = {name for portion in self.now.values() for name in portion.ranges}
        yield from sorted(name for name in names if name != WHOLE and not is_value(name))

    def key(self, range_: str) -> str:
        """Return what stands for all words of a range, and their postings."""
        names = (portion.ranges.get(range_, "") for portion in self.now.values())
        return mark_of(names)

    def runs(self, range_: str) -> Runs:
        """Return the words of a range, each with its postings in all portions."""
        whole: Runs = {}
        for name, portion in self.now.items():
            if range_ in portion.ranges:
                for word, run in self._of(name, portion, range_).items():
                    before = whole.get(word)
                    whole[word] = run if before is None else before + run
        return whole

    def _of(self, name: str, portion: PostingsPortion, range_: str) -> Runs:
        packed = self._load(range_).get(name)
        if packed is None or packed[0] != portion.ranges[range_]:
            # What is kept was lost, or is of a build that was not finished.
            _, made = self._wanted[name].anew()
            for other, again in made.items():
                self._load(other)[name] = again
            packed = made[range_]
        return _unpacked(packed)

    def _load(self, range_: str) -> dict[str, Packed]:
        if range_ not in self._loaded:
            self._loaded[range_] = _held(self._kept, f"runs-{range_}", Mapping[str, Packed], {})
        return self._loaded[range_]

    def _portion(self, wanted: Wanted) -> PostingsPortion:
        before, key = self._before.get(wanted.name), wanted.key
        if before and before.key == key:
            return before
        try:
            return self._renewed(wanted, key, before) if before else self._anew(wanted, key)
        except KeyError:
            return self._anew(wanted, key)

    def _anew(self, wanted: Wanted, key: str) -> PostingsPortion:
        parts, made = wanted.anew()
        for range_, packed in made.items():
            self._put(range_, wanted.name, packed)
        names = {range_: packed[0] for range_, packed in made.items()}
        return self._with(wanted.name, PostingsPortion(key, 0, (), {}, names), parts)

    def _renewed(self, wanted: Wanted, key: str, before: PostingsPortion) -> PostingsPortion:
        """Put into a portion what changed; raises KeyError where it is not kept as it was."""
        parts = self._parts(wanted.name, before)
        stay = {n: part for n, part in parts.items() if wanted.keys.get(n) == part.key}
        gone = {n: part for n, part in parts.items() if n not in stay}
        new = [wanted.make(n) for n in sorted(wanted.keys.keys() - stay.keys())]
        come = {one.number: _part(one, wanted.keys[one.number]) for one in new}
        fresh = _fresh(_differing(gone.values(), come.values()), new)
        names = dict(before.ranges)
        put: dict[str, Packed] = {}
        for range_, words in wanted.dealt(fresh).items():
            runs = self._unchanged(wanted.name, before, range_)
            for word in words:
                if packed := changed(runs.pop(word, ""), gone, fresh[word]):
                    runs[word] = packed
            put[range_] = _packed(runs)
            names[range_] = put[range_][0]
            if not runs:
                del names[range_]
        for range_, run in put.items():
            self._put(range_, wanted.name, run)
        return self._with(wanted.name, replace(before, key=key, ranges=names), stay | come)

    def _unchanged(self, name: str, before: PostingsPortion, range_: str) -> Runs:
        if range_ not in before.ranges:
            return {}
        packed = self._load(range_)[name]
        if packed[0] != before.ranges[range_]:
            raise KeyError(range_)
        return _unpacked(packed)

    def _parts(self, name: str, before: PostingsPortion) -> Parts:
        key, parts = _held(self._kept, f"parts-{name}", _PARTS, ("", ()))
        if key != before.key:
            raise KeyError(name)
        return dict(parts)

    def _put(self, range_: str, name: str, packed: Packed) -> None:
        self._load(range_)[name] = packed
        self._changed.add(range_)

    def _with(self, name: str, portion: PostingsPortion, parts: Parts) -> PostingsPortion:
        """Keep what each number holds, and return the portion with what they are together."""
        ordered = sorted(parts.items())
        self._kept[f"parts-{name}"] = encode((portion.key, tuple(ordered)), _PARTS)
        return replace(
            portion,
            documents=sum(part.documents for part in parts.values()),
            lengths=tuple(map(sum, zip(*(part.lengths for part in parts.values()), strict=True)))
            or (0,) * len(FIELDS),
            texts={str(n): part.text for n, part in ordered if part.text},
        )

    def _keep(self) -> None:
        for range_ in self._changed:
            held = self._loaded[range_]
            mine = {name: packed for name, packed in held.items() if name in self._wanted}
            self._kept[f"runs-{range_}"] = encode(mine, Mapping[str, Packed])
        if self.now != self._before:
            self._kept["portions"] = encode(self.now, Mapping[str, PostingsPortion])
        for name in self._before.keys() - self.now.keys():
            self._kept.pop(f"parts-{name}", None)


_PARTS = tuple[str, tuple[tuple[int, PostingsPart], ...]]


def _held(kept: Kept, name: str, kind: Any, otherwise: Any) -> Any:
    try:
        return decode(kept[name], kind)
    except (KeyError, ValueError):
        return otherwise


def _packed(runs: Runs) -> Packed:
    words, packed = " ".join(runs), " ".join(runs.values())
    return mark_of((words, packed)), words, packed


def _unpacked(packed: Packed) -> Runs:
    _, words, runs = packed
    return dict(zip(words.split(), runs.split(), strict=True))


def _part(one: Documents, key: str) -> PostingsPart:
    lines = "\n".join(f"{entry.alone} {held}" for entry, held in one.rows)
    return PostingsPart(key, lines, one.documents, tuple(one.lengths.values()), one.text)


def _made(some: list[Documents]) -> Runs:
    """The runs of words that nothing is kept of."""
    words: defaultdict[str, list[Posting]] = defaultdict(list)
    for entry, held in by_section(some):
        for entries in map(words.__getitem__, held.split(" ")):
            entries.append(entry)
    return {word: runs_of(entries) for word, entries in words.items()}


def _differing(gone: Iterable[PostingsPart], come: Iterable[PostingsPart]) -> set[str]:
    """The words of which some entry comes or goes."""
    before = {line for part in gone for line in part.lines.split("\n")}
    after = {line for part in come for line in part.lines.split("\n")}
    entries: defaultdict[str, set[str]] = defaultdict(set)
    for line in before ^ after:
        entry, *held = line.split(" ")
        entries[entry].symmetric_difference_update(held)
    return set().union(*entries.values())


def _fresh(touched: Iterable[str], new: list[Documents]) -> Mapping[str, list[Posting]]:
    """The entries that some words get."""
    fresh: dict[str, list[Posting]] = {word: [] for word in touched}
    for entry, held in by_section(new):
        for word in held.split(" "):
            if word in fresh:
                fresh[word].append(entry)
    return fresh
