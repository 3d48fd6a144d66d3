"""Compile the patterns of the grammar's rules.

A pattern is a row of terms. ``MONTH`` is an element of the vocabulary, and what it matched is
handed on under its name in lower case; ``from:MONTH`` hands it on as ``from``. A word in lower
case, or a mark, is itself. ``( | )`` and ``?`` mean what they mean in regular expressions. There is
no repetition, so a match takes bounded time wherever it is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from gloss.annotate.times.vocabulary import Vocabulary

_TERM = re.compile(r"[()|?]|[^\s()|?]+")
_ELEMENT = re.compile(r"(?:([a-z_]+):)?([A-Z]+)$")


@dataclass(frozen=True)
class Pattern:
    """A rule's pattern, ready to be matched against a string of codes.

    written: the expression; it is compiled when first asked for, since a story needs but some.
    names: by group of the expression, the name and the element of what it matched.
    firsts: the codes that a match can begin with. longest: of how many words it can be.
    """

    written: str
    names: dict[str, tuple[str, str]]
    firsts: frozenset[str]
    longest: int

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What matches the codes."""
        return re.compile(self.written)


@dataclass(frozen=True)
class _Piece:
    expression: str
    firsts: frozenset[str]
    longest: int
    optional: bool = False


@dataclass
class _Compiler:
    vocabulary: Vocabulary
    terms: list[str]
    names: dict[str, tuple[str, str]] = field(default_factory=dict)

    def choice(self) -> _Piece:
        pieces = [self.row()]
        while self.terms and self.terms[0] == "|":
            self.terms.pop(0)
            pieces.append(self.row())
        return _Piece(
            "(?:" + "|".join(p.expression for p in pieces) + ")",
            frozenset().union(*(p.firsts for p in pieces)),
            max(p.longest for p in pieces),
            any(p.optional for p in pieces),
        )

    def row(self) -> _Piece:
        expression, firsts, longest, optional = "", frozenset[str](), 0, True
        while self.terms and self.terms[0] not in ("|", ")"):
            piece = self.term()
            if optional:
                firsts |= piece.firsts
            optional = optional and piece.optional
            expression += piece.expression
            longest += piece.longest
        return _Piece(expression, firsts, longest, optional)

    def term(self) -> _Piece:
        term = self.terms.pop(0)
        if term == "(":
            piece = self.choice()
            if not self.terms or self.terms.pop(0) != ")":
                raise ValueError("a bracket is not closed")
        elif match := _ELEMENT.match(term):
            piece = self.element(match[1] or match[2].lower(), match[2])
        else:
            piece = self.codes("=" + term)
        if self.terms and self.terms[0] == "?":
            self.terms.pop(0)
            return _Piece(f"(?:{piece.expression})?", piece.firsts, piece.longest, optional=True)
        return piece

    def element(self, name: str, element: str) -> _Piece:
        group = f"g{len(self.names)}"
        self.names[group] = (name, element)
        rows = [
            (self.codes("=" + words[0]), "".join(self.codes("=" + w).expression for w in words))
            for words in sorted(self.vocabulary.phrases.get(element, {}), key=len, reverse=True)
        ]
        single = self.vocabulary.codes_of(element)
        choices = [row for _, row in rows] + ([f"[{single}]"] if single else [])
        if not choices:
            raise ValueError(f"no word is {element}")
        firsts = frozenset(single).union(*(first.firsts for first, _ in rows))
        longest = max(map(len, self.vocabulary.phrases.get(element, {})), default=1)
        return _Piece(f"(?P<{group}>" + "|".join(choices) + ")", firsts, longest)

    def codes(self, element: str) -> _Piece:
        codes = self.vocabulary.codes_of(element)
        if not codes:
            raise ValueError(f"no word is {element}")
        return _Piece(f"[{codes}]", frozenset(codes), 1)


def compile_pattern(pattern: str, vocabulary: Vocabulary) -> Pattern:
    """Compile a pattern.

    Raises ValueError for one that is not well formed, names no known element, or can be empty.
    """
    compiler = _Compiler(vocabulary, _TERM.findall(pattern))
    piece = compiler.choice()
    if compiler.terms or piece.optional:
        raise ValueError(f"not a pattern: {pattern!r}")
    return Pattern(piece.expression, compiler.names, piece.firsts, piece.longest)


def literals(pattern: str) -> Iterator[str]:
    """Yield the words that a pattern names themselves."""
    for term in _TERM.findall(pattern):
        if term not in "()|?" and not _ELEMENT.match(term):
            yield term
