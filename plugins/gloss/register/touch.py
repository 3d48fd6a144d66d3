"""Which entries of the register bear on a story: it is annotated again when one changes."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from gloss.naming.name_words import fold, words_of
from gloss.naming.person_names import is_initial, name_parts
from gloss.register.nouns import Entry, Register

_WORD = re.compile(r"\w+")
# An initial or two before a surname, in small letters: "m. ", "m. j. ", "mj ".
_BEFORE = re.compile(r"(?<!\w)([^\W\d_])[^\W\d_]?\.?(?:\s?[^\W\d_]\.?)?\s$")
BACK = 8  # characters before a surname in which initials are looked for


@dataclass(frozen=True)
class Saying:
    """What the register says under one key.

    says: a digest of it. words: in small letters, with which the names begin that it speaks of.
    ids: of the things that it speaks of.
    """

    says: str
    words: tuple[str, ...]
    ids: tuple[str, ...] = ()


class Touch:
    """The names of a register, ready to be looked for in texts."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._ids = {old: e.id for e in register.entries.values() for old in (e.id, *e.merges)}
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entry in register.entries.values():
            for name in (entry.name, *entry.aliases):
                self._add(name, f"entry {entry.id}")
        # Whom an initial before a surname may mean: the letter and the key, by that word.
        self._by_letter: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entry in register.entries.values():
            if entry.kind == "person":
                self._add_surname(entry.name, f"entry {entry.id}")
        for name in register.not_a_name:
            self._add(name, f"not {name}")

    def _add(self, name: str, key: str) -> None:
        if first := _WORD.search(name):
            self._names[first[0].casefold()].append((name[first.start() :].casefold(), key))

    def _add_surname(self, name: str, key: str) -> None:
        parts = name_parts(name)
        if len(parts) < 2 or is_initial(parts[0]):
            return
        begins = parts[-1].partition(" ")[0]
        word = next((word for word in words_of(name)[1:] if fold(word) == begins), begins)
        if found := _WORD.search(word.casefold()):
            self._by_letter[found[0]].append((parts[0][0], key))

    def sayings(self) -> dict[str, Saying]:
        """Return all that the register says that marks depend on, by key."""
        words: defaultdict[str, set[str]] = defaultdict(set)
        for word, named in chain(self._names.items(), self._by_letter.items()):
            for _, key in named:
                words[key].add(word)
        entries = self._register.entries.values()
        ids = {f"entry {entry.id}": (entry.id, *entry.merges) for entry in entries}
        return {
            key: Saying(_digest([self._said(key)]), tuple(sorted(words[key])), ids.get(key, ()))
            for key in words.keys() | ids.keys()
        }

    def digest(self, text: str, ids: Iterable[str]) -> str:
        """Return a digest of all that the register says on a story, empty where it says nothing.

        text: the headline and the story. ids: of the things that the story was found to name.
        Descriptions do not count: no mark depends on them.
        """
        keys = set(self._named_in(text)) | {
            f"entry {self._ids[entity]}" for entity in ids if entity in self._ids
        }
        if not keys:
            return ""
        return _digest([self._said(key) for key in sorted(keys)])

    def _named_in(self, text: str) -> Iterator[str]:
        folded = text.casefold()
        for word in _WORD.finditer(folded):
            for name, key in self._names.get(word[0], ()):
                if folded.startswith(name, word.start()):
                    yield key
            for letter, key in self._by_letter.get(word[0], ()):
                before = _BEFORE.search(folded[max(0, word.start() - BACK) : word.start()])
                if before and fold(before[1]) == letter:
                    yield key

    def _said(self, key: str) -> list[object]:
        what, _, name = key.partition(" ")
        if what == "not":
            return [key]
        entry: Entry = self._register.entries[name]
        return [entry.id, entry.name, entry.aliases, entry.same_as, entry.merges]


def _digest(said: list[list[object]]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]
