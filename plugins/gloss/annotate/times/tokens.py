"""Cut a text into the runs of words that could hold a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from gloss.annotate.times.numbers import number_words, read_figures, read_words
from gloss.annotate.times.vocabulary import Value, Vocabulary, WordEntry, shapes

_LETTER = "[A-Za-zÀ-ɏ]"  # of the Latin script, which the grammar is written in
_WORD = rf"{_LETTER}+(?:\.{_LETTER})*(?![\w$£€¥])"
_MARK = r"[.,;:!?()\"“”\[\]—-]"  # never the first character of a shape
_SPACES = " \u00a0\u2007\u2009\u202f"  # any other white space parts runs
_NUMBER_PIECE = re.compile(r"[^\W\d_]+|\S")
_NUMBER_JOINTS = ("-", "and")


class Token(NamedTuple):
    """A word of the grammar where it stands in the text, as it is written there."""

    start: int
    end: int
    text: str
    entry: WordEntry


Run = list[Token]
Wanted = Callable[[str], object]


class Scanner:
    """Cuts texts into runs: neighbouring words that the grammar knows."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = vocabulary
        self._known = vocabulary.known_words()
        self._spoken = frozenset(
            form for word in number_words().all for form in (word, word.capitalize(), word.upper())
        )
        for word in self._spoken - self._known.keys():
            self._known[word] = vocabulary.coded({})
        dotted = {form for form in self._known if form.lower() in vocabulary.dotted}
        self._special = self._spoken | dotted
        self._elements = {f"s{n}": shape.get("element") for n, shape in enumerate(shapes())}
        figures = "|".join(f"(?P<s{n}>{_local(s['pattern'], n)})" for n, s in enumerate(shapes()))
        self._pieces = re.compile(
            rf"{_WORD}|{_MARK}|['’]s\b|(?=\S)(?<!\w)(?:{figures})(?!\w|[.,]?\d)|\w+|[^\S{_SPACES}]|\S"
        )
        self._figures = lru_cache(maxsize=4096)(self._figure_entry)
        _meet_all_numbers(vocabulary)

    def runs(self, text: str, wanted: Wanted = bool) -> Iterator[Run]:
        """Yield the runs of a text in order; takes time in proportion to its length.

        wanted: whether a run of such codes is worth having. Most are a "the" or a comma.
        """
        known, figures, special = self._known.get, self._figures, self._special
        pieces: list[re.Match[str]] = []
        entries: list[WordEntry] = []
        spelled = False  # a number in words is one token: the codes of its words are not its own
        for piece in self._pieces.finditer(text):
            word = piece.group()
            entry = known(word) or ((kind := piece.lastgroup) and figures(kind, word))
            if entry:
                pieces.append(piece)
                entries.append(entry)
                spelled = spelled or word in special
            elif pieces:
                if spelled or wanted("".join([entry.code for entry in entries])):
                    yield self._run(text, pieces, entries)
                pieces, entries, spelled = [], [], False
        if pieces:
            yield self._run(text, pieces, entries)

    def _run(self, text: str, pieces: list[re.Match[str]], entries: list[WordEntry]) -> Run:
        """Make tokens of neighbouring words; a number in words is one."""
        run: Run = []
        end = 0
        for piece, entry in zip(pieces, entries, strict=True):
            if piece.start() < end:
                continue  # the number in words before it has taken it
            if piece.group() in self._special:
                token = self._special_token(text, piece, entry)
            else:
                token = Token(piece.start(), piece.end(), piece.group(), entry)
            run.append(token)
            end = token.end
        return run

    def _special_token(self, text: str, piece: re.Match[str], entry: WordEntry) -> Token:
        """Read a number in words, or a word that takes a dot behind it."""
        start, word, end = piece.start(), piece.group(), piece.end()
        if word in self._spoken and (spelled := self._spelled(text, start)):
            return spelled
        if word.lower() in self._lexicon.dotted and text.startswith(".", end):
            end += 1
        return Token(start, end, word, entry)

    def _figure_entry(self, kind: str | None, word: str) -> WordEntry | None:
        element = self._elements.get(kind or "")
        return self._lexicon.coded(figure_values(element, word)) if element else None

    def _spelled(self, text: str, start: int) -> Token | None:
        pieces = list(islice(_NUMBER_PIECE.finditer(text, start), 12))
        words = []
        for piece, before in zip(pieces, [None, *pieces], strict=False):
            word = piece.group().lower()
            joined = before is None or not text[before.end() : piece.start()].strip(_SPACES)
            if not joined or (word not in number_words().all and word not in _NUMBER_JOINTS):
                break
            words.append(word)
        spelled = read_words(words)
        if spelled is None:
            return None
        end = pieces[spelled.length - 1].end()
        values = spelled_values(spelled.value, spelled.kind)
        if spelled.length == 1:
            values |= self._lexicon.words.get(words[0], {})
        return Token(start, end, text[start:end], self._lexicon.coded(values))


def figure_values(element: str, text: str) -> dict[str, Value]:
    """Return what a number in figures can be."""
    if element == "NUMBER":
        return {"NUMBER": read_figures(text)}
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


def _meet_all_numbers(vocabulary: Vocabulary) -> None:
    """Show the vocabulary every set of elements that a number can be, before rules are compiled."""
    for shape in shapes():
        match = re.match(shape["pattern"], shape["example"])
        if match and shape.get("element"):
            vocabulary.coded(figure_values(shape["element"], match[0]))
    for figures in ("0", "00", "1", "13", "25", "31", "32", "100", "1000", "3000"):
        vocabulary.coded(figure_values("INTEGER", figures))
    vocabulary.coded(spelled_values(1990, "year"))
    for value in (0, 1, 13, 32, 1000, 3000):
        vocabulary.coded(spelled_values(value, "cardinal"))
        vocabulary.coded(spelled_values(value, "ordinal"))
    words = number_words()
    for group in (words.ones, words.teens, words.tens, words.scales, words.fixed, words.ordinals):
        for word, value in group.items():
            kind = "ordinal" if group is words.ordinals else "cardinal"
            vocabulary.coded(spelled_values(value, kind) | vocabulary.words.get(word, {}))


def _local(pattern: str, number: int) -> str:
    r"""Give the back-references of a shape's pattern (``\1``) names of their own."""
    count = 0

    def name(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"(?P<s{number}_{count}>"

    named = re.sub(r"(?<!\\)\((?!\?)", name, pattern)
    return re.sub(r"\\(\d)", rf"(?P=s{number}_\1)", named)
