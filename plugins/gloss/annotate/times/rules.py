"""The rules of the grammar, loaded from its data files and ready to be used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gloss.annotate.times.patterns import Pattern, compile_pattern, literals
from gloss.annotate.times.tokens import Scanner
from gloss.annotate.times.vocabulary import Value, Vocabulary, load_vocabulary, table
from gloss.story import TimexType

FILES = ("dates", "times", "durations", "sets", "references")


@dataclass(frozen=True)
class Rule:
    """How one kind of expression is written, and what reads it.

    read: the name of the reader of what it finds; given: what the reader is told besides.
    means: without a reader, the value that it always has, where ``{weekday}`` is the value of a
        part. type: what it is, where the reader says otherwise or there is none.
    guard: the name of the test of its surroundings, if it needs one.
    example: a sentence, with what the rule finds in brackets; value: what that is read as in a
        story published on 19 September 2018.
    """

    number: int
    name: str
    pattern: Pattern
    read: str
    given: Mapping[str, Value]
    means: str
    type: TimexType | None
    guard: str
    example: str
    value: str


@dataclass(frozen=True)
class Grammar:
    """Everything that finding needs.

    by_code: the rules that can begin with a code, in order.
    longest: of how many words an expression can be.
    """

    vocabulary: Vocabulary
    scanner: Scanner
    rules: tuple[Rule, ...]
    by_code: dict[str, tuple[Rule, ...]]
    longest: int


@cache
def load_grammar() -> Grammar:
    """Load the grammar, once.

    Raises ValueError, naming file and rule, for a rule that is not well formed.
    """
    raw = [(name, rule) for name in FILES for rule in table(name)["rule"]]
    words = frozenset(word for _, rule in raw for word in literals(rule["pattern"]))
    vocabulary = load_vocabulary(tuple(sorted(words)))
    scanner = Scanner(vocabulary)
    rules = tuple(_rule(n, file, rule, vocabulary) for n, (file, rule) in enumerate(raw))
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for code in rule.pattern.firsts:
            by_code[code].append(rule)
    longest = max(rule.pattern.longest for rule in rules)
    starts = {code: tuple(those) for code, those in by_code.items()}
    return Grammar(vocabulary, scanner, rules, starts, longest)


def _rule(number: int, file: str, raw: dict[str, Any], vocabulary: Vocabulary) -> Rule:
    try:
        return Rule(
            number=number,
            name=raw["name"],
            pattern=compile_pattern(raw["pattern"], vocabulary),
            read=raw.get("read", ""),
            given=raw.get("given", {}),
            means=raw.get("means", ""),
            type=raw.get("type"),
            guard=raw.get("guard", ""),
            example=raw["example"],
            value=raw["value"],
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{file}.toml, rule {raw.get('name')!r}: {error}") from error
