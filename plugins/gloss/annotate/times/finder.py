"""Find what the rules of the grammar describe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from gloss.annotate.times.context import MatchedPart, Parts
from gloss.annotate.times.rules import Grammar, Rule, load_grammar
from gloss.annotate.times.tokens import Run
from gloss.annotate.times.vocabulary import word_list


@dataclass(frozen=True)
class Match:
    """A rule that fits a stretch of a run.

    first, last: the tokens of the run that it takes; last is exclusive.
    """

    rule: Rule
    run: Run
    first: int
    last: int
    parts: Parts

    @property
    def start(self) -> int:
        return self.run[self.first].start

    @property
    def end(self) -> int:
        return self.run[self.last - 1].end


class _Found(NamedTuple):
    """A match over codes: the rule's number, its length; name, element and span of each part."""

    rule: int
    length: int
    parts: tuple[tuple[str, str, int, int], ...]


_LONGEST_MODIFIER = 6  # tokens
_SHORT = 16  # tokens of a run that is likely to be met again


@lru_cache(maxsize=8192)
def _found_at(codes: str) -> tuple[_Found, ...]:
    """Return the matches at the beginning of codes, the longest first."""
    grammar = load_grammar()
    found = []
    for rule in grammar.by_code.get(codes[0], ()):
        match = rule.pattern.expression.match(codes)
        if match:
            parts = tuple(
                (name, element, *match.span(group))
                for group, (name, element) in rule.pattern.names.items()
                if match.start(group) >= 0
            )
            found.append(_Found(rule.number, match.end(), parts))
    found.sort(key=lambda one: (-one.length, one.rule))
    return tuple(found)


def codes_of(run: Run) -> str:
    """Return the codes of a run's tokens, as one string."""
    return "".join([token.entry.code for token in run])


def places(codes: str) -> tuple[int, ...]:
    """Return the places of a run at which some rule fits; short runs are met again and again."""
    return _places(codes) if len(codes) <= _SHORT else _look(codes)


def _look(codes: str) -> tuple[int, ...]:
    longest = load_grammar().longest
    return tuple(n for n in range(len(codes)) if _found_at(codes[n : n + longest]))


_places = lru_cache(maxsize=8192)(_look)


def matches_at(grammar: Grammar, run: Run, codes: str, place: int) -> Iterator[Match]:
    """Yield the matches that begin at a token, the longest first; of equals, the earlier rule."""
    for found in _found_at(codes[place : place + grammar.longest]):
        parts = _parts(grammar, run, place, found)
        yield Match(grammar.rules[found.rule], run, place, place + found.length, parts)


def _parts(grammar: Grammar, run: Run, place: int, found: _Found) -> Parts:
    parts = {}
    for name, element, first, last in found.parts:
        tokens = run[place + first : place + last]
        values = tokens[0].entry.values
        if len(tokens) == 1 and element in values:
            value = values[element]
        else:
            words = tuple(_plain(token.text) for token in tokens)
            value = grammar.vocabulary.phrases[element].get(words, "")
        parts[name] = MatchedPart(
            element, value, tokens[0].start, tokens[-1].end, _plain(tokens[0].text)
        )
    return parts


# What an expression begins with that "over" can stand before, and what only "about" can.
_COUNTED = {"NUMBER", "ONE", "VAGUE", "CLOCK", "GLUED", "HOUR", "HOURNAME", "HALFWORD"}
_REPEATED = {"EVERY", "ADVERB"}
_NAMED = {"YEAR", "MONTH", "DAY", "DECADE"}


@dataclass(frozen=True)
class Modifier:
    """Words before an expression that belong to it: "early", "about", "the end of".

    value: ``~`` where they make it approximate. first: the token of the run that they begin with.
    """

    value: str
    first: int


def modifier_before(grammar: Grammar, match: Match, floor: int) -> Modifier | None:
    """Return the longest modifier that ends just before a match, no earlier than the floor."""
    run, place = match.run, match.first
    if place <= floor or _plain(run[place - 1].text) not in _modifiers_end():
        return None
    for size in range(min(_LONGEST_MODIFIER, place - floor), 0, -1):
        words = tuple(_plain(token.text) for token in run[place - size : place])
        if size == 2 and words[0] == "the" and _begins_with(match) == "WEEKDAY":
            continue  # "the late Friday release"
        if (part := _value(grammar, "PART", words)) is not None:
            return Modifier(str(part), place - size)
        nearly = _value(grammar, "NEARLY", words)
        if nearly is not None and _can_be_near(match, " ".join(words)):
            return Modifier(str(nearly), place - size)
    return None


@cache
def _modifiers_end() -> frozenset[str]:
    """The words that a modifier can end with: most words before an expression are none."""
    vocabulary = load_grammar().vocabulary
    phrases = (words for e in ("PART", "NEARLY") for words in vocabulary.phrases[e])
    single = (w for w, values in vocabulary.words.items() if values.keys() & {"PART", "NEARLY"})
    return frozenset({*single, *(words[-1] for words in phrases)})


def _value(grammar: Grammar, element: str, words: tuple[str, ...]) -> object:
    if len(words) == 1:
        return grammar.vocabulary.words.get(words[0], {}).get(element)
    return grammar.vocabulary.phrases[element].get(words)


def _can_be_near(match: Match, words: str) -> bool:
    """Whether "over", or at least "about", can stand before what a match begins with."""
    element = _begins_with(match)
    if element in _NAMED:
        return words in word_list("about")
    if element in _REPEATED:
        return words in word_list("nearly")
    return element in _COUNTED


def _begins_with(match: Match) -> str:
    """The element that a match begins with, empty where it begins with a word of its rule."""
    first = min(match.parts.values(), key=lambda part: part.start, default=None)
    return first.element if first and first.start == match.start else ""


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("–", "-")
