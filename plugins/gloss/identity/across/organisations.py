"""Which organisations of different stories are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gloss.identity.across.thing_index import Thing, ThingIndex, share_company
from gloss.identity.short_forms import is_branch, is_place_name, says_what
from gloss.naming.company_names import (
    Words,
    core,
    initials,
    is_acronym,
    is_code,
    is_generic,
    turned,
)
from gloss.naming.name_words import fold

NEVER_SHORT = ("person", "group", "place")  # of which no acronym is made
SHORTEST = 3  # letters of an acronym that its initials alone can tell
LONG = 8  # letters: two names of so many are one however they are spaced


def link_organisations(index: ThingIndex) -> None:
    """Join organisations by name, acronym and short form."""
    things = index.of_kind("org")
    by_core: dict[Words, list[Thing]] = defaultdict(list)
    for thing in things:
        by_core[turned(core(thing.name))].append(thing)
    for same in by_core.values():
        index.join(t.id for t in same)
    _join_by_letters(index, things)
    _join_short_forms(index, by_core)
    _join_by_trade(index, by_core)


def _join_by_letters(index: ThingIndex, things: Iterable[Thing]) -> None:
    """Join "RealClearPolitics" with "Real Clear Politics"."""
    by_letters: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        letters = "".join(core(thing.name))
        if len(letters) >= LONG and not is_acronym(thing.name):
            by_letters[letters].append(thing)
    for same in by_letters.values():
        index.join(t.id for t in same)


def join_acronyms(index: ThingIndex) -> None:
    """Join "GAO" with what a story spells out as "Government Accountability Office (GAO)"."""
    things = [thing for thing in index.things.values() if thing.kind not in NEVER_SHORT]
    said = _called(index, things)
    could = _initials(index, things)
    for thing in things:
        if not is_code(thing.name):
            continue
        full = said[fold(thing.name)]
        if len(full) == 1 and _may_be_called(index, thing, next(iter(full))):
            index.join([thing.id, *full])
        elif not full:
            _join_by_initials(index, thing, could[fold(thing.name)])


def _may_be_called(index: ThingIndex, thing: Thing, full: str) -> bool:
    """Tell whether a story's word for an acronym is enough: of two organisations, or in company."""
    return thing.kind == index.things[full].kind == "org" or share_company(index, thing, full)


def _called(index: ThingIndex, things: Iterable[Thing]) -> dict[str, set[str]]:
    """Return what stories call by an acronym, or a model by its number alone."""
    said: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for form in thing.forms if not is_code(thing.name) else ():
            if is_code(form):
                said[fold(form)].add(index.one(thing.id))
    return said


def _initials(index: ThingIndex, things: Iterable[Thing]) -> dict[str, set[str]]:
    could: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for letters in initials(core(thing.name)) if thing.kind == "org" else ():
            if not is_acronym(thing.name):
                could[letters].add(index.one(thing.id))
    return could


def _join_by_initials(index: ThingIndex, thing: Thing, full: set[str]) -> None:
    long = thing.kind == "org" and len(fold(thing.name)) >= SHORTEST
    if long and len(full) == 1 and share_company(index, thing, next(iter(full))):
        index.join([thing.id, *full])


def _join_short_forms(index: ThingIndex, by_core: dict[Words, list[Thing]]) -> None:
    """Join "Lockheed" with what other stories call both that and "Lockheed Martin"."""
    longer: dict[Words, set[str]] = defaultdict(set)
    for words, things in by_core.items():
        for thing in things:
            for form in thing.forms:
                short = turned(core(form))
                if len(short) < len(words) and not is_branch(short, words):
                    longer[short].add(index.one(thing.id))
    for words, things in by_core.items():
        full = longer[words] - {index.one(t.id) for t in things}
        if len(full) == 1 and share_company(index, things[0], next(iter(full))):
            index.join([*full, *(t.id for t in things)])


def _join_by_trade(index: ThingIndex, by_core: dict[Words, list[Thing]]) -> None:
    """Join "Apple" with "Apple Computer", where no other name goes on from "Apple" like that."""
    longer: dict[Words, set[str]] = defaultdict(set)
    for words, things in by_core.items():
        for end in range(1, len(words)):
            if is_generic(words[end:]) and not is_branch(words[:end], words):
                longer[words[:end]] |= {index.one(t.id) for t in things}
    for words, full in longer.items():
        short = by_core.get(words, [])
        if len(full) == 1 and not _says_little(words, short):
            index.join([*full, *(t.id for t in short)])


def _says_little(words: Words, things: Iterable[Thing]) -> bool:
    """Tell whether a word alone is many a company's, or a place's: "United", "Hollywood"; but
    Toyota, a town, is a company that others know.
    """
    if len(words) > 1 or any(thing.entity.same_as for thing in things):
        return False
    return says_what(words[0]) or is_place_name(words[0].title())
