"""Measure the time step alone, without spaCy's own time: ``python -m bench.times STORIES.jsonl``.

STORIES.jsonl is what ``python -m gloss annotate`` reads; ``bench.rules`` tells what a rule earns.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from gloss.annotate.language import load_language
from gloss.annotate.reading import Reading, read
from gloss.annotate.times.expressions import read_matches
from gloss.story import Story

ROUNDS = 5
WORDS = 500


def main() -> None:
    """Print the milliseconds for a story of 500 words, the best of some rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    options = parser.parse_args()
    with options.stories.open(encoding="utf-8") as lines:
        stories = [_story(json.loads(line)) for line in lines]
    readings = list(read(stories, load_language()))
    words = sum(len(story.text.split()) for story in stories)
    if not words:
        parser.error(f"{options.stories} holds no words")
    best = min(_seconds(readings) for _ in range(ROUNDS))
    print(f"{len(stories):,} stories, {words:,} words")
    print(f"{1000 * best * WORDS / words:.2f} ms for {WORDS} words")


def _story(line: dict[str, str]) -> Story:
    return Story(id=line["id"], text=line["text"], published=line.get("published"))


def _seconds(readings: Sequence[Reading]) -> float:
    start = time.process_time()
    for reading in readings:
        read_matches(reading)
    return time.process_time() - start


if __name__ == "__main__":
    main()
