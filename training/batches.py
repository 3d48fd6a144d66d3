"""Draw, vary, encode and batch what one epoch learns from; several processes do so ahead."""

import multiprocessing
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from gloss.annotate.tagger.pieces import PiecesOf
from gloss.annotate.tagger.vocabulary import load_vocabulary
from numpy.typing import NDArray

from training.augment import vary
from training.examples import Encoded, Example, encode, sample_epoch
from training.marked import SOURCE as STORIES
from training.marked import story_examples
from training.openings import SOURCE as OPENINGS
from training.openings import fill_openings
from training.prepared import Prepared, load_prepared

MIX = "docred:1,crossner:0.7,ewt:1.5,pud:1,gum:1.2,btc:0.15,wnut17:0.2,stories:4,openings:10"
MAX_LENGTH = 400  # pieces

Ints = NDArray[np.int64]


class Batch(NamedTuple):
    """Examples of like length, padded with zeros: one row an example, one column a piece."""

    pieces: Ints
    shapes: Ints
    mask: Ints
    allowed: Ints


@dataclass(frozen=True)
class Recipe:
    """What epochs are made of: the weights of the sources, and the pieces of a batch."""

    mix: dict[str, float]
    batch_pieces: int
    seed: int


def parse_mix(mix: str) -> dict[str, float]:
    """Read "SOURCE:WEIGHT,..."."""
    pairs = (part.split(":") for part in mix.split(","))
    return {source: float(weight) for source, weight in pairs}


def draw(
    prepared: Prepared, mix: dict[str, float], pieces_of: PiecesOf, rng: random.Random
) -> Iterator[Example]:
    """Draw one epoch's examples: each source's, as often as its weight says."""
    yield from sample_epoch(prepared.by_source, mix, rng)
    yield from fill_openings(prepared.pool, round(mix.get(OPENINGS, 0)), rng)
    for _ in range(round(mix.get(STORIES, 0))):
        yield from story_examples(prepared.stories, pieces_of, rng)


def epoch_batches(
    prepared: Prepared, recipe: Recipe, pieces_of: PiecesOf, rng: random.Random
) -> list[Batch]:
    """Draw, vary, encode and batch one epoch's examples."""
    drawn = draw(prepared, recipe.mix, pieces_of, rng)
    encoded = [encode(*vary(example, prepared.pool, rng), pieces_of) for example in drawn]
    encoded = [example for example in encoded if len(example.pieces) < MAX_LENGTH]
    return [collate(batch) for batch in make_batches(encoded, recipe.batch_pieces, rng)]


def make_batches(
    encoded: list[Encoded], batch_pieces: int, rng: random.Random
) -> list[list[Encoded]]:
    """Batch examples of like length, about `batch_pieces` each, in random order."""
    encoded.sort(key=lambda example: len(example.pieces) + 6 * rng.random())
    batches: list[list[Encoded]] = [[]]
    for example in encoded:
        if (len(batches[-1]) + 1) * len(example.pieces) > batch_pieces and batches[-1]:
            batches.append([])
        batches[-1].append(example)
    rng.shuffle(batches)
    return batches


def collate(batch: list[Encoded]) -> Batch:
    """Pad a batch."""
    longest = max(len(example.pieces) for example in batch)

    def pad(rows: Iterator[list[int]]) -> Ints:
        return np.array([row + [0] * (longest - len(row)) for row in rows], dtype=np.int64)

    return Batch(
        pad(example.pieces for example in batch),
        pad(example.shapes for example in batch),
        pad([1] * len(example.pieces) for example in batch),
        pad(example.allowed for example in batch),
    )


_shared: list[tuple[Prepared, PiecesOf, Recipe]] = []


def _begin(path: Path, vocabulary: Path, recipe: Recipe) -> None:
    _shared[:] = [(load_prepared(path), load_vocabulary(vocabulary), recipe)]


def _make(epoch: int) -> list[Batch]:
    prepared, pieces_of, recipe = _shared[0]
    rng = random.Random(f"{recipe.seed} {epoch}")
    return epoch_batches(prepared, recipe, pieces_of, rng)


def epochs_ahead(
    path: Path, vocabulary: Path, recipe: Recipe, epochs: range, processes: int
) -> Iterator[list[Batch]]:
    """Give the batches of each epoch in order, made by some processes before they are wanted."""
    if processes < 1:
        _begin(path, vocabulary, recipe)
        yield from map(_make, epochs)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, _begin, (path, vocabulary, recipe)) as pool:
        waiting = [pool.apply_async(_make, (epoch,)) for epoch in epochs[:processes]]
        for number in range(len(epochs)):
            batches = waiting.pop(0).get()
            if number + processes < len(epochs):
                waiting.append(pool.apply_async(_make, (epochs[number + processes],)))
            yield batches
