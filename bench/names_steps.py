"""Measure what each step of the names earns, on a gold file of names.

    python bench/names_steps.py GOLD.jsonl [--tagger gloss]

GOLD holds one story a line: {"id", "text", "entities": [{"start", "end", "type"}]} with the types
PER, ORG and LOC. Printed is exact and overlap F1 of the tagger alone, and of all steps but one.
What differs by less than a point may be chance.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from gloss.annotate import entities
from gloss.annotate.candidate import Candidate
from gloss.annotate.entities import evidence, kinds
from gloss.annotate.language import load_language
from gloss.annotate.reading import Reading, read
from gloss.annotate.tagger import Tagged, load_tagger
from gloss.register import Register
from gloss.story import Story

Span = tuple[int, int, str]
KINDS = {"person": "PER", "org": "ORG", "place": "LOC"}


def _untrimmed(text: str, tagged: Tagged, *_: object) -> Iterator[Candidate]:
    start, end = tagged.start, tagged.end
    yield Candidate(start, end, text[start:end], tagged.probs)


def _always(value: object) -> Callable[..., Any]:
    return lambda *_: value


def _one_of_its_own() -> Callable[..., str]:
    numbers = count()
    return lambda *given: f"{given[0]} {next(numbers)}"


# What stands in the place of a step that is left out: module, name, substitute.
WITHOUT: dict[str, list[tuple[Any, str, Any]]] = {
    "trimming of spans": [(entities, "clean", _untrimmed)],
    "joining what was cut": [(entities, "join", lambda *given: given[1])],
    "capitals that say nothing": [(entities, "without_openers", lambda *given: given[1])],
    "taking apart what is two": [(entities, "part", lambda *given: given[1])],
    "countries and peoples missed": [(entities, "known_to_gazetteers", _always(()))],
    "names missed but found elsewhere": [(entities, "repeated", _always(()))],
    "one kind for one name": [(kinds, "key_of", _one_of_its_own())],
    "gazetteers": [
        (evidence, "people_named", _always(None)),
        (evidence, "is_region", _always(False)),
        (evidence, "is_city", _always(False)),
        (evidence, "well_known", _always(None)),
    ],
    "telling words in the name": [(evidence, "HEAD", 0.0)],
    "telling words around the name": [(evidence, "of_place", _always(evidence.NONE))],
    "longer names for shorter ones": [(evidence.Kin, "of", _always(evidence.NONE))],
    "hiding what is doubtful": [(entities, "too_doubtful", _always(False))],
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--tagger", default="gloss")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.open(encoding="utf-8")]
    tagged = load_tagger(options.tagger).tag([row["text"] for row in rows])
    stories = [Story(row["id"], row["text"]) for row in rows]
    readings = list(read(stories, load_language()))
    gold = [_spans(row["entities"], lambda e: (e["start"], e["end"], e["type"])) for row in rows]

    alone = [_spans(names, lambda t: (t.start, t.end, t.kind)) for names in tagged]
    _print("the tagger alone", gold, alone)
    _print("all steps", gold, _found(readings, tagged))
    for step, changes in WITHOUT.items():
        with _changed(changes):
            _print(f"without {step}", gold, _found(readings, tagged))


def _spans(marks: Iterable[Any], of: Callable[[Any], Span]) -> list[Span]:
    return [span for span in map(of, marks) if span[2] in KINDS.values()]


def _found(readings: Iterable[Reading], tagged: Iterable[list[Tagged]]) -> list[list[Span]]:
    found = []
    for reading, names in zip(readings, tagged, strict=True):
        mentions, _, _ = entities.find_names(reading, names, Register())
        found.append(_spans(mentions, lambda m: (m.start, m.end, KINDS.get(m.kind, ""))))
    return found


@contextmanager
def _changed(changes: Iterable[tuple[Any, str, Any]]) -> Iterator[None]:
    """Put substitutes in place, for a while."""
    old = [(where, name, getattr(where, name)) for where, name, _ in changes]
    for where, name, new in changes:
        setattr(where, name, new)
    evidence.of_name.cache_clear()
    try:
        yield
    finally:
        for where, name, was in old:
            setattr(where, name, was)
        evidence.of_name.cache_clear()


def _print(what: str, gold: list[list[Span]], found: list[list[Span]]) -> None:
    pairs = list(zip(gold, found, strict=True))
    exact = sum(len(set(g) & set(f)) for g, f in pairs)
    near = sum(sum(any(_meet(one, other) for other in f) for one in g) for g, f in pairs)
    all_gold, all_found = sum(map(len, gold)), sum(map(len, found))
    scores = [200 * right / (all_gold + all_found) for right in (exact, near)]
    print(f"{what:45} exact F1 {scores[0]:5.2f}   overlap F1 {scores[1]:5.2f}", flush=True)


def _meet(a: Span, b: Span) -> bool:
    return a[2] == b[2] and a[0] < b[1] and b[0] < a[1]


if __name__ == "__main__":
    main()
