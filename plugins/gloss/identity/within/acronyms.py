"""Acronyms with what they are short for, whatever kind either was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gloss import lexicon
from gloss.identity.nouns import Cluster, Mentioned
from gloss.naming.company_names import core, initials
from gloss.naming.name_words import fold, words_of
from gloss.story import Kind, kind_of

NEAR = 20  # characters between a name and its acronym, where the one explains the other
NEVER_SHORT: tuple[Kind, ...] = ("person", "group")  # of which no acronym is made
_WORDS = lexicon.words("organisations")
_OPENS = re.compile(rf"\s*[(\[][\"“‘']?$|,? (?:{lexicon.either(_WORDS['also'])}) $")
_SHORT = re.compile(r"[A-Z][A-Za-z0-9&.]{1,9}")
_LETTERS = re.compile(r"[A-Z][A-Z0-9&.]{1,6}|[A-Z][a-z]{2,6}")  # "UNESCO"; "Unesco", in Britain
_PIECES = re.compile(r"[A-Z][a-z]+|[A-Z](?![a-z])|\d+|[a-z]+")


def join_acronyms(
    text: str, clusters: Sequence[Cluster[Mentioned]], known: frozenset[str]
) -> list[Cluster[Mentioned]]:
    """Give an acronym's mentions to the only thing of the story that it is short for.

    known: ids of the register, which stay.
    """
    found = {cluster.id: cluster for cluster in clusters}
    for short in clusters:
        if short.id in known or not all(_SHORT.fullmatch(m.text) for m in short.mentions):
            continue
        full = [c for c in found.values() if c.id != short.id and _stands_for(text, short, c)]
        if len(full) == 1:
            found[full[0].id] = full[0].joined(found.pop(short.id))
    return list(found.values())


def _stands_for(text: str, short: Cluster[Mentioned], full: Cluster[Mentioned]) -> bool:
    if kind_of(full.id) in NEVER_SHORT or " " not in full.name:
        return False
    if any(_defines(text, a, b) for a, b in _beside(short, full)):
        return True
    written = short.mentions[0].text
    letters = fold(written).replace("&", "").replace(" ", "")
    first = min(m.start for m in full.mentions)
    return (
        bool(_LETTERS.fullmatch(written))
        and kind_of(short.id) not in (*NEVER_SHORT, "place")
        and first < max(m.start for m in short.mentions)
        and any(letters in _acronyms(m.text) for m in full.mentions)
    )


def _beside(
    short: Cluster[Mentioned], full: Cluster[Mentioned]
) -> Iterator[tuple[Mentioned, Mentioned]]:
    """Yield each place where the two stand side by side, the one that is explained first."""
    for a in short.mentions:
        for b in full.mentions:
            first, second = sorted((a, b), key=lambda m: m.start)
            if first.end < second.start <= first.end + NEAR and _spells(a.text, b.text):
                yield first, second


def _defines(text: str, first: Mentioned, second: Mentioned) -> bool:
    """Tell whether a story explains a name by another: "Singapore Airlines (SIA)"."""
    return bool(_OPENS.match(text[first.end : second.start]))


def _spells(short: str, full: str) -> bool:
    """Tell whether the letters of an acronym come in order in a name, the first one first."""
    letters = iter(full.lower())
    first = full[:1].lower() == short[:1].lower()
    return first and all(c in letters for c in short.lower() if c.isalnum())


def _acronyms(name: str) -> set[str]:
    """Return the acronyms of a name, and of a model without its maker, "ps2" of PlayStation 2."""
    words = tuple(fold(word) for word in words_of(name))
    pieces = [piece.lower() for piece in _PIECES.findall(name)]
    tails = {"".join(p if p.isdigit() else p[0] for p in pieces[n:]) for n in range(2)}
    models = {letters for letters in tails if not letters.isalpha()}
    return {*initials(core(name)), *initials(words), *models}
