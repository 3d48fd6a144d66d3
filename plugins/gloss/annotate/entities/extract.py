"""From a stretch that the tagger found to the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gloss.annotate.candidate import KINDS, REST, Candidate, of_kind
from gloss.annotate.entities.titles import is_short_title, only_origin, without_titles
from gloss.annotate.entities.trim import trim, without_small_word
from gloss.annotate.reading import Around
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import is_city, is_region, people_named
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import NOT_NAMES
from gloss.story import Kind

BETWEEN = 4  # characters of " of " and " in "
SURE_PLACE = 0.9  # that what "of" or "in" leads to is a place, where a gazetteer has it
SHORT = 3  # characters: fewer are a letter, perhaps with its point
SURE_LETTER = 0.9  # for a single letter to be a name

_HONORIFIC = re.compile(rf"{alternatives(words('entities')['honorifics'])}\.? [A-Z]")
_CURRENCY = ("$", "€", "£")
_DASH = re.compile(r"\s[-–—]+\s")  # "Oslo - Bergen" is two places
# Without a letter; "super PAC"; "R-Fla.", after a senator's name.
_NO_NAME = re.compile(r"[\W\d_]*$|(?:super |Super )?PACs?$|[RDI][-–][A-Z]\w*\.?$")
_LINE = re.compile(r"\s*\n\s*")


def extract(text: str, tagged: Iterable[Tagged], surnames: frozenset[str]) -> list[Candidate]:
    """Return the names that the tagged stretches hold, in order."""
    found = (name for stretch in tagged for name in names_in(text, stretch, surnames))
    return sorted(found, key=lambda name: name.start)


def names_in(
    text: str, tagged: Tagged, surnames: frozenset[str] = frozenset()
) -> Iterator[Candidate]:
    """Yield the names that a tagged stretch holds: mostly one, trimmed; none if it is no name.

    surnames: those of the story.
    """
    for start, end in _pieces(text, tagged):
        name = _trimmed(text, Candidate(start, end, "", tagged.probs))
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
        if name.start < name.end and _is_name(text, name, tagged.end - tagged.start, surnames):
            yield name


def _trimmed(text: str, name: Candidate) -> Candidate:
    """Trim a name, and know a person by "Mr" before it."""
    name = _cut(text, name, *trim(text, name.start, name.end, name.best == "person"))
    titled = name.best != "person" and _HONORIFIC.match(name.text)
    return name._replace(probs=of_kind("person", sum(name.probs))) if titled else name


def _cut(text: str, name: Candidate, start: int, end: int) -> Candidate:
    return name._replace(start=start, end=end, text=text[start:end])


def _pieces(text: str, tagged: Tagged) -> Iterator[tuple[int, int]]:
    """Yield the stretch as far as its line goes; two places with a dash are two."""
    start, end = tagged.start, tagged.end
    if (line := _LINE.search(text, start, end)) and line.start() > start:
        end = line.start()
    if tagged.kind == "LOC" and (dash := _DASH.search(text, start, end)):
        yield start, dash.start()
        start = dash.end()
    yield start, end


def _without_place(text: str, name: Candidate) -> tuple[Candidate, Candidate | None]:
    """Return a name without the place that it is from, and that place."""
    end = name.end
    if name.best != REST:  # a title or a product may end in a small word
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
    if kind != REST:
        return name
    head, found, place = name.partition(" in ")
    if found and _is_place(place):
        return head
    first, _, rest = name.partition(" ")
    return first if rest.islower() and people_named(first) else name


def _is_place(name: str) -> bool:
    return is_region(name) or is_city(name)


def _is_name(text: str, name: Candidate, tagged: int, surnames: frozenset[str]) -> bool:
    """Tell whether what is left of so many tagged characters may be a name."""
    written = name.text
    around = Around(text, name.start, name.end)
    if around.character_behind in _CURRENCY and written.isupper():  # "US$5"
        return False
    if _NO_NAME.match(written) or around.character_before == "@":
        return False
    if written.islower() or (_is_common(written) and written not in surnames):
        return False  # "the search committee"
    alone = len(written) == 1 and tagged < SHORT
    return not alone or name.probs[KINDS.index("org")] > SURE_LETTER


def _is_common(name: str) -> bool:
    return name.rstrip(".") in NOT_NAMES or is_short_title(name)
