"""Names: where they stand, what kind of thing each names, and which are one thing."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.annotate.language import Reading
from gloss.annotate.tagger import Tagged
from gloss.register import Register
from gloss.story import Doubt, Entity, Mention


def find_names(
    reading: Reading, tagged: Sequence[Tagged], register: Register
) -> tuple[list[Mention], list[Entity], list[Doubt]]:
    """Return the names of a text in order, and the things they name.

    Offsets are into ``reading.text``. Ids are right within the story; ``linking`` makes them so
    across stories.
    """
    del reading, tagged, register
    return [], [], []
