"""Measure what each step of the names earns, on a gold file of names.

    python -m bench.rules names GOLD.jsonl

GOLD holds one story a line: {"id", "text", "entities": [{"start", "end", "type"}]} with the types
PER, ORG and LOC. Printed is exact and overlap F1 of the tagger alone, and of all steps but one.
What differs by less than a point may be chance.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from gloss.annotate.candidate import NOTHING, Candidate, row_of_tags
from gloss.annotate.entities import STEPS, evidence, find_names, kinds
from gloss.annotate.entities.confidence import hide_doubtful
from gloss.annotate.entities.extract import extract
from gloss.annotate.entities.kinds import weigh_kinds
from gloss.annotate.language import load_language
from gloss.annotate.reading import Reading, read
from gloss.annotate.steps import Step
from gloss.annotate.tagger import Tagged, load_tagger
from gloss.register import Register
from gloss.story import Story

Span = tuple[int, int, str]
KINDS = {"person": "PER", "org": "ORG", "place": "LOC"}


def _as_tagged(text: str, tagged: Sequence[Tagged]) -> list[Candidate]:
    return [Candidate(t.start, t.end, text[t.start : t.end], row_of_tags(t.probs)) for t in tagged]


def _as_likeliest(names: Sequence[Candidate]) -> list[Candidate]:
    return [name._replace(kind=name.kind or name.best) for name in names]


def _show_all(names: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    return sorted(names, key=lambda name: name.start), []


# What stands in the place of a step without which nothing would be found.
INSTEAD: Mapping[Callable[..., Any], Callable[..., Any]] = {
    extract: _as_tagged,
    weigh_kinds: _as_likeliest,
    hide_doubtful: _show_all,
}


def _always(value: object) -> Callable[..., Any]:
    return lambda *_: value


def _one_of_its_own() -> Callable[..., str]:
    numbers = count()
    return lambda *given: f"{given[0]} {next(numbers)}"


# Parts of a step: module, name, substitute.
PARTS: Mapping[str, Sequence[tuple[Any, str, Any]]] = {
    "one kind for one name": [(kinds, "key_of", _one_of_its_own())],
    "gazetteers": [
        (evidence, "people_named", _always(None)),
        (evidence, "is_region", _always(False)),
        (evidence, "is_city", _always(False)),
        (evidence, "well_known", _always(None)),
    ],
    "telling words in the name": [(evidence, "of_name", _always(NOTHING))],
    "telling words around the name": [(evidence, "of_place", _always(NOTHING))],
    "longer names for shorter ones": [(evidence.Kin, "of", _always(NOTHING))],
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--tagger", default="gloss")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.gold.open(encoding="utf-8")]
    tagged = load_tagger(options.tagger).tag([row["text"] for row in rows])
    stories = [Story(row["id"], row["text"]) for row in rows]
    readings = list(read(stories, load_language()))
    gold = [_spans(row["entities"], lambda e: (e["start"], e["end"], e["type"])) for row in rows]

    alone = [_spans(names, lambda t: (t.start, t.end, KINDS.get(t.kind, ""))) for names in tagged]
    _print("the tagger alone", gold, alone)
    _print("all steps", gold, _found(readings, tagged))
    for n, step in enumerate(STEPS):
        if (instead := _instead(step)) is not None:
            _print(
                f"not: {step.name}",
                gold,
                _found(readings, tagged, (*STEPS[:n], *instead, *STEPS[n + 1 :])),
            )
    for part, changes in PARTS.items():
        with _changed(changes):
            _print(f"without {part}", gold, _found(readings, tagged))


def _instead(step: Step) -> tuple[Step, ...] | None:
    """Return what stands in the place of a step that is left out; None where it cannot be."""
    if other := INSTEAD.get(step.run):
        return (replace(step, run=other),)
    return () if step.can_be_left_out else None


def _spans(marks: Iterable[Any], of: Callable[[Any], Span]) -> list[Span]:
    return [span for span in map(of, marks) if span[2] in KINDS.values()]


def _found(
    readings: Iterable[Reading], tagged: Iterable[list[Tagged]], steps: Sequence[Step] = STEPS
) -> list[list[Span]]:
    found = []
    for reading, names in zip(readings, tagged, strict=True):
        mentions, _, _ = find_names(reading, names, Register(), steps)
        found.append(_spans(mentions, lambda m: (m.start, m.end, KINDS.get(m.kind, ""))))
    return found


@contextmanager
def _changed(changes: Iterable[tuple[Any, str, Any]]) -> Iterator[None]:
    """Put substitutes in place, for a while."""
    old = [(where, name, getattr(where, name)) for where, name, _ in changes]
    for where, name, new in changes:
        setattr(where, name, new)
    try:
        yield
    finally:
        for where, name, was in old:
            setattr(where, name, was)


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
