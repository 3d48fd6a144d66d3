"""Mark what the register knows, and leave out what it says is no name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gloss.annotate.candidate import KINDS, Candidate, meet
from gloss.register import Register
from gloss.story import Kind

_SURE = tuple(1.0 for _ in KINDS)
_WORD = re.compile(r"\w+")


def prefer_register(text: str, names: Sequence[Candidate], register: Register) -> list[Candidate]:
    """Put what the register knows in the place of what it meets, unless that is a longer name."""
    kept = [name for name in names if name.text not in register.not_a_name]
    for known in registered(text, register):
        meets = [name for name in kept if meet(name, known)]
        if any(name.end - name.start > known.end - known.start for name in meets):
            continue
        kept = [name for name in kept if name not in meets] + [known]
    return kept


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
        listed = names.get(match.group().lower(), ())
        if entry := next((each for each in listed if each.stands_at(text, start)), None):
            end = start + len(entry.name)
            yield Candidate(start, end, text[start:end], _SURE, "register", *entry.what, 1.0)


@dataclass(frozen=True)
class _Form:
    """A name of the register: whose, and whether capitals count in it."""

    name: str
    loose: bool
    what: tuple[Kind, str]

    def stands_at(self, text: str, start: int) -> bool:
        """Tell whether a text has it at a place, as whole words."""
        end = start + len(self.name)
        written = text[start:end]
        same = (written.lower() if self.loose else written) == self.name
        return same and not _in_word(text, end)


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
def _names(kept: _Kept) -> Mapping[str, Sequence[_Form]]:
    """All names by their first word in lower case, the longest first.

    The name of two entries is left out: who is meant is for the story to say.
    """
    found: dict[str, list[_Form]] = defaultdict(list)
    entries = kept.register.entries.values()
    bearers = Counter(name for entry in entries for name in {entry.name, *entry.aliases})
    for entry in entries:
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            if (first := _WORD.search(name)) and bearers[name] == 1:
                loose = entry.kind == "topic" and name.islower()
                form = _Form(name[first.start() :], loose, (entry.kind, entry.id))
                found[first.group().lower()].append(form)
    for names in found.values():
        names.sort(key=lambda form: (-len(form.name), form.name, form.what[1]))
    return found
