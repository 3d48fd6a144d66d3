"""Who spoke in an edition, and which of their quotations stands for what they said."""

from __future__ import annotations

from collections.abc import Iterable

from gloss.digest.editions.model import Edition
from gloss.digest.model import Digest, Said
from gloss.digest.tellings import is_statement
from gloss.lexicon import words

# A telling quotation is a whole sentence of so many words; the longest says most.
SHORTEST, LONGEST = 5, 40
# A comma is the end of a sentence where "she said" follows the marks.
_ENDS = (".", "!", "?", "…", ",")
_CLOSING = "”\"’')"


def who_spoke(edition: Edition, digest: Digest) -> list[Said]:
    """Return one quotation of everybody quoted by name, those quoted in most stories first.

    It is the most telling one (``most_telling``) of all that the edition's stories quote.
    """
    by_speaker: dict[str, list[Said]] = {}
    for story in edition.stories:
        for said in filter(is_statement, story.said):
            if said.by in digest.names:
                by_speaker.setdefault(said.by or "", []).append(said)
    stories = {by: len({said.story for said in some}) for by, some in by_speaker.items()}
    ordered = sorted(by_speaker, key=lambda by: (-stories[by], -len(by_speaker[by]), by))
    return [most_telling(by_speaker[by]) for by in ordered]


def most_telling(some: Iterable[Said]) -> Said:
    """Return the quotation that says most by itself; the first of equals.

    First come whole sentences of ``SHORTEST`` words or more that point back to nothing said before
    ("It", "That"), then other whole sentences, then the rest; of each the longest of no more than
    ``LONGEST`` words, then the shortest.
    """
    return max(some, key=_telling)


def _telling(said: Said) -> tuple[bool, bool, int]:
    found = " ".join(said.words).split()
    whole = len(found) >= SHORTEST and _is_whole(said)
    alone = whole and found[0].strip("“‘\"'").casefold() not in words("pointing_back")["openers"]
    length = len(found)
    return whole, alone, length if length <= LONGEST else -length


def _is_whole(said: Said) -> bool:
    """Tell whether its words are sentences: begun with a capital, and ended."""
    text = " ".join(said.words)
    return text[:1].isupper() and text.rstrip(_CLOSING).endswith(_ENDS)
