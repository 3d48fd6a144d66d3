"""How much a column beside another holds, so that both end at about one height.

A page is made once for every screen, so heights are reckoned from the length of the text, in lines
of the wide layout. A reader's own font moves both columns alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Characters in a line of either column.
WIDE, NARROW = 62, 39
HEADING = 3.0  # lines that a heading takes, with the room above it
OVER = 1.5  # lines that the column may be longer


@dataclass(frozen=True)
class Filling:
    """A section that may stand in the column: the lines that each of its items takes.

    least: with fewer items it is left out.
    """

    items: Sequence[float]
    least: int = 1


def lines_of(text: str, width: int) -> int:
    """Return in how many lines a text is set."""
    return -(-len(text) // width)


def filled(room: float, sections: Sequence[Filling]) -> list[int]:
    """Return how many items of each section a column has, to be ``room`` lines high.

    The first section stands in any case, each other as far as there is room for its least; what is
    left goes to all of them in turns.
    """
    counts = [0] * len(sections)
    room += OVER
    for place, section in enumerate(sections):
        height = HEADING + sum(section.items[: section.least])
        if len(section.items) >= section.least and (height <= room or place == 0):
            counts[place] = section.least
            room -= height
    turn = True
    while turn:
        turn = False
        for place, section in enumerate(sections):
            some = section.items[counts[place] :] if counts[place] else ()
            if some and some[0] <= room:
                counts[place] += 1
                room -= some[0]
                turn = True
    return counts
