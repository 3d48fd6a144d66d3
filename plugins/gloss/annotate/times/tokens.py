"""Cut a text into the runs of words that could hold a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gloss.annotate.times.lexicon import Entry, Lexicon, Value, table
from gloss.annotate.times.numbers import number_words, read_figures, read_words

_WORD = r"[^\W\d_]+(?:\.[^\W\d_])*(?![\w$£€¥])"
_PLAIN_MARKS = frozenset(",.-–'’()&/")
_NUMBER_JOINTS = {"-": "-", "and": "and"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the grammar where it stands in the text."""

    start: int
    end: int
    text: str
    entry: Entry


Run = list[Token]


class Scanner:
    """Cuts texts into runs: neighbouring words that the grammar knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        shapes = table("shapes")["shape"]
        self._lexicon = lexicon
        self._elements = {f"s{n}": shape.get("element") for n, shape in enumerate(shapes)}
        figures = "|".join(f"(?P<s{n}>{_local(s['pattern'], n)})" for n, s in enumerate(shapes))
        self._pieces = re.compile(
            rf"(?P<word>{_WORD})|(?P<s>['’]s\b)|(?<!\w)(?:{figures})(?!\w|[.,]?\d)"
            r"|(?P<other>\w+)|(?P<mark>[^\S ]|\S)"
        )
        _meet_all_numbers(lexicon)

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the runs of a text in order; takes time in proportion to its length."""
        run: Run = []
        pieces = list(self._pieces.finditer(text))
        place = 0
        while place < len(pieces):
            token, used = self._token(text, pieces, place)
            if token:
                run.append(token)
            elif run:
                yield run
                run = []
            place += used
        if run:
            yield run

    def _token(self, text: str, pieces: list[re.Match[str]], at: int) -> tuple[Token | None, int]:
        """Return the token that begins with a piece, if it is one, and the pieces it takes."""
        piece = pieces[at]
        kind = piece.lastgroup or ""
        word = piece.group()
        if kind == "word":
            lower = word.lower()
            if lower in number_words():
                return self._spelled(text, pieces, at)
            entry = self._lexicon.entry(word)
            end = piece.end()
            if entry and lower in self._lexicon.dotted and text.startswith(".", end):
                return Token(piece.start(), end + 1, lower, entry), 2
        elif kind in ("mark", "s"):
            entry = self._lexicon.entry("-" if word == "–" else word)
        elif element := self._elements.get(kind):
            entry = self._lexicon.coded(figure_values(element, word))
        else:
            entry = None
        return (Token(piece.start(), piece.end(), word.lower(), entry) if entry else None), 1

    def _spelled(
        self, text: str, pieces: list[re.Match[str]], at: int
    ) -> tuple[Token | None, int]:
        words = []
        for piece in pieces[at : at + 12]:
            word = piece.group().lower()
            if word not in number_words() and word not in _NUMBER_JOINTS:
                break
            words.append(word)
        spelled = read_words(words)
        if spelled is None:
            return None, 1
        start, end = pieces[at].start(), pieces[at + spelled.length - 1].end()
        values = spelled_values(spelled.value, spelled.kind)
        if spelled.length == 1:
            values |= self._lexicon.words.get(words[0], {})
        entry = self._lexicon.coded(values)
        return Token(start, end, text[start:end].lower(), entry), spelled.length


def figure_values(element: str, text: str) -> dict[str, Value]:
    """Return what a number in figures can be."""
    if element == "NUMBER":
        return {"NUMBER": read_figures(text)}
    if element == "HOURS":
        return {"HOUR": int(text)}
    if element == "ORDINAL":
        return _ordinal_values(int(text[:-2]))
    if element != "INTEGER":
        return {element: text}
    number = int(text[:18])
    values: dict[str, Value] = {"NUMBER": number}
    if len(text) <= 2 and 1 <= number <= 31:
        values |= {"DAY": number, "DAYNUMBER": number}
    if len(text) <= 2 and number <= 24:
        values["HOUR"] = number
    if len(text) == 2:
        values["TWODIGITS"] = number
    if len(text) == 4 and 1000 <= number <= 2999:
        values["YEAR"] = number
    return values


def spelled_values(value: int, kind: str) -> dict[str, Value]:
    """Return what a number in words can be."""
    if kind == "ordinal":
        return _ordinal_values(value)
    if kind == "year":
        return {"YEAR": value}
    values: dict[str, Value] = {"NUMBER": value}
    if 1 <= value <= 12:
        values["HOUR"] = value
    if 1000 <= value <= 2999:
        values["SPELLEDYEAR"] = value
    return values


def _ordinal_values(value: int) -> dict[str, Value]:
    values: dict[str, Value] = {"ORDINAL": value}
    return values | ({"DAY": value, "DAYTH": value} if 1 <= value <= 31 else {})


def _meet_all_numbers(lexicon: Lexicon) -> None:
    """Show the lexicon every set of elements that a number can be, before rules are compiled."""
    for shape in table("shapes")["shape"]:
        match = re.match(shape["pattern"], shape["example"])
        if match and shape.get("element"):
            lexicon.coded(figure_values(shape["element"], match[0]))
    for figures in ("0", "00", "1", "13", "25", "31", "32", "100", "1000", "3000"):
        lexicon.coded(figure_values("INTEGER", figures))
    for value in (0, 1, 13, 32, 1000, 3000):
        lexicon.coded(spelled_values(value, "cardinal"))
        lexicon.coded(spelled_values(value, "ordinal"))
    words = number_words()
    for group in (words.ones, words.teens, words.tens, words.scales, words.fixed, words.ordinals):
        for word, value in group.items():
            kind = "ordinal" if group is words.ordinals else "cardinal"
            lexicon.coded(spelled_values(value, kind) | lexicon.words.get(word, {}))


def _local(pattern: str, number: int) -> str:
    r"""Give the back-references of a shape's pattern (``\1``) names of their own."""
    count = 0

    def name(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"(?P<s{number}_{count}>"

    named = re.sub(r"(?<!\\)\((?!\?)", name, pattern)
    return re.sub(r"\\(\d)", rf"(?P=s{number}_\1)", named)
