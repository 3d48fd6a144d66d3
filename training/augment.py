"""Vary the examples: other names in the same places, other ways of writing capitals."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from training.examples import Example, name_labels
from training.invented import byline, coin, dateline, invent_organisation

SWAPPED_KINDS = ("person", "org", "place")  # works and events differ too much to be swapped
SWAP_EXAMPLE, SWAP_NAME, INVENT, COIN = 0.3, 0.6, 0.35, 0.1
DATELINE, BYLINE = 0.05, 0.02
UPPER, LOWER, TITLE = 0.06, 0.03, 0.05  # shares of examples written in other capitals

Words = list[str]
Labels = list[int]


@dataclass(frozen=True)
class NamePool:
    """Names to put in the place of others, by kind, as words."""

    names: dict[str, list[tuple[str, ...]]]

    def draw(self, kind: str, rng: random.Random) -> tuple[str, ...]:
        """Draw a name; half the persons are one's first name with another's last."""
        name = rng.choice(self.names[kind])
        if kind in {"person", "place"} and rng.random() < COIN:
            return (*name[:1], coin(rng)) if kind == "person" and len(name) > 1 else (coin(rng),)
        if kind == "person" and len(name) == 2 and rng.random() < 0.5:
            other = rng.choice(self.names[kind])
            return (name[0], other[-1]) if len(other) == 2 else name
        if kind == "org" and rng.random() < INVENT:
            return invent_organisation(self.draw("person", rng), self.draw("place", rng), rng)
        return name


def swap_names(example: Example, pool: NamePool, rng: random.Random) -> tuple[Words, Labels]:
    """Replace some names by others of their kind; a name that comes twice is replaced alike."""
    words: Words = []
    allowed: Labels = []
    position = 0
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for first, last, kind in example.names:
        if first < position or kind not in SWAPPED_KINDS:
            continue
        old = example.words[first:last]
        if old not in chosen:
            chosen[old] = pool.draw(kind, rng) if rng.random() < SWAP_NAME else old
        words += [*example.words[position:first], *chosen[old]]
        allowed += [*example.allowed[position:first], *name_labels(kind, len(chosen[old]))]
        position = last
    return [*words, *example.words[position:]], [*allowed, *example.allowed[position:]]


def recase(words: Sequence[str], rng: random.Random) -> Words:
    """Write some examples as headlines are written: all capitals, none, or title case."""
    draw = rng.random()
    if draw < UPPER:
        return [word.upper() for word in words]
    if draw < UPPER + LOWER:
        return [word.lower() for word in words]
    if draw < UPPER + LOWER + TITLE:
        return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    return list(words)


def introduce(pool: NamePool, rng: random.Random) -> tuple[Words, Labels]:
    """Give what may stand before an example: mostly nothing, else a dateline or a byline."""
    draw = rng.random()
    if draw < DATELINE:
        return dateline(pool.draw("place", rng), rng)
    if draw < DATELINE + BYLINE:
        return byline(pool.draw("person", rng))
    return [], []


def vary(example: Example, pool: NamePool, rng: random.Random) -> tuple[Words, Labels]:
    """Give a variant of an example: its words and their label sets."""
    if example.names and rng.random() < SWAP_EXAMPLE:
        words, allowed = swap_names(example, pool, rng)
    else:
        words, allowed = list(example.words), list(example.allowed)
    before, before_allowed = introduce(pool, rng)
    return before + recase(words, rng), before_allowed + allowed
