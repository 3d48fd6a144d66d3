"""Know the words of time expressions: which ELEMENTs of the grammar a word can be, and its value.

Words with the same set of elements share a *code*, one character. So a run of text becomes a string
of codes, and a rule of the grammar an ordinary regular expression over that string.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from gloss.lexicon import load, words

Value = int | float | str
FIRST_CODE = 0xE000  # private use: never in a text, never special in a pattern

_PIECE = re.compile(r"\d+/\d+|['’]s\b|[^\W\d_]+(?:\.[^\W\d_])+|\w+|\S")


@dataclass(frozen=True)
class WordEntry:
    """What a word can be: the value it has as each element, and the code of that set."""

    values: Mapping[str, Value]
    code: str


@dataclass
class Vocabulary:
    """Words, phrases and codes; complete once the grammar is loaded, and not changed after.

    words: by lower-case word, what it can be; capitals: the same where it has a capital letter.
    phrases: by element, the phrases of several words, each with its value, in any letters.
    dotted: words that may have a dot behind them. codes: by set of elements, the code.
    """

    words: dict[str, dict[str, Value]] = field(default_factory=lambda: defaultdict(dict))
    capitals: dict[str, dict[str, Value]] = field(default_factory=lambda: defaultdict(dict))
    phrases: dict[str, dict[tuple[str, ...], Value]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    dotted: set[str] = field(default_factory=set)
    codes: dict[frozenset[str], str] = field(default_factory=dict)
    _of_elements: dict[str, str] = field(default_factory=dict)
    _indexed: int = 0  # so many codes are in _of_elements

    def add(self, element: str, key: str, value: Value, cased: bool = False) -> None:
        """Let a word, or a phrase, be an element."""
        pieces = tuple(split(key))
        if len(pieces) > 1 and pieces[1:] != (".",):
            self.phrases[element][pieces] = value
            for piece in pieces:
                self.add_literal(piece)
            return
        if pieces[1:] == (".",):
            self.dotted.add(pieces[0])
        (self.capitals if cased else self.words)[pieces[0]][element] = value

    def add_literal(self, word: str) -> None:
        """Let a word stand for itself, as the element ``=word``."""
        self.words[word.lower()]["=" + word.lower()] = word.lower()

    def values(self, lower: str, capital: bool) -> dict[str, Value]:
        """Return what a word can be, with its value as each element."""
        capitals = self.capitals.get(lower, {}) if capital else {}
        return {**self.words.get(lower, {}), **capitals}

    def known_words(self) -> dict[str, WordEntry]:
        """Return every word of the grammar as a text may write it: small, Capital or CAPITALS."""
        known = {}
        for lower in {*self.words, *self.capitals}:
            for word in (lower, lower.capitalize(), lower.upper(), lower.title()):
                values = self.values(lower, not word[0].islower())
                if values:
                    known[word] = known[word.replace("'", "’")] = self.coded(values)
        if "-" in known:
            known["–"] = known["-"]
        return known

    def coded(self, values: Mapping[str, Value]) -> WordEntry:
        """Give a set of elements its code."""
        elements = frozenset(values)
        code = self.codes.get(elements)
        if code is None:
            code = self.codes[elements] = chr(FIRST_CODE + len(self.codes))
        return WordEntry(values, code)

    def codes_of(self, element: str) -> str:
        """Return the codes of all words that can be this element."""
        for elements, code in islice(self.codes.items(), self._indexed, None):
            for one in elements:
                self._of_elements[one] = self._of_elements.get(one, "") + code
        self._indexed = len(self.codes)
        return self._of_elements.get(element, "")


def split(phrase: str) -> list[str]:
    """Cut a phrase of the grammar into the words that a text would be cut into."""
    return [piece.lower().replace("’", "'") for piece in _PIECE.findall(phrase)]


def table(name: str) -> Mapping[str, Any]:
    """Load a file of the grammar's data."""
    return load(f"times/{name}")


@cache
def shapes() -> tuple[Mapping[str, str], ...]:
    """Return what is written in figures, in order: each with its pattern and its element, if any.

    A zone's name that is a word of its own as well ("Pacific") follows no hour in figures alone.
    """
    zones = "|".join(re.escape(z) for z in table("zones") if z.isupper() or z.endswith(" time"))
    listed = table("shapes")["shape"]
    return tuple({**s, "pattern": s["pattern"].replace("{ZONE}", zones)} for s in listed)


def word_list(name: str) -> frozenset[str]:
    """Return a list of ``surroundings.toml``."""
    return words("times/surroundings")[name]


@cache
def load_vocabulary(literals: Iterable[str] = ()) -> Vocabulary:
    """Build the vocabulary from the data files, with the words that the rules name themselves."""
    vocabulary = Vocabulary()
    for element, groups in table("words").items():
        for case, known in groups.items():
            for key, value in known.items():
                vocabulary.add(element, key, value, cased=case == "cased")
    for number, holiday in enumerate(table("holidays")["holiday"]):
        for name in holiday["names"]:
            vocabulary.add("HOLIDAY", name, number, cased=True)
    for name, offset in table("zones").items():
        vocabulary.add("ZONE", name, offset, cased=True)
    for word in literals:
        vocabulary.add_literal(word)
    return vocabulary
