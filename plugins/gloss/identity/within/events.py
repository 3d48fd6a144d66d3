"""Events that come again: the Olympics of 2000 are not those of 2004.

Nor do prizes have one name: an Oscar is given at the Academy Awards, two Oscars at the 77th.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gloss import lexicon
from gloss.gazetteer import well_known
from gloss.identity.nouns import Mentioned
from gloss.identity.within.organisations import organisations
from gloss.naming.name_words import fold, words_of

_RECURRING = lexicon.words("events")["recurring"]
_IN = lexicon.either(lexicon.words("events")["in"])
_YEAR_BEFORE = re.compile(r"\b((?:1[89]|20)\d\d)(?:['’]s)?\s+$")
_YEAR_BEHIND = re.compile(rf"(?: (?:{_IN}))? \(?((?:1[89]|20)\d\d)\b")
_NUMBERED = re.compile(r"\d{1,3}(?:st|nd|rd|th)\s+(?:annual\s+)?", re.IGNORECASE)
NEAR = 8  # characters before a name in which its year stands


def events(
    text: str, found: Sequence[Mentioned], body: int
) -> Iterator[tuple[str, list[Mentioned]]]:
    """Gather mentions of events, each year's by itself; one without a year is of that before."""
    for name, mentions in organisations(found, body, _plain):
        if _comes_again(name):
            yield from _by_year(text, name, mentions)
        else:
            yield name, mentions


def _comes_again(name: str) -> bool:
    return not _RECURRING.isdisjoint(fold(word) for word in words_of(name))


def _plain(name: str) -> str:
    """A name without the number of an event that comes again; a known prize in the plural."""
    numbered = _NUMBERED.match(name)
    if numbered and _comes_again(name[numbered.end() :]):
        name = name[numbered.end() :]
    known = well_known(f"{name}s")
    return known.name if known and known.kind == "event" else name


def _by_year(
    text: str, name: str, mentions: Sequence[Mentioned]
) -> Iterator[tuple[str, list[Mentioned]]]:
    years = [_year_of(text, mention) for mention in mentions]
    year = next(filter(None, years), "")
    by_year: dict[str, list[Mentioned]] = {}
    for mention, own in zip(mentions, years, strict=True):
        year = own or year
        by_year.setdefault(year, []).append(mention)
    for year, same in by_year.items():
        yield (f"{year} {name}" if year and year not in name else name), same


def _year_of(text: str, mention: Mentioned) -> str:
    """Return the year that stands beside a name: "the 2000 Olympics", "the World Cup of 2002"."""
    before = _YEAR_BEFORE.search(text, max(0, mention.start - NEAR), mention.start)
    behind = _YEAR_BEHIND.match(text, mention.end)
    found = before or behind
    return found.group(1) if found else ""
