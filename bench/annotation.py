"""Measure the speed of the whole annotation against spaCy's full pipeline, in one run.

    python bench/annotation.py FOLDER [--stories 60] [--tagger gloss]

FOLDER holds stories in the seed format. Both read the same stories in turns of ten, on one core,
and the processor's time counts, so that whatever else the machine does slows both or neither.
Printed are words a second and their ratio.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--tagger", default="gloss")
    options = parser.parse_args()
    stories = list(_stories(options.folder))[: options.stories]
    annotator = load_annotator(Register(), options.tagger)
    pipeline = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    ours, theirs = _race(
        stories,
        lambda some: list(annotator.annotate_all(some)),
        lambda some: [pipeline(story.text) for story in some],
    )
    words = sum(len(story.text.split()) for story in stories)
    print(f"{len(stories)} stories, {words} words, one core")
    print(f"the whole annotation    {words / ours:7.0f} words/s")
    print(f"spaCy's full pipeline   {words / theirs:7.0f} words/s")
    print(f"ratio                   {theirs / ours:7.2f}")


def _stories(folder: Path) -> Iterator[Story]:
    for path in sorted(folder.glob("*.txt")):
        try:
            yield parse_seed(path.read_bytes(), path.name).story
        except SeedError as problem:
            print(problem)


def _race(
    stories: Sequence[Story],
    ours: Callable[[Sequence[Story]], object],
    theirs: Callable[[Sequence[Story]], object],
) -> tuple[float, float]:
    """Return the seconds that each takes for all stories; what both load is loaded before."""
    runners = (ours, theirs)
    for run in runners:
        run(stories[:3])
    seconds = [0.0, 0.0]
    for start in range(0, len(stories), TURN):
        for number, run in enumerate(runners):
            before = time.process_time()
            run(stories[start : start + TURN])
            seconds[number] += time.process_time() - before
    return seconds[0], seconds[1]


if __name__ == "__main__":
    main()
