"""Which mentions of people are one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Generic

from gloss import lexicon
from gloss.identity.introduction import Introduction
from gloss.identity.name_index import NameIndex
from gloss.identity.nouns import Mentioned
from gloss.identity.roles import far_apart
from gloss.identity.within.initials import others_of_register
from gloss.naming.lexicon import TITLES
from gloss.naming.person_names import (
    Gender,
    Parts,
    father_and_son,
    full_names,
    gender_of_first_name,
    generation,
    is_initial,
    name_parts,
    same_generation,
    same_person,
)

_WORDS = lexicon.words("introductions")
_TITLES = re.compile(rf"\b(?:{lexicon.either(TITLES)})\.")
_ENDS = re.compile(r"\n|[.!?][\"”’)]*\s")
_ALSO = re.compile(rf"\(|\b(?:{lexicon.either(_WORDS['also'])})\b")
SHOUTED = 5  # letters up to which a name in capitals may be an acronym


@dataclass(frozen=True)
class _Use(Generic[Mentioned]):
    """A mention, what its name is made of, what stands about it, and in which sentence.

    sentence: a number; two forms of one name that the story explains by each other are given two.
    fields, genders: what stands about it says of them; with an initial, about any such name.
    """

    mention: Mentioned
    parts: Parts
    introduction: Introduction
    sentence: int
    fields: frozenset[str]
    genders: frozenset[Gender]

    @property
    def has_initial(self) -> bool:
        return is_initial(self.parts[0])

    @property
    def word(self) -> str:
        """What a short name is looked up by."""
        return " ".join(self.parts) or self.mention.text

    @property
    def generation(self) -> str:
        return generation(self.mention.text)


@dataclass(eq=False)
class _Person(Generic[Mentioned]):
    """A person in the making: the fullest name so far, and where it stands.

    relative: introduced as somebody's wife, son ...
    title: "Pope", without which nobody would know a Francis.
    knighted: called "Sir Ian" in the story, so never "Mr Blair".
    """

    parts: Parts
    uses: list[_Use[Mentioned]] = field(default_factory=list)
    relative: bool = False
    gender: Gender | None = None
    generation: str = ""
    title: str = ""
    knighted: bool = False

    @property
    def fields(self) -> set[str]:
        """The fields of work that the story gives them."""
        return set().union(*(use.fields for use in self.uses))


def people(
    text: str, found: Sequence[Mentioned], names: Mapping[str, str]
) -> list[tuple[str, list[Mentioned]]]:
    """Gather mentions: full names first, then what is left of them ("Glazyev", "Hillary").

    names: what the register calls the things that it knows, by id.
    """
    uses = list(_uses(text, found))
    full = full_names(use.parts for use in uses)
    persons = _of_full_names([use for use in uses if use.parts in full], names)
    _knight(persons, uses)
    index = NameIndex((person.parts, person) for person in persons)
    alone: dict[str, list[_Person[Mentioned]]] = defaultdict(list)
    for use in uses:
        if use.parts not in full:
            _add_short(use, index, alone[use.word])
    return [_told(person) for person in chain(persons, *alone.values())]


def _uses(text: str, found: Sequence[Mentioned]) -> Iterator[_Use[Mentioned]]:
    sentence, at = 0, 0
    for mention in sorted(found, key=lambda m: m.start):
        sentence += not _goes_on(text[at : mention.start])
        at = mention.end
        about = Introduction(text, mention.start, mention.end)
        genders = frozenset((about.gender,) if about.gender else ())
        parts = name_parts(mention.text)
        yield _Use(mention, parts, about, sentence, frozenset(about.fields), genders)


def _goes_on(between: str) -> bool:
    """Tell whether what stands between two names is of one sentence and no "also known as"."""
    plain = _TITLES.sub("", between)
    return not _ENDS.search(plain) and not _ALSO.search(plain)


def _of_full_names(
    uses: Sequence[_Use[Mentioned]], names: Mapping[str, str]
) -> list[_Person[Mentioned]]:
    """Gather full names; an initial that fits none of them, or more than one, is its own."""
    persons = _in_full([use for use in uses if not use.has_initial], [])
    initials = _pooled([use for use in uses if use.has_initial])
    own = {use.parts for use in initials if _is_its_own(use, persons, names)}
    told = _in_full([use for use in initials if use.parts not in own], persons)
    return told + _in_full([use for use in initials if use.parts in own], [])


def _pooled(uses: Sequence[_Use[Mentioned]]) -> list[_Use[Mentioned]]:
    """Let what is said of somebody at one place hold wherever the same name is written."""
    same: dict[Parts, list[_Use[Mentioned]]] = defaultdict(list)
    for use in uses:
        same[use.parts].append(use)
    return [
        replace(
            use,
            fields=frozenset().union(*(u.fields for u in same[use.parts])),
            genders=frozenset().union(*(u.genders for u in same[use.parts])),
        )
        for use in uses
    ]


def _is_its_own(
    use: _Use[Mentioned], persons: Sequence[_Person[Mentioned]], names: Mapping[str, str]
) -> bool:
    """Tell whether an initial proves nothing: who fits by letters has another trade or sex, or
    several fit, in the story or the register, and no trade tells which.
    """
    by_letters = [p for p in persons if same_person(p.parts, use.parts)]
    if not by_letters or use.mention.entity:
        return False
    fits = [p for p in by_letters if not _speaks_against(p, use)]
    if len([p for p in fits if p.fields & use.fields]) == 1:
        return False
    return len(fits) != 1 or others_of_register(use.parts, use.genders, fits[0].parts, names)


def _in_full(
    uses: Iterable[_Use[Mentioned]], known: Sequence[_Person[Mentioned]]
) -> list[_Person[Mentioned]]:
    """Add full names to the people who are known already, the same or new ones."""
    persons = list(known)
    for use in uses:
        same = [p for p in persons if _is_same(p, use)]
        exact = (p for p in same if any(u.parts == use.parts for u in p.uses))
        alike = (p for p in same if use.has_initial and p.fields & use.fields)
        person = next(chain(exact, alike, same), None)
        if person is None:
            person = _Person(use.parts)
            persons.append(person)
        person.parts = max(person.parts, use.parts, key=lambda parts: (len(parts), len(parts[0])))
        person.uses.append(use)
        person.generation = person.generation or use.generation
        person.relative = person.relative or use.introduction.is_relative
        told = use.introduction.gender or gender_of_first_name(use.mention.text)
        person.gender = person.gender or told
    return persons


def _is_same(person: _Person[Mentioned], use: _Use[Mentioned]) -> bool:
    if _are_told_apart(person, use) or not same_generation(person.generation, use.generation):
        return False
    if father_and_son(person.parts, person.generation, use.parts, use.generation):
        return False
    return same_person(person.parts, use.parts)


def _are_told_apart(person: _Person[Mentioned], use: _Use[Mentioned]) -> bool:
    """Tell whether a story, or the register, keeps two like names apart.

    "George H. W. Bush is the father of George W. Bush": one sentence names nobody in two ways. An
    initial is not whoever has another trade: the minister Ruth Kelly, the singer R. Kelly; nor is
    she "Mr R. Kelly".
    """
    if any(u.sentence == use.sentence and u.parts != use.parts for u in person.uses):
        return True
    entities = {u.mention.entity for u in person.uses if u.mention.entity}
    if use.mention.entity and entities and use.mention.entity not in entities:
        return True
    by_initial = any(use.has_initial != u.has_initial for u in person.uses)
    return by_initial and _speaks_against(person, use)


def _speaks_against(person: _Person[Mentioned], use: _Use[Mentioned]) -> bool:
    """Tell whether trade or sex keeps an initial from somebody whom its letters fit."""
    of_other_sex = use.genders and person.gender and person.gender not in use.genders
    return bool(of_other_sex) or far_apart(person.fields, set(use.fields))


def _knight(persons: Iterable[_Person[Mentioned]], uses: Sequence[_Use[Mentioned]]) -> None:
    """Note who is called by "Sir" and the first name alone, as British stories call a knight."""
    called = {u.parts for u in uses if len(u.parts) == 1 and u.introduction.is_knightly}
    for person in persons:
        is_knight = any(use.introduction.is_knightly for use in person.uses)
        person.knighted = is_knight and person.parts[:1] in called


def _add_short(
    use: _Use[Mentioned], index: NameIndex[_Person[Mentioned]], alone: list[_Person[Mentioned]]
) -> None:
    """Give a short name to whom it means, be it somebody of whom the story says no more."""
    born = use.generation
    bearers = [p for p in index.called(use.word) if not born or p.generation == born]
    bearers = [p for p in bearers if not _contradicts(use, p)]
    bearers += [p for p in alone if p.generation == born]
    person = _bearer(use, bearers)
    if person is None:
        parts = use.parts or (use.word,)
        person = _Person(parts, gender=use.introduction.gender, generation=born)
        alone.append(person)
    person.title = person.title or use.introduction.regnal_title
    person.uses.append(use)


def _contradicts(use: _Use[Mentioned], person: _Person[Mentioned]) -> bool:
    """Tell whether a title before a surname speaks against somebody of a full name.

    "King Hussein" is not Saddam Hussein, nor "President Obama" the first lady, Michelle Obama, nor
    "Mr Blair" Sir Ian.
    """
    around = [u.introduction for u in person.uses]
    if title := use.introduction.regnal_title:
        return person.title != title and not any(one.says({title}, 2) for one in around)
    if person.knighted and use.introduction.is_untitled:
        return True
    if not use.introduction.presides or not (person.relative or person.gender == "woman"):
        return False
    return not any(one.speaks_of_president for one in around)


def _bearer(
    use: _Use[Mentioned], bearers: Sequence[_Person[Mentioned]]
) -> _Person[Mentioned] | None:
    """Return who of those with one surname is meant: by title, then by who is spoken of."""
    gender = use.introduction.gender
    if gender:
        bearers = _of_gender(bearers, gender) or _of_gender(bearers, None)
    else:
        pronoun = use.introduction.pronoun
        bearers = (pronoun and _of_gender(bearers, pronoun)) or bearers
        bearers = [p for p in bearers if not p.relative] or bearers
    if not bearers:
        return None
    meant = max(bearers, key=lambda p: _prominence(p, use.mention.start))
    meant.gender = gender or meant.gender
    return meant


def _of_gender(
    bearers: Sequence[_Person[Mentioned]], gender: Gender | None
) -> list[_Person[Mentioned]]:
    return [p for p in bearers if p.gender == gender]


def _prominence(person: _Person[Mentioned], at: int) -> tuple[int, int]:
    """How much a person has been spoken of before a place in the text, and how lately."""
    places = [use.mention.start for use in person.uses]
    earlier = [start for start in places if start < at]
    return len(earlier), max(earlier, default=-places[0])


def _told(person: _Person[Mentioned]) -> tuple[str, list[Mentioned]]:
    mentions = [use.mention for use in person.uses]
    return _name(person), sorted(mentions, key=lambda m: m.start)


def _name(person: _Person[Mentioned]) -> str:
    """Return the fullest form: most words, most letters, most often."""
    forms = Counter(use.mention.text for use in person.uses)
    best = max(forms, key=lambda f: (len(name_parts(f)), not f.isupper(), len(f), forms[f], f))
    best = best.title() if best.isupper() and len(best) > SHOUTED else best
    return f"{person.title} {best}" if person.title and len(person.parts) == 1 else best
