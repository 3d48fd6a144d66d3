"""Fill the openings of news stories in openings.txt with names: a source of its own."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from training.augment import NamePool
from training.examples import OUTSIDE, Example, Name, name_labels, split_name
from training.invented import invent_product

SOURCE = "openings"
PATH = Path(__file__).with_name("openings.txt")
SLOT = re.compile(r"\{([opslm]\d)\}")
KINDS = {"o": "org", "p": "person", "s": "person", "l": "place", "m": "product"}


def read_openings() -> list[str]:
    """Read the openings, one a line."""
    lines = PATH.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def draw_names(opening: str, pool: NamePool, rng: random.Random) -> dict[str, tuple[str, ...]]:
    """Draw a name for each slot of an opening; a last name belongs to its person."""
    names = {}
    for slot in sorted(set(SLOT.findall(opening))):  # p1 comes before s1
        kind = KINDS[slot[0]]
        if slot[0] == "s":
            names[slot] = names.get(f"p{slot[1]}", pool.draw(kind, rng))[-1:]
        else:
            names[slot] = invent_product(rng) if kind == "product" else pool.draw(kind, rng)
    return names


def fill(opening: str, pool: NamePool, rng: random.Random) -> Example:
    """Make an example of an opening."""
    drawn = draw_names(opening, pool, rng)
    words: list[str] = []
    allowed: list[int] = []
    names: list[Name] = []
    for number, part in enumerate(SLOT.split(opening)):
        new = drawn[part] if number % 2 else split_name(part)
        if number % 2:
            names.append(Name(len(words), len(words) + len(new), KINDS[part[0]]))
            allowed += name_labels(KINDS[part[0]], len(new))
        else:
            allowed += [OUTSIDE] * len(new)
        words += new
    return Example(SOURCE, tuple(words), tuple(allowed), tuple(names))


def fill_openings(pool: NamePool, times: int, rng: random.Random) -> Iterator[Example]:
    """Fill every opening some times over, with other names each time."""
    for opening in read_openings():
        for _ in range(times):
            yield fill(opening, pool, rng)
