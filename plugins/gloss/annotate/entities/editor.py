"""What the register says of a story's names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from gloss.annotate.candidate import Candidate
from gloss.register import Entry, Register

_SURE = (1.0, 1.0, 1.0, 1.0)
_WORD = re.compile(r"\w+")


def registered(text: str, register: Register) -> Iterator[Candidate]:
    """Yield every place where a name or alias of the register stands, the longest name first.

    A topic written in lower case is found in capitals too ("blockchain", "Blockchain").
    """
    names = _names(_Kept(register))
    if not names:
        return
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < end:
            continue
        for name, loose, entry in names.get(match.group().lower(), ()):
            stop = start + len(name)
            written = text[start:stop]
            same = written.lower() == name if loose else written == name
            if same and not _in_word(text, stop):
                yield Candidate(start, stop, written, _SURE, "register", entry.kind, entry.id, 1.0)
                end = stop
                break


def _in_word(text: str, end: int) -> bool:
    return text[end - 1].isalnum() and text[end : end + 1].isalnum()


class _Kept:
    """A register as a key: itself, not what it holds."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def __hash__(self) -> int:
        return id(self.register)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.register is other.register


@lru_cache(maxsize=2)
def _names(kept: _Kept) -> Mapping[str, Sequence[tuple[str, bool, Entry]]]:
    """All names by their first word in lower case, the longest first; is it loose; its entry.

    The name of two entries is left out: who is meant is for the story to say.
    """
    found: dict[str, list[tuple[str, bool, Entry]]] = defaultdict(list)
    entries = kept.register.entries.values()
    bearers = Counter(name for entry in entries for name in {entry.name, *entry.aliases})
    for entry in entries:
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            if (first := _WORD.search(name)) and bearers[name] == 1:
                loose = entry.kind == "topic" and name.islower()
                found[first.group().lower()].append((name[first.start() :], loose, entry))
    for names in found.values():
        names.sort(key=lambda n: (-len(n[0]), n[0], n[2].id))
    return found
