"""What training.prepare writes and training.train reads."""

import pickle
from dataclasses import dataclass
from pathlib import Path

from training.augment import NamePool
from training.examples import Example
from training.marked import MarkedStory


@dataclass(frozen=True)
class Prepared:
    """The examples of each source, the marked stories, and names to put in the place of others."""

    by_source: dict[str, list[Example]]
    stories: list[MarkedStory]
    pool: NamePool


def load_prepared(path: Path) -> Prepared:
    """Load what training.prepare wrote."""
    with path.open("rb") as file:
        prepared = pickle.load(file)
    if not isinstance(prepared, Prepared):
        raise TypeError(f"{path} was not written by training.prepare")
    return prepared
