"""Measure the speed of the whole annotation against spaCy's full pipeline, in one run.

    python -m bench.annotation FOLDER [--stories 60] [--tagger gloss]

FOLDER holds stories in the seed format; some are taken, evenly. All read them in turns of ten, on
one core, and the processor's time counts, so that whatever else the machine does slows all or none.
Printed are words a second, and what each takes as a multiple of what the whole annotation takes:
spaCy reads one story after the other, and by ``nlp.pipe``.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import spacy  # noqa: E402
from gloss.annotate.annotator import load_annotator  # noqa: E402
from gloss.annotate.language import MODELS  # noqa: E402
from gloss.register import Register  # noqa: E402
from gloss.seed import SeedError, parse_seed  # noqa: E402
from gloss.story import Story  # noqa: E402

TURN = 10  # stories
Runner = Callable[[Sequence[Story]], object]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--tagger", default="gloss")
    options = parser.parse_args()
    every = list(_stories(options.folder))
    stories = every[:: max(1, len(every) // options.stories)][: options.stories]
    annotator = load_annotator(Register(), options.tagger)
    pipeline = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    runners: dict[str, Runner] = {
        "the whole annotation": lambda some: list(annotator.annotate_all(some)),
        "spaCy, one by one": lambda some: [pipeline(story.text) for story in some],
        "spaCy, by nlp.pipe": lambda some: list(pipeline.pipe(story.text for story in some)),
    }
    seconds = _race(stories, runners)
    words = sum(len(story.text.split()) for story in stories)
    print(f"{len(stories)} stories, {words} words, one core")
    ours, *_ = seconds.values()
    for name, taken in seconds.items():
        print(f"{name:22}{words / taken:7.0f} words/s{taken / ours:7.2f}")


def _stories(folder: Path) -> Iterator[Story]:
    for path in sorted(folder.glob("*.txt")):
        try:
            yield parse_seed(path.read_bytes(), path.name).story
        except SeedError as problem:
            print(problem)


def _race(stories: Sequence[Story], runners: Mapping[str, Runner]) -> dict[str, float]:
    """Return the seconds that each takes for all stories; what they load is loaded before."""
    for run in runners.values():
        run(stories[:3])
    seconds = dict.fromkeys(runners, 0.0)
    for start in range(0, len(stories), TURN):
        for name, run in runners.items():
            before = time.process_time()
            run(stories[start : start + TURN])
            seconds[name] += time.process_time() - before
    return seconds


if __name__ == "__main__":
    main()
