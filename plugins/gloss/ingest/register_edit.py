"""Which seeds an edit of the register may bear on, told without reading them again.

What the register said when seeds were last found to agree with it is remembered, and so are the
words of each seed: one that holds no word of what changed, and whose article names none of the
things that changed, agrees still.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gloss import __version__
from gloss.register import Saying, Touch
from gloss.store.records import Record, RecordStore, record
from gloss.store.sealed import load_sealed, save_sealed

FILE, FOLDER, PART = "register", "words", "words"
ABOUT = f"register 1 {__version__}"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Told:
    """What the register of a digest (of its file) said."""

    register: str
    sayings: dict[str, Saying]


@dataclass(frozen=True)
class RegisterEdit:
    """What changed in the register since another digest of it.

    words: small letters, those that the names begin with of which it says something else now.
    ids: of the things of which it does.
    """

    before: str = ""
    words: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def bears_on(self, ids: Iterable[str], words: str) -> bool:
        """Tell whether it may bear on a story that names these ids, in a text of these words, each
        between blanks.
        """
        return not self.ids.isdisjoint(ids) or any(f" {word} " in words for word in self.words)


def load_edit(cache: Path | None, register: str, touch: Touch) -> RegisterEdit:
    """Return what changed in the register since the last build; an edit of nothing if unknown.

    register: the digest of its file.
    """
    told: Told | None = load_sealed(cache / FILE, Told, ABOUT) if cache else None
    if told is None or told.register == register:
        return RegisterEdit(told.register if told else "")
    before, now = told.sayings, touch.sayings()
    changed = [key for key in before.keys() | now.keys() if before.get(key) != now.get(key)]
    both = [said[key] for key in changed for said in (before, now) if key in said]
    return RegisterEdit(
        told.register,
        frozenset(word for saying in both for word in saying.words),
        frozenset(id_ for saying in both for id_ in saying.ids),
    )


def save_told(cache: Path | None, register: str, touch: Touch, edit: RegisterEdit) -> None:
    """Remember what the register says, once all seeds have been held against it."""
    if cache and register != edit.before:
        save_sealed(cache / FILE, Told(register, touch.sayings()), Told, ABOUT)


@dataclass
class SeedWords:
    """The words of seeds, by the digest of each; nothing is kept without a cache."""

    cache: Path | None
    _store: RecordStore | None = None
    _new: list[Record] = field(default_factory=list)

    def of(self, digest: str) -> str | None:
        """Return the words of a seed in small letters, each between blanks; None where they are
        not known.
        """
        if self.cache is None:
            return None
        self._store = self._store or RecordStore(self.cache / FOLDER, __version__)
        try:
            return f" {self._store.load(PART, digest).decode()} "
        except (KeyError, ValueError):
            return None

    def keep(self, digest: str, text: str) -> None:
        """Keep the words of a seed that was read."""
        if self.cache is not None:
            words = " ".join(sorted(set(_WORD.findall(text.casefold()))))
            self._new.append(record(digest, {PART: words.encode("utf-8", "replace")}))

    def save(self, digests: set[str]) -> None:
        """Write what is to be kept, and drop the words of all but these seeds."""
        if self._new and self.cache is not None:
            self._store = self._store or RecordStore(self.cache / FOLDER, __version__)
            self._store.add(self._new)
            self._store.forget_all_but(digests)
        if self._store:
            self._store.close()
        self._store, self._new = None, []
