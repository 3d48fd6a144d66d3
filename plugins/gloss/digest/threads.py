"""Threads: stories on one matter, by the rare names and words that they share.

As topic detection and tracking has it (J. Allan et al., 1998): stories are taken in the order in
which they entered the digest, and each joins the thread that it is most like, or is by itself. How
rare a word is, is counted over the stories up to the day on which its story entered (incremental
tf-idf: Y. Yang et al., 1998). So a new story joins one thread and changes no other.

Two stories are alike by the cosine of their weighted names and words, less what they share most of
all: one name, however rare, makes no matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby, product
from math import log, sqrt

from gloss.digest.days import day_number, entry_order
from gloss.digest.model import StoryFacts, Thread
from gloss.story import kind_of

# Days between a story and the nearest one of its thread.
WINDOW = 30
# How much a story is like the nearest of a thread, and like all of it taken together. Found on 600
# stories of 1987, 2005 and 2016: lower, and stories about one election are one matter.
ALIKE, TOGETHER = 0.14, 0.1
# A story is known by so many of its names and words; two must share so many, one a rare name.
FEATURES, SHARED = 60, 4
# What stands in more than one story of so many says nothing.
COMMON = 8
# A name is rare in one story of fifty, and in so many at least and at most.
RARE, RARE_LEAST, RARE_MOST = 50, 4, 50
# Rarity is counted as in a collection of so many stories, while there are fewer. As long as so few
# tell what is common in them, two must be so much more alike.
LEAST, FEW, CAUTION = 600, 100, 1.5
# How many names and words say what a thread is about.
SHOWN = 6

# Names by their ids, and words: how often a story has them, as 1 + log; what they weigh in it.
Features = Mapping[str, float]
Weights = Mapping[str, float]


def find_threads(stories: Iterable[StoryFacts]) -> tuple[Thread, ...]:
    """Return the threads of several stories, the one with the newest story first.

    A thread is called by the slug of its first story to enter: it never changes with a new one.
    """
    found = _Threads()
    by_day = groupby(sorted(stories, key=entry_order), key=lambda story: story.date)
    for _, some in by_day:
        entered = [(story, _features(story)) for story in some]
        for _, features in entered:
            found.rarity.add(features)
        for story, features in entered:
            found.place(_Weighed(story, day_number(story), found.rarity.weigh(features)))
    several = [thread for thread in found.threads if len(thread) > 1]
    several.sort(key=lambda thread: max(map(_order, thread)), reverse=True)
    return tuple(map(_made, several))


@dataclass
class _Rarity:
    """In how many stories each name and word stands, so far; logs: of numbers up to all stories."""

    stories: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    logs: list[float] = field(default_factory=lambda: [0.0])

    def add(self, features: Features) -> None:
        self.stories += 1
        self.logs.append(log(self.stories))
        self.counts.update(features.keys())

    def weigh(self, features: Features) -> Weights:
        """The names and words that tell most of a story, as a vector of length one (tf-idf)."""
        number, seen, logs = max(self.stories, LEAST), self.counts, self.logs
        whole = log(number + 1)
        most = number // COMMON
        weights = [
            (often * (logs[count] - whole), what)
            for what, often in features.items()
            if (count := seen[what]) <= most
        ]
        telling = sorted(weights)[:FEATURES]
        length = -sqrt(sum(weight**2 for weight, _ in telling)) or 1.0
        return {what: weight / length for weight, what in telling}

    def caution(self) -> float:
        """How much more alike two stories must be than in a large collection."""
        known = log(min(max(self.stories, FEW), LEAST) / FEW) / log(LEAST / FEW)
        return CAUTION + (1 - CAUTION) * known

    def rare(self, weights: Weights) -> frozenset[str]:
        """The names among what a story is known by that few stories have, but several."""
        most = min(max(self.stories // RARE, RARE_LEAST), RARE_MOST)
        return frozenset(w for w in weights if ":" in w and 1 < self.counts[w] <= most)


def _features(story: StoryFacts) -> Features:
    """A story's names, by their ids, and words, each with how often (log-scaled)."""
    found: dict[str, float] = {}
    for times, some in story.gist.by_times():
        found.update(dict.fromkeys(some, 1 + log(times)))
    for named in story.named:
        if kind_of(named.entity) != "topic":
            found[named.entity] = 1 + log(named.count)
    return found


