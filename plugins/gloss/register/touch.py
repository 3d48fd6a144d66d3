"""Which entries of the register bear on a story: it is annotated again when one changes."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gloss.register.nouns import Entry, Register

_WORD = re.compile(r"\w+")


class Touch:
    """The names of a register, ready to be looked for in texts."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._ids = {old: e.id for e in register.entries.values() for old in (e.id, *e.merges)}
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entry in register.entries.values():
            for name in (entry.name, *entry.aliases):
                self._add(name, f"entry {entry.id}")
        for name in register.not_a_name:
            self._add(name, f"not {name}")

    def _add(self, name: str, key: str) -> None:
        if first := _WORD.search(name):
            self._names[first[0].casefold()].append((name[first.start() :].casefold(), key))

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
        said = json.dumps([self._said(key) for key in sorted(keys)], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def _named_in(self, text: str) -> Iterator[str]:
        folded = text.casefold()
        for word in _WORD.finditer(folded):
            for name, key in self._names.get(word[0], ()):
                if folded.startswith(name, word.start()):
                    yield key

    def _said(self, key: str) -> list[object]:
        what, _, name = key.partition(" ")
        if what == "not":
            return [key]
        entry: Entry = self._register.entries[name]
        return [entry.id, entry.name, entry.aliases, entry.same_as, entry.merges]
