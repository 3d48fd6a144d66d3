"""Take out each rule of the times' grammar, and each guard, and count what is found otherwise.

    python -m bench.rules times STORIES.jsonl

STORIES.jsonl is what ``python -m gloss annotate`` reads. Printed is a line a rule, those that
change least first: how often it was used (a guard: how often it said no), and how many marks come
out otherwise without it. A rule that changes nothing, and that no case needs, can go.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gloss.annotate.language import load_language
from gloss.annotate.reading import Reading, read
from gloss.annotate.times import expressions
from gloss.annotate.times.expressions import read_matches
from gloss.annotate.times.finder import matches_at
from gloss.annotate.times.guards import GUARDS
from gloss.annotate.times.rules import load_grammar
from gloss.story import Story

Uses = dict[str, list[int]]


def main(arguments: Sequence[str]) -> None:
    """Print what each rule and guard does to the stories of a file."""
    parser = argparse.ArgumentParser(prog="python -m bench.rules times")
    parser.add_argument("stories", type=Path)
    with parser.parse_args(arguments).stories.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    stories = [Story(id=r["id"], text=r["text"], published=r.get("published")) for r in rows]
    print(f"{'used':>7}{'changed':>9}")
    found = effects(list(read(stories, load_language())))
    for name, used, changed in sorted(found, key=lambda effect: (effect[2], effect[1], effect[0])):
        print(f"{used:7,}{changed:9,} {name}")


def effects(readings: Sequence[Reading]) -> Iterator[tuple[str, int, int]]:
    """Yield each rule and guard: how often it fired or rejected, how many marks it changes."""
    with _counting() as rejections:
        found, fired = [], defaultdict(list)
        for number, reading in enumerate(readings):
            rejections.at = number
            found.append(read_matches(reading))
            for rule, _ in found[-1]:
                fired[rule.name].append(number)
    for rule in load_grammar().rules:
        with _without_rule(rule.name):
            yield f"rule: {rule.name}", *_changes(readings, found, fired[rule.name])
    for name in GUARDS:
        with _without_guard(name):
            yield f"guard: {name}", *_changes(readings, found, rejections.of[name])


def _changes(
    readings: Sequence[Reading], found: Sequence[Sequence[tuple[Any, Any]]], uses: list[int]
) -> tuple[int, int]:
    """How often a rule was used, and how many marks change in the stories where it was."""
    changed = 0
    for number in sorted(set(uses)):
        before = {moment for _, moment in found[number]}
        after = {moment for _, moment in read_matches(readings[number])}
        changed += max(len(before - after), len(after - before))
    return len(uses), changed


class _Rejections:
    """In which stories each guard rejected something."""

    def __init__(self) -> None:
        self.at = 0
        self.of: Uses = defaultdict(list)

    def counted(self, name: str, guard: Callable[[Any], bool]) -> Callable[[Any], bool]:
        def asked(around: Any) -> bool:
            passes = guard(around)
            if not passes:
                self.of[name].append(self.at)
            return passes

        return asked


@contextmanager
def _counting() -> Iterator[_Rejections]:
    rejections = _Rejections()
    guards = {name: rejections.counted(name, guard) for name, guard in GUARDS.items()}
    with _in_place_of("GUARDS", guards):
        yield rejections


def _without_rule(name: str) -> Any:
    def others(*place: Any) -> Iterator[Any]:
        return (match for match in matches_at(*place) if match.rule.name != name)

    return _in_place_of("matches_at", others)


def _without_guard(name: str) -> Any:
    return _in_place_of("GUARDS", {**GUARDS, name: lambda _: True})


@contextmanager
def _in_place_of(name: str, value: Any) -> Iterator[None]:
    kept = getattr(expressions, name)
    setattr(expressions, name, value)
    try:
        yield
    finally:
        setattr(expressions, name, kept)
