"""From a stretch that the tagger found to the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gloss.annotate.candidate import MISC, ORG, PER, Candidate, Probs
from gloss.annotate.entities.edges import trim, without_small_word
from gloss.annotate.entities.titles import is_short_title, only_origin, without_titles
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import is_city, is_region, people_named
from gloss.naming.lexicon import NOT_NAMES

IS_PLACE: Probs = (0.0, 0.0, 0.9, 0.0)
BETWEEN = 4  # characters of " of " and " in "
SURE_LETTER = 0.9  # for a single letter to be a name

_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr)\.? [A-Z]")  # only people are called so
_PAC = re.compile(r"(?:super |Super )?PACs?")
_CURRENCY = ("$", "€", "£")
_DASH = re.compile(r"\s[-–—]+\s")  # "Oslo - Bergen" is two places
_PARTY_AND_STATE = re.compile(r"[RDI][-–][A-Z]\w*\.?$")  # "R-Fla.", after a senator's name
_LINE = re.compile(r"\s*\n\s*")


def clean(text: str, tagged: Tagged, known: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Yield the names that a tagged stretch holds: mostly one, trimmed; none if it is no name.

    known: surnames of the story.
    """
    best = max(range(4), key=tagged.probs.__getitem__)
    for start, end in _pieces(text, tagged):
        start, end = trim(text, start, end, best == PER)
        others: list[Candidate] = []
        if best != PER and _HONORIFIC.match(text, start, end):
            best = PER
            tagged = replace(tagged, probs=(sum(tagged.probs), 0.0, 0.0, 0.0))
        if best == PER:
            others, start = without_titles(text, start, end, known)
        elif origin := only_origin(text, start, end):
            yield origin
            continue
        if best != MISC:  # a title or a product may end in a small word
            end = without_small_word(text, start, end)
        stop = _without_place(text, start, end, best)
        if stop < end and _is_place(text[stop + BETWEEN : end]):
            place = (stop + BETWEEN, end, text[stop + BETWEEN : end])
            others.append(Candidate(*place, IS_PLACE))
        yield from others
        if start < stop and _is_name(text, start, stop, tagged, known):
            yield Candidate(start, stop, text[start:stop], tagged.probs)


def _pieces(text: str, tagged: Tagged) -> Iterator[tuple[int, int]]:
    """Yield the stretch as far as its line goes; two places with a dash are two."""
    start, end = tagged.start, tagged.end
    if (line := _LINE.search(text, start, end)) and line.start() > start:
        end = line.start()
    if tagged.kind == "LOC" and (dash := _DASH.search(text, start, end)):
        yield start, dash.start()
        start = dash.end()
    yield start, end


def _without_place(text: str, start: int, end: int, kind: int) -> int:
    """Return the end of a name before its place, or before small words.

    "Abel Stone of Ohio", not "Joan of Arc"; "Winter Games in Oslo"; "Democratic primaries".
    """
    name = text[start:end]
    if kind == PER:
        head, of, _ = name.partition(" of ")
        return start + len(head) if of and " " in head else end
    if kind != MISC:
        return end
    head, found, place = name.partition(" in ")
    if found and _is_place(place):
        return start + len(head)
    first, _, rest = name.partition(" ")
    return start + len(first) if rest.islower() and people_named(first) else end


def _is_place(name: str) -> bool:
    return is_region(name) or is_city(name)


def _is_name(text: str, start: int, end: int, tagged: Tagged, known: frozenset[str]) -> bool:
    """Tell whether what is left may be a name."""
    name = text[start:end]
    if text[end : end + 1] in _CURRENCY and name.isupper():  # "US$5"
        return False
    if _PARTY_AND_STATE.match(name) or text[start - 1 : start] == "@":
        return False
    common = name.rstrip(".") in NOT_NAMES or is_short_title(name)
    if _PAC.fullmatch(name) or (common and name not in known):
        return False
    if name.islower() or not any(c.isalpha() for c in name):  # "the search committee"
        return False
    alone = len(name) == 1 and tagged.end - tagged.start < 3
    return not alone or tagged.probs[ORG] > SURE_LETTER