@dataclass(frozen=True)
class _Weighed:
    story: StoryFacts
    day: int
    weights: Weights


def _order(one: _Weighed) -> tuple[int, tuple[str, str, str]]:
    return one.day, entry_order(one.story)


class _Threads:
    """The threads so far, and in which of them a name stands that is rare, or was.

    They are looked up by the name and by the windows of days in which they have stories.
    """

    def __init__(self) -> None:
        self.rarity = _Rarity()
        self.threads: list[list[_Weighed]] = []
        self._with: defaultdict[tuple[str, int], list[int]] = defaultdict(list)

    def place(self, story: _Weighed) -> None:
        """Put a story into the thread that it is most like, or into one of its own."""
        at = self._nearest(story)
        if at is None:
            at = len(self.threads)
            self.threads.append([])
        self.threads[at].append(story)
        self._file(at)

    def _file(self, at: int) -> None:
        """File what the last story of a thread brings: its names, and its window."""
        *others, last = self.threads[at]
        windows, window = {one.day // WINDOW for one in others}, last.day // WINDOW
        new = [last] if window in windows else self.threads[at]
        for story in new:
            self._file_under(at, story, {window})
        self._file_under(at, last, windows - {window})

    def _file_under(self, at: int, story: _Weighed, windows: Collection[int]) -> None:
        counts = self.rarity.counts
        names = (w for w in story.weights if ":" in w and counts[w] <= RARE_MOST)
        for place in product(names, windows):
            self._with[place].append(at)

    def _nearest(self, story: _Weighed) -> int | None:
        rare, window = self.rarity.rare(story.weights), story.day // WINDOW
        places = product(rare, (window - 1, window, window + 1))
        near = sorted({at for place in places for at in self._with.get(place, ())})
        likeness = {at: self._likeness(story, self.threads[at], rare) for at in near}
        at = max(near, key=likeness.__getitem__, default=None)
        return at if at is not None and likeness[at] else None

    def _likeness(self, story: _Weighed, thread: list[_Weighed], rare: frozenset[str]) -> float:
        """How much a story is like a thread; 0 where it does not belong to it."""
        if min(abs(story.day - other.day) for other in thread) > WINDOW:
            return 0.0
        alike = [_alike(story.weights, other.weights, rare) for other in thread]
        caution = self.rarity.caution()
        nearest, together = max(alike) / caution, sum(alike) / len(alike) / caution
        return nearest + together if nearest >= ALIKE and together >= TOGETHER else 0.0


def _alike(one: Weights, other: Weights, rare: frozenset[str]) -> float:
    shared = one.keys() & other.keys()
    if len(shared) < SHARED or rare.isdisjoint(shared):
        return 0.0
    parts = sorted(one[what] * other[what] for what in shared)
    return sum(parts[:-1])


def _made(thread: list[_Weighed]) -> Thread:
    shared = _shared([one.weights for one in thread])
    return Thread(
        slug=thread[0].story.slug,
        stories=tuple(one.story.slug for one in sorted(thread, key=_order)),
        names=tuple(what for what in shared if ":" in what)[:SHOWN],
        words=tuple(what for what in shared if ":" not in what)[:SHOWN],
    )


def _shared(vectors: Collection[Weights]) -> list[str]:
    """What at least half of a thread's stories share, the most telling first."""
    counted = Counter(what for weights in vectors for what in weights)
    heavy: Counter[str] = Counter()
    for weights in vectors:
        heavy.update(weights)
    least = max(2, -(-len(vectors) // 2))
    shared = [what for what, count in counted.items() if count >= least]
    return sorted(shared, key=lambda what: (-round(heavy[what], 9), what))
