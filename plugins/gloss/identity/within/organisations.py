"""Which mentions of organisations are one: short forms, acronyms, legal forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Generic

from gloss import lexicon
from gloss.gazetteer import country_named, people_named, well_known
from gloss.identity.nouns import Mentioned
from gloss.naming.company_names import (
    Words,
    core,
    has_tail,
    initials,
    is_acronym,
    is_generic,
    plain_name,
    turned,
)
from gloss.naming.lexicon import ORG_HEADS
from gloss.naming.words import fold, words_of

_WORDS = lexicon.words("organisations")
FAR = 20  # characters between a name and its acronym, where the one explains the other
_DEFINES = re.compile(rf"\s*[(\[][\"“‘']?$|,? (?:{lexicon.either(_WORDS['also'])}) $")


def organisations(text: str, found: Sequence[Mentioned]) -> list[tuple[str, list[Mentioned]]]:
    """Gather mentions of organisations (and of events and laws, which shorten likewise)."""
    names = _Names(found)
    for full, short in _defined(text, found):
        if full != short and full in names.uses and short in names.uses:
            names.join(full, short)
    for short in sorted(names.uses, key=lambda words: (-len(words), words)):
        if full_form := names.full_form(short):
            names.join(full_form, short)
    return [(_name(same), sorted(same, key=lambda m: m.start)) for same in names.uses.values()]


class _Names(Generic[Mentioned]):
    """The mentions of a story by the words that tell their names apart."""

    def __init__(self, found: Sequence[Mentioned]) -> None:
        self.uses: dict[Words, list[Mentioned]] = defaultdict(list)
        for mention in found:
            self.uses[_words(mention.text)].append(mention)

    def join(self, full: Words, short: Words) -> None:
        """Take a short name's mentions for the longer one's."""
        self.uses[full].extend(self.uses.pop(short))

    def full_form(self, short: Words) -> Words | None:
        """Return the longer name that a short one stands for, if there is exactly one."""
        longer = [words for words in self.uses if len(words) > len(short)]
        if spelled := self._spelled_out(short, longer):
            return spelled
        for full in (self._going_on(short, longer), self._ending_in(short, longer)):
            if len(full) == 1:
                return full[0]
        return None

    def _spelled_out(self, short: Words, longer: Sequence[Words]) -> Words | None:
        """Return the nearest name that has an acronym's initials."""
        if len(short) > 1 or not any(is_acronym(m.text) for m in self.uses[short]):
            return None
        spelled = [words for words in longer if short[0] in self._acronyms(words)]
        at = self._first(short)
        return min(spelled, key=lambda words: (self._away(words, at), words), default=None)

    def _acronyms(self, words: Words) -> set[str]:
        found = set(initials(words))
        for text in {m.text for m in self.uses[words]}:
            found |= initials(tuple(fold(word) for word in words_of(text)))
        return found

    def _going_on(self, short: Words, longer: Sequence[Words]) -> list[Words]:
        """Return the names that go on from a short one: "Lockheed Martin", "Apple Computer"."""
        begin = [words for words in longer if words[: len(short)] == short]
        trades = [words for words in begin if is_generic(words[len(short) :])]
        if len(trades) == 1:
            return trades
        if len(short) == 1 and len(begin) == 1 and len(begin[0]) == 2 and not _is_head(short):
            return self._before(short, begin)
        return []

    def _ending_in(self, short: Words, longer: Sequence[Words]) -> list[Words]:
        """Return the names that a short one ends: "the Foundation", "the (French) Treasury"."""
        if _is_head(short) and short[0] not in _WORDS["houses"]:
            end = self._before(short, [words for words in longer if words[-1:] == short])
            if len(end) == 1:
                return end
        if any(words[: len(short)] == short for words in longer):
            return []
        ending = [words for words in longer if words[-len(short) :] == short]
        return [words for words in ending if _is_country(words[: -len(short)])]

    def _before(self, short: Words, longer: Sequence[Words]) -> list[Words]:
        """Return the only longer name, where the story gives it before the short one."""
        first = self._first(short)
        return [w for w in longer if self._first(w) < first] if len(longer) == 1 else []

    def _first(self, words: Words) -> int:
        return min(m.start for m in self.uses[words])

    def _away(self, words: Words, at: int) -> int:
        return min(abs(m.start - at) for m in self.uses[words])


def _defined(text: str, found: Sequence[Mentioned]) -> Iterator[tuple[Words, Words]]:
    """Yield what the story itself explains: "Singapore Airlines (SIA)", "SIA (Singapore ...)"."""
    for a, b in pairwise(found):
        if a.end < b.start <= a.end + FAR and _DEFINES.match(text[a.end : b.start]):
            full, short = (b, a) if len(a.text) < len(b.text) else (a, b)
            if is_acronym(short.text) and _spells(short.text, full.text):
                yield _words(full.text), _words(short.text)


def _words(name: str) -> Words:
    known = well_known(name)
    return turned(core(known.name if known else name))


def _spells(short: str, full: str) -> bool:
    """Tell whether the letters of an acronym come in order in a name, the first one first."""
    letters = iter(full.lower())
    first = full[:1].lower() == short[:1].lower()
    return first and all(c in letters for c in short.lower() if c.isalnum())


def _is_head(short: Words) -> bool:
    """Tell whether a first word says what an organisation is: "Foundation", "United"."""
    return short[0].title() in ORG_HEADS


def _is_country(words: Words) -> bool:
    name = " ".join(words)
    people = people_named(name.title())
    return bool(country_named(name.upper()) or (people and people.country))


def _name(mentions: Sequence[Mentioned]) -> str:
    """Return the fullest name, without a tail that the story itself leaves out."""
    if known := well_known(mentions[0].text):
        return known.name
    forms = Counter(m.text for m in mentions)
    full = max(forms, key=lambda f: (len(core(f)), not has_tail(f), len(f), forms[f], f))
    short = [f for f in forms if core(f) == core(full) and not has_tail(f)]
    best = max(short, key=lambda f: (forms[f], f)) if short else plain_name(full)
    return best.removeprefix("The ") if best.count(" ") > 1 else best
