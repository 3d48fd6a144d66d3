"""Direct quotations: the words, who said them, and how the text says so."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.annotate.language import Reading
from gloss.story import Doubt, Entity, Mention, Quotation


def find_quotations(
    reading: Reading, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[list[Quotation], list[Doubt]]:
    """Return the direct quotations of a text in order; offsets are into ``reading.text``."""
    del reading, mentions, entities
    return [], []
