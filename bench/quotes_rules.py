"""Take out each construction and feature of the quotations, and count what is found otherwise.

    python -m bench.rules quotes STORIES.jsonl [--cases tests/cases/quotes]

STORIES.jsonl is what ``python -m gloss annotate`` reads. Printed is a line a construction ("is")
and a line a feature, those that change least first: how many candidates it is a feature of, how
many quotations come out otherwise without it (found or not, or another speaker), and how many of
the cases. What changes neither can go.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from gloss.annotate.annotator import load_annotator
from gloss.annotate.language import load_language
from gloss.annotate.quotes import find, find_quotations
from gloss.annotate.reading import Reading, read
from gloss.annotate.sources.candidate import OUT, WEIGHTS
from gloss.annotate.sources.coreference import profiled
from gloss.register import Register
from gloss.story import Entity, Mention, Quotation, Story

from tests.annotate.test_quotes import names_in

CASES = Path("tests/cases/quotes")
Found = frozenset[tuple[object, ...]]


class Read(NamedTuple):
    """A story with its names, which stay as they are."""

    reading: Reading
    mentions: list[Mention]
    entities: list[Entity]

    def found(self) -> Found:
        """Return what is found of its quotations."""
        profiles = profiled(self.reading, self.mentions, self.entities)
        quotations, _ = find_quotations(self.reading, self.mentions, profiles)
        return frozenset(map(_essence, quotations))


class Effect(NamedTuple):
    """What a feature does: candidates that have it, quotations and cases that change without."""

    used: int
    changed: int
    cases: int
    name: str


def main(arguments: Sequence[str]) -> None:
    """Print what each construction and feature does to the stories of a file, and to the cases."""
    parser = argparse.ArgumentParser(prog="python -m bench.rules quotes")
    parser.add_argument("stories", type=Path)
    parser.add_argument("--cases", type=Path, default=CASES)
    options = parser.parse_args(arguments)
    with options.stories.open(encoding="utf-8") as lines:
        stories = [*read_stories([json.loads(line) for line in lines])]
    cases = [*read_cases(options.cases)]
    print(f"{'used':>7}{'changed':>9}{'cases':>7}")
    for effect in sorted(effects(stories, cases), key=lambda e: (e.changed + e.cases, e.used)):
        print(f"{effect.used:7,}{effect.changed:9,}{effect.cases:7,} {effect.name}")


def read_stories(rows: Sequence[dict[str, str]]) -> Iterator[Read]:
    """Yield stories, annotated once, so that their names stay as they are."""
    annotator = load_annotator(Register())
    for row in rows:
        story = Story(id=row["id"], text=row["text"], published=row.get("published"))
        found = annotator.annotate(story)
        reading = next(read([story], annotator.nlp))
        yield Read(reading, list(found.mentions), list(found.entities))


def read_cases(folder: Path) -> Iterator[Read]:
    """Yield the cases of a folder, with the names that each says."""
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            story = Story(id="case", text=case["text"], headline=case.get("headline", ""))
            reading = next(read([story], load_language()))
            yield Read(reading, *names_in(reading.text, case.get("names", {})))


def effects(stories: Sequence[Read], cases: Sequence[Read]) -> Iterator[Effect]:
    """Yield what each feature does."""
    with _counting() as used:
        found = [story.found() for story in stories]
    told = [case.found() for case in cases]
    for name in WEIGHTS:
        with _without(name):
            after = [story.found() for story in stories]
            changed = sum(max(len(a - b), len(b - a)) for a, b in zip(found, after, strict=True))
            differ = sum(a != case.found() for a, case in zip(told, cases, strict=True))
        yield Effect(used[name], changed, differ, name)


@contextmanager
def _without(name: str) -> Iterator[None]:
    """Weigh a feature nothing; take a construction, "is", out altogether."""
    weight = WEIGHTS[name]
    WEIGHTS[name] = OUT if name.endswith(": is") else 0.0
    try:
        yield
    finally:
        WEIGHTS[name] = weight


@contextmanager
def _counting() -> Iterator[Counter[str]]:
    """Count the candidates that have each feature."""
    used: Counter[str] = Counter()
    choose = find.best

    def counting(candidates: Sequence[find.SourceCandidate]) -> find.SourceCandidate | None:
        kept = list(candidates)
        used.update(feature for candidate in kept for feature in candidate.features)
        return choose(kept)

    find.best = counting
    try:
        yield used
    finally:
        find.best = choose


def _essence(quotation: Quotation) -> tuple[object, ...]:
    return quotation.parts, quotation.speaker, quotation.by
