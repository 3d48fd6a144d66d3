"""A stock of words and names, made from a seed: nobody's text, but distributed as news is."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from gloss.story import Entity, Kind

T = TypeVar("T")

_split = str.split

COMMON = _split(
    "the of to in and a for that on with is was by as at from has it be will have its are after an"
    " this which new their but not been over were they more last would had when also into about or"
    " who than one before where out while during up because there under two against some between"
)

PLAIN = _split(
    "harbour council budget bridge school hospital railway court election engine market factory"
    " village river storm festival library museum station airport contract strike union pension"
    " price inquiry report committee minister mayor driver teacher nurse farmer engineer visitor"
    " road tunnel tower garden theatre orchestra painting novel match season coach player goal"
    " record victory defeat summit treaty border embassy army navy ship aircraft signal satellite"
    " laboratory vaccine patient trial study climate drought flood harvest wheat oil gas power"
    " grid battery computer network software account bank loan bond currency tax tariff trade"
    " export import growth profit loss share merger deal law bill vote debate speech plan project"
    " opened closed began ended agreed refused promised warned denied found lost built sold bought"
    " raised cut moved kept won failed joined left wrote read met called asked answered showed"
    " early late large small public private local national foreign common rare strong weak safe"
    " quiet open final early recent former senior joint annual daily northern southern western"
)

_ONSETS = _split("b br c cl d dr f fl g gr h j k l m n p pr r s sh st t th tr v w")
_VOWELS = _split("a e i o u ai ea ou")
_CODAS = ["", "", "n", "r", "l", "m", "s", "nd", "rt", "ck", "th"]

KINDS: tuple[tuple[Kind, float], ...] = (
    ("person", 0.42),
    ("org", 0.24),
    ("place", 0.20),
    ("group", 0.05),
    ("event", 0.03),
    ("work", 0.02),
    ("product", 0.02),
    ("topic", 0.02),
)


@dataclass(frozen=True)
class Zipf(Generic[T]):
    """Things of which the nth is chosen n times less often than the first (G. K. Zipf 1949)."""

    things: tuple[T, ...]
    steps: tuple[float, ...]

    @classmethod
    def over(cls, things: tuple[T, ...], steepness: float = 1.0) -> Zipf[T]:
        """Rank things in the order given."""
        weights = (1 / (rank + 3) ** steepness for rank in range(len(things)))
        return cls(things, tuple(accumulate(weights)))

    def choose(self, random: Random) -> T:
        """Choose one."""
        return self.things[bisect(self.steps, random.random() * self.steps[-1])]


@dataclass(frozen=True)
class Stock:
    """The words of all stories, and whom and what they name."""

    words: Zipf[str]
    names: Zipf[Entity]


def make_stock(stories: int, seed: int = 7) -> Stock:
    """Make the stock for a digest; the more stories, the more names, as in any archive."""
    random = Random(seed)
    rare = tuple(dict.fromkeys(word(random, 1, 3) for _ in range(20_000)))
    things = names(random, 400 + 2 * stories)
    return Stock(Zipf.over((*COMMON, *PLAIN, *rare)), Zipf.over(things, 0.85))


def make_news_stock(stories: int, seed: int = 7) -> Stock:
    """Make the stock for a digest like real news: each story brings names that no other has.

    A vocabulary grows with the square root of the words (H. S. Heaps 1978), here forty times that:
    three hundred real stories of 715 words have some eighteen thousand words.
    """
    random = Random(seed)
    rare = dict.fromkeys(word(random, 1, 4) for _ in range(int(40 * (715 * stories) ** 0.5)))
    things = names(random, 700 + stories)
    return Stock(Zipf.over((*COMMON, *PLAIN, *rare)), Zipf.over(things, 1.0))


def word(random: Random, least: int, most: int) -> str:
    """Make a word of so many syllables."""
    return "".join(
        random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
        for _ in range(random.randint(least, most))
    )


def names(random: Random, count: int) -> tuple[Entity, ...]:
    """Make so many things with names, each with an id of its own."""
    made: dict[str, Entity] = {}
    while len(made) < count:
        kind = random.choices([k for k, _ in KINDS], [share for _, share in KINDS])[0]
        parts = [word(random, 1, 3).capitalize() for _ in range(2 if kind != "place" else 1)]
        id_ = f"{kind}:{'-'.join(parts).lower()}"
        described = (f"a {random.choice(PLAIN)} {random.choice(PLAIN)}",)
        descriptors = described if kind == "person" and random.random() < 0.5 else ()
        made.setdefault(id_, Entity(id_, " ".join(parts), descriptors))
    return tuple(made.values())
