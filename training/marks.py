"""A text with its names marked."""

from dataclasses import dataclass
from typing import NamedTuple


class Entity(NamedTuple):
    """A marked name: code-point offsets and kind, or the kinds that it may have, parted by "|".

    Kind "?" means that anything may be there, "O" among the kinds that it may be no name.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Document:
    """A training text and its names."""

    source: str
    text: str
    entities: tuple[Entity, ...]
