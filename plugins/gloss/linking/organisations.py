"""Which organisations of different stories are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gloss.linking.book import Book, Thing, share_company
from gloss.naming.companies import Words, core, initials, is_acronym, is_generic, turned
from gloss.naming.words import fold

SHORTEST = 3  # letters of an acronym that its initials alone can tell
LONG = 8  # letters: two names of so many are one however they are spaced


def link_organisations(book: Book) -> None:
    """Join organisations by name, acronym and short form."""
    things = book.of_kind("org")
    by_core: dict[Words, list[Thing]] = defaultdict(list)
    for thing in things:
        by_core[turned(core(thing.name))].append(thing)
    for same in by_core.values():
        book.join(t.id for t in same)
    _join_by_letters(book, things)
    _join_acronyms(book, things)
    _join_short_forms(book, by_core)
    _join_by_trade(book, by_core)


def _join_by_letters(book: Book, things: Iterable[Thing]) -> None:
    """Join "RealClearPolitics" with "Real Clear Politics"."""
    by_letters: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        letters = "".join(core(thing.name))
        if len(letters) >= LONG and not is_acronym(thing.name):
            by_letters[letters].append(thing)
    for same in by_letters.values():
        book.join(t.id for t in same)


def _join_acronyms(book: Book, things: Iterable[Thing]) -> None:
    """Join "GAO" with what a story spells out as "Government Accountability Office (GAO)"."""
    said: dict[str, set[str]] = defaultdict(set)
    could: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        if is_acronym(thing.name):
            continue
        for form in thing.forms:
            if is_acronym(form):
                said[fold(form)].add(book.one(thing.id))
        for letters in initials(core(thing.name)):
            could[letters].add(book.one(thing.id))
    for thing in things:
        if not is_acronym(thing.name):
            continue
        letters = fold(thing.name)
        full = said[letters] or (could[letters] if len(letters) >= SHORTEST else set())
        if len(full) == 1 and (said[letters] or share_company(book, thing, next(iter(full)))):
            book.join([thing.id, *full])


def _join_short_forms(book: Book, by_core: dict[Words, list[Thing]]) -> None:
    """Join "Lockheed" with what other stories call both that and "Lockheed Martin"."""
    longer: dict[Words, set[str]] = defaultdict(set)
    for words, things in by_core.items():
        for thing in things:
            for form in thing.forms:
                if len(short := turned(core(form))) < len(words):
                    longer[short].add(book.one(thing.id))
    for words, things in by_core.items():
        full = longer[words] - {book.one(t.id) for t in things}
        if len(full) == 1 and share_company(book, things[0], next(iter(full))):
            book.join([*full, *(t.id for t in things)])


def _join_by_trade(book: Book, by_core: dict[Words, list[Thing]]) -> None:
    """Join "Apple" with "Apple Computer", where no other name goes on from "Apple" like that."""
    longer: dict[Words, set[str]] = defaultdict(set)
    for words, things in by_core.items():
        for end in range(1, len(words)):
            if is_generic(words[end:]):
                longer[words[:end]] |= {book.one(t.id) for t in things}
    for words, full in longer.items():
        if words in by_core and len(full) == 1:
            book.join([*full, *(t.id for t in by_core[words])])
