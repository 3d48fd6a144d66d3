"""From a stretch that the tagger found to the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gloss.annotate.candidate import MAIN_KINDS, Candidate, of_kind
from gloss.annotate.entities.cut import pieces
from gloss.annotate.entities.scores import without_goals
from gloss.annotate.entities.sift import is_name
from gloss.annotate.entities.titles import only_origin, without_titles
from gloss.annotate.entities.trim import trim, without_small_word
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import is_city, is_region, people_named
from gloss.lexicon import alternatives, words
from gloss.story import Kind

BETWEEN = 4  # characters of " of " and " in "
SURE_PLACE = 0.9  # that what "of" or "in" leads to is a place, where a gazetteer has it

_HONORIFIC = re.compile(rf"{alternatives(words('entities')['honorifics'])}\.? [A-Z]")
_OWN_S = re.compile(r"['’]s(?!\w)")


def extract(
    text: str, tagged: Iterable[Tagged], surnames: frozenset[str], own_s: frozenset[str]
) -> list[Candidate]:
    """Return the names that the tagged stretches hold, in order."""
    found = (name for stretch in tagged for name in names_in(text, stretch, surnames, own_s))
    return sorted(found, key=lambda name: name.start)


def names_in(
    text: str,
    tagged: Tagged,
    surnames: frozenset[str] = frozenset(),
    own_s: frozenset[str] = frozenset(),
) -> Iterator[Candidate]:
    """Yield the names that a tagged stretch holds: mostly one, trimmed; none if it is no name.

    surnames, own_s: those of the story, and its names that end in 's, without it.
    """
    for piece in pieces(text, tagged, surnames):
        name = without_goals(text, _trimmed(text, piece, own_s))
        if name.best == "person":
            others, start = without_titles(text, name.start, name.end, surnames)
            yield from others
            name = _cut(text, name, start, name.end)
        elif origin := only_origin(text, name.start, name.end):
            yield origin
            continue
        name, place = _without_place(text, name)
        if place:
            yield place
        if name.start < name.end and is_name(text, name, tagged.end - tagged.start, surnames):
            yield name


def _trimmed(text: str, name: Candidate, own_s: frozenset[str]) -> Candidate:
    """Trim a name, and know a person by "Mr" before it, no person by an 's of its own."""
    name = _cut(text, name, *trim(text, name.start, name.end, name.best == "person"))
    stem = _OWN_S.sub("", name.text)
    if stem in own_s and (found := _OWN_S.match(text, name.start + len(stem))):
        probs = of_kind("org", sum(name.probs)) if name.best == "person" else name.probs
        return _cut(text, name._replace(probs=probs), name.start, found.end())
    titled = name.best != "person" and _HONORIFIC.match(name.text)
    return name._replace(probs=of_kind("person", sum(name.probs))) if titled else name


def _cut(text: str, name: Candidate, start: int, end: int) -> Candidate:
    return name._replace(start=start, end=end, text=text[start:end])


def _without_place(text: str, name: Candidate) -> tuple[Candidate, Candidate | None]:
    """Return a name without the place that it is from, and that place."""
    end = name.end
    if name.best in MAIN_KINDS:  # a title or a product may end in a small word
        end = without_small_word(text, name.start, end)
    stop = name.start + len(_head(text[name.start : end], name.best))
    place = Candidate(stop + BETWEEN, end, text[stop + BETWEEN : end], of_kind("place", SURE_PLACE))
    return _cut(text, name, name.start, stop), place if _is_place(place.text) else None


def _head(name: str, kind: Kind) -> str:
    """Return a name as far as its place, or as small words at its end.

    "Abel Stone of Ohio", not "Joan of Arc"; "Winter Games in Oslo"; "Democratic primaries".
    """
    if kind == "person":
        head, of, _ = name.partition(" of ")
        return head if of and " " in head else name
    if kind in MAIN_KINDS:
        return name
    head, found, place = name.partition(" in ")
    if found and _is_place(place):
        return head
    first, _, rest = name.partition(" ")
    return first if rest.islower() and people_named(first) else name


def _is_place(name: str) -> bool:
    return is_region(name) or is_city(name)
