"""Which mentions of people are one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from gloss.annotate.candidate import Candidate
from gloss.naming.lexicon import MAN, RELATIVES, WOMAN
from gloss.naming.people import (
    father_and_son,
    full_names,
    generation,
    handle,
    is_woman,
    name_parts,
    nicknames,
    same_generation,
    same_person,
    surnames,
)

Parts = tuple[str, ...]

REGNAL = {"Pope", "King", "Queen", "Prince", "Princess", "Emperor", "Empress", "Saint"}
_KIN = RELATIVES | {"lady"}  # "the first lady, Michelle Obama"
_NOT_YET = {"a", "another", "next", "future", "potential"}  # "a President Clinton could hope"
_BEFORE = 40  # characters before a full name in which "his wife" may stand
_WORD = re.compile(r"[\w’'-]+")
_NEXT_SENTENCE = re.compile(r"[.!?]['’”\"]?\s+(?=[A-Z'‘“\"])")


@dataclass
class _Person:
    """A person in the making: the fullest name so far, and where it stands."""

    parts: Parts
    mentions: list[Candidate] = field(default_factory=list)
    relative: bool = False  # introduced as somebody's wife, son ...
    woman: bool | None = None
    generation: str = ""
    title: str = ""  # "Pope", without which nobody would know a Francis

    @property
    def first(self) -> str:
        return self.parts[0]

    @property
    def last(self) -> str:
        return self.parts[-1]


def people(text: str, found: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """Gather mentions: full names first, then what is left of them ("Glazyev", "Hillary")."""
    persons: list[_Person] = []
    short: list[tuple[Candidate, Parts]] = []
    told = [(candidate, name_parts(candidate.text)) for candidate in found]
    full = full_names(parts for _, parts in told)
    for candidate, parts in told:
        if parts in full:
            _add_full(text, persons, candidate, parts)
        else:
            short.append((candidate, parts))
    called = _Called(persons)
    alone: dict[str, list[_Person]] = defaultdict(list)
    for candidate, parts in short:
        word = " ".join(parts) or candidate.text
        title = _regnal_title(text, candidate)
        bearers = called.by(word)
        born = generation(candidate.text)
        if born:  # "Donald Jr." is nobody who goes without
            bearers = [p for p in bearers if p.generation == born]
        bearers = [p for p in bearers if not _contradicts(text, candidate, title, p)]
        bearers += [p for p in alone.get(word, []) if p.generation == born]
        meant = _bearer(text, candidate, bearers) if bearers else None
        if meant is None:
            sex = _sex(_words_before(text, candidate))
            meant = _Person(parts or (word,), woman=sex, generation=born)
            alone[word].append(meant)
        meant.title = meant.title or title
        meant.mentions.append(candidate)
    everybody = [*persons, *chain.from_iterable(alone.values())]
    return [(_name(p), sorted(p.mentions, key=lambda c: c.start)) for p in everybody]


class _Called:
    """Whom one word can mean, of those whom a story names in full."""

    def __init__(self, persons: Sequence[_Person]) -> None:
        self._last: dict[str, list[_Person]] = defaultdict(list)
        self._first: dict[str, list[_Person]] = defaultdict(list)
        self._handle: dict[str, list[_Person]] = defaultdict(list)
        for person in persons:
            for last in surnames(person.parts):
                self._last[last].append(person)
            self._first[person.first].append(person)
            self._handle[handle(person.parts)].append(person)

    def by(self, word: str) -> list[_Person]:
        """Return the bearers of a surname, or else of a first name, a handle or a nickname."""
        for bearers in (self._last, self._first, self._handle):
            if word in bearers:
                return bearers[word]
        return [p for first, same in self._first.items() if word in nicknames(first) for p in same]


def _add_full(text: str, persons: list[_Person], candidate: Candidate, parts: Parts) -> None:
    born = generation(candidate.text)
    person = next((p for p in persons if _is_same(p, parts, born)), None)
    if person is None:
        person = _Person(parts)
        persons.append(person)
    elif len(parts) > len(person.parts) or len(person.first) < len(parts[0]):
        person.parts = parts if len(parts) >= len(person.parts) else person.parts
    person.mentions.append(candidate)
    person.generation = person.generation or born
    before = _words_before(text, candidate)
    person.relative = person.relative or not _KIN.isdisjoint(before[-3:])
    if person.woman is None:
        person.woman = _sex(before)
    if person.woman is None:
        person.woman = is_woman(candidate.text)


def _words_before(text: str, candidate: Candidate) -> list[str]:
    return _WORD.findall(text[max(0, candidate.start - _BEFORE) : candidate.start])


def _words_after(text: str, candidate: Candidate) -> list[str]:
    after = text[candidate.end : candidate.end + _BEFORE]
    return _WORD.findall(_NEXT_SENTENCE.split(after)[0])


def _contradicts(text: str, candidate: Candidate, title: str, person: _Person) -> bool:
    """Tell whether a title before a surname speaks against somebody of a full name.

    "King Hussein" is not Saddam Hussein, nor "President Obama" the first lady, Michelle Obama.
    """
    if title:
        return person.title != title and not any(
            title in _words_before(text, c)[-2:] for c in person.mentions
        )
    before = _words_before(text, candidate)
    if before[-1:] != ["President"] or not _NOT_YET.isdisjoint(before[-2:]):
        return False
    if not person.relative and not person.woman:
        return False
    said = ({*_words_before(text, c)[-3:], *_words_after(text, c)} for c in person.mentions)
    return not any({"president", "President"} & words for words in said)


def _regnal_title(text: str, candidate: Candidate) -> str:
    """Return "Pope" where it stands before a name of one word."""
    before = _words_before(text, candidate)
    return before[-1] if before and before[-1] in REGNAL and _close(text, candidate) else ""


def _close(text: str, candidate: Candidate) -> bool:
    return text[candidate.start - 1 : candidate.start] == " " and (
        text[candidate.start - 2 : candidate.start - 1].isalpha()
    )


def _is_same(person: _Person, parts: Parts, born: str) -> bool:
    if not same_generation(person.generation, born) or not same_person(person.parts, parts):
        return False
    return not father_and_son(person.parts, person.generation, parts, born)


def _sex(before: Sequence[str]) -> bool | None:
    title = before[-1] if before else ""
    return True if title in WOMAN else False if title in MAN else None


def _bearer(text: str, candidate: Candidate, bearers: Sequence[_Person]) -> _Person | None:
    """Return who of those with one surname is meant: by title, then by who is spoken of."""
    sex = _sex(_words_before(text, candidate))
    if sex is not None:
        same = [p for p in bearers if p.woman == sex]
        bearers = same or [p for p in bearers if p.woman is None]
    elif not all(p.relative for p in bearers):
        bearers = [p for p in bearers if not p.relative]
    if not bearers:
        return None
    meant = max(bearers, key=lambda p: _prominence(p, candidate.start))
    if sex is not None:
        meant.woman = sex
    return meant


def _prominence(person: _Person, at: int) -> tuple[int, int]:
    """How much a person has been spoken of before a place in the text, and how lately."""
    earlier = [c.start for c in person.mentions if c.start < at]
    return len(earlier), max(earlier, default=-person.mentions[0].start)


def _name(person: _Person) -> str:
    """Return the fullest form: most words, most letters, most often."""
    forms = Counter(c.text for c in person.mentions)
    best = max(forms, key=lambda f: (len(name_parts(f)), not f.isupper(), len(f), forms[f], f))
    best = best.title() if best.isupper() and len(best) > 5 else best
    return f"{person.title} {best}" if person.title and len(person.parts) == 1 else best
